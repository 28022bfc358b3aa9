import type { GraphClient } from '../graph-client.ts'
import type { JsonRecord } from '../loose-json.ts'

/** Marks the conversation as seen and, where somebody is typing, shows that. Best effort: the answers do not matter. */
export async function showPresence(
  graph: GraphClient,
  to: { path: string; token: string; recipient: JsonRecord | undefined; typing: boolean },
): Promise<void> {
  const { path, token, recipient, typing } = to
  if (recipient === undefined) return
  await graph.post(path, token, { recipient, sender_action: 'mark_seen' })
  if (typing) await graph.post(path, token, { recipient, sender_action: 'typing_on' })
}
