import type { NewPost } from '#core/posts/post.ts'
import { showMessage } from '../cards/show-message.ts'
import type { Voice } from '../voice.ts'
import { announceAlbum } from './announce-album.ts'
import { findAnsweredIn } from './find-answered-in.ts'
import { headOf } from './head-of.ts'
import { type LeadScene, postsBelowCard } from './lead-scene.ts'
import { messageKey, type ReadMessage } from './message-scene.ts'
import type { Place } from './place.ts'

/** Tells of a message, below the lead's card or in its topic; the parts of an album together. */
export async function announceMessage(
  scene: LeadScene,
  organizationId: string,
  places: Place[],
  message: ReadMessage,
): Promise<NewPost[]> {
  const { albumId } = message
  if (albumId) return announceAlbum(scene, organizationId, places, message, albumId)
  const posts: NewPost[] = []
  for (const place of places) {
    const key = messageKey(message.id)
    if (place.topicKey === undefined) {
      const html = announcement(scene, place.voice, message)
      const head = headOf(scene, place.voice, message)
      const fold = { of: 'messages' as const, language: place.voice.language, head }
      const write = () => ({ html, messageId: message.id, fold })
      const told = postsBelowCard(scene, place, key, write, { wordsFollow: true })
      posts.push(...told.map((post) => (post.key === key ? { ...post, folds: true } : post)))
      continue
    }
    // What it answers stands in the topic: Telegram shows that better than we could.
    const { replyTo, replyToKey } = await findAnsweredIn(scene, organizationId, place, message)
    const isReply = replyTo !== undefined || replyToKey !== undefined
    const shown = isReply && message.kind !== 'reaction' ? { ...message, answered: null } : message
    const write = ({ voice }: Place) => ({
      html: announcement(scene, voice, shown, true),
      messageId: message.id,
      fold: { of: 'messages' as const, language: voice.language },
      ...(replyTo === undefined ? {} : { replyTo }),
    })
    const told = postsBelowCard(scene, place, key, write, { wordsFollow: true })
    const more = replyToKey === undefined ? { folds: replyTo === undefined } : { replyToKey }
    posts.push(...told.map((post) => (post.key === key ? { ...post, ...more } : post)))
  }
  return posts
}

/** The whole text of such a post. */
export const announcement = (
  scene: LeadScene,
  voice: Voice,
  message: ReadMessage,
  isInTopic = false,
): string => `${headOf(scene, voice, message, isInTopic)}${showMessage(voice.say, message)}`
