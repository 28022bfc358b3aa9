import type { LeadScene } from './lead-scene.ts'
import { findShown, messageKey, type ReadMessage, readMessage } from './message-scene.ts'
import type { Place } from './place.ts'

/**
 * What a customer's message answers, as it stands in a place: a post of ours that shows his own earlier message, or the
 * message in which a member wrote there. Neither: it is not there.
 */
export async function findAnsweredIn(
  scene: LeadScene,
  organizationId: string,
  { chat }: Place,
  { answered }: ReadMessage,
): Promise<{ replyTo?: number; replyToKey?: string }> {
  if (!answered) return {}
  const shown = await findShown(scene, organizationId, messageKey(answered.id))
  const replyToKey = shown.get(chat)
  if (replyToKey !== undefined) return { replyToKey }
  const { origin } = await readMessage(scene.tools, organizationId, answered.id)
  return origin?.chat === chat ? { replyTo: origin.message } : {}
}
