import type { NewPost } from '#core/posts/post.ts'
import { showMessage } from '../cards/show-message.ts'
import type { Voice } from '../voice.ts'
import { announceAlbum } from './announce-album.ts'
import { headOf } from './head-of.ts'
import { type LeadScene, postsBelowCard } from './lead-scene.ts'
import { messageKey, type ReadMessage } from './message-scene.ts'
import type { Colleague } from './team.ts'

/** Tells members of a message, below the lead's card; the parts of an album together. */
export async function announceMessage(
  scene: LeadScene,
  organizationId: string,
  members: Colleague[],
  message: ReadMessage,
): Promise<NewPost[]> {
  const { albumId } = message
  if (albumId) return announceAlbum(scene, organizationId, members, message, albumId)
  return members.flatMap((member) =>
    postsBelowCard(scene, member, messageKey(message.id), (voice) => ({
      html: announcement(scene, voice, message),
      messageId: message.id,
    })),
  )
}

/** The whole text of such a post. */
export const announcement = (scene: LeadScene, voice: Voice, message: ReadMessage): string =>
  `${headOf(scene, voice, message)}\n${showMessage(voice.say, message)}`
