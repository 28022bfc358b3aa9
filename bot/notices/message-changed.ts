import type { NewPost } from '#core/posts/post.ts'
import { glanceAt } from '../cards/show-message.ts'
import { isGroupChat, postIn } from '../posts/post-in.ts'
import { showPosts } from '../posts/show-posts.ts'
import { escapeHtml } from '../text/escape-html.ts'
import type { Voice } from '../voice.ts'
import { announcement } from './announce-message.ts'
import { headOf } from './head-of.ts'
import { cardChanges, type LeadScene, readMessageScene } from './lead-scene.ts'
import { eraseFromPosts } from './message-erased.ts'
import {
  findPlaces,
  findShown,
  isOnCard,
  postBelow,
  type ReadMessage,
  versionKey,
  voiceIn,
} from './message-scene.ts'
import { noticeOf } from './notice.ts'
import { isTopicOf, placesOf } from './place.ts'
import { audienceOf } from './team.ts'
import { quietly } from './tell-news.ts'

/**
 * A message was rewritten, taken back, or erased by a rule of its network. A new text is told once, and later ones take
 * its place; what was taken back is marked where it was told; what was erased is gone from every post that showed it
 * (`message-erased.ts`). None of it rings: the message itself did.
 */
export const messageChanged = noticeOf('message.changed', async (tools, { id, organizationId, data }) => {
  const { scene, message } = await readMessageScene(tools, organizationId, data.leadId, data.messageId)
  if (data.change === 'erased') return eraseFromPosts(scene, organizationId, id, message)
  if (scene.card.contact.blockedAt) return
  const places = await findPlaces(scene, organizationId, message)
  const versions = await findShown(scene, organizationId, versionKey(message.id))
  const change = { id, scene, message, places, versions }
  const cards = isOnCard(scene.card, message) ? cardChanges(scene, id) : []
  const posts = data.change === 'edited' ? tellVersion(change) : markRevoked(change)
  await showPosts(tools.desk, organizationId, quietly([...posts, ...cards]))
})

interface Change {
  id: string
  scene: LeadScene
  message: ReadMessage
  /** Where the message was told, and where its newest version was: chat to key. */
  places: Map<string, string>
  versions: Map<string, string>
}

function tellVersion({ id, scene, message, places, versions }: Change): NewPost[] {
  const write = (voice: Voice, isInTopic: boolean) => {
    const { say } = voice
    const words = message.body?.trim() ? escapeHtml(message.body) : glanceAt(say, message, 1)
    return `✏️ ${headOf(scene, voice, message, isInTopic)}${say('notice-edited')}\n${words}`
  }
  return placesOf(scene, audienceOf(scene.team, scene.card)).map(({ chat, voice, topicKey }) => {
    const html = write(voice, topicKey !== undefined)
    const version = versions.get(chat)
    if (version) return change(scene, message, chat, version, `edit:${id}`, html)
    return postBelow(scene, chat, versionKey(message.id), places.get(chat), () => ({
      method: 'send',
      html,
      messageId: message.id,
    }))
  })
}

function markRevoked({ id, scene, message, places }: Change): NewPost[] {
  const told = placesOf(scene, audienceOf(scene.team, scene.card)).map(({ chat, topicKey }) => {
    return postBelow(scene, chat, `revoked:${message.id}`, places.get(chat), (voice) => ({
      method: 'send',
      html: `🗑 ${headOf(scene, voice, message, topicKey !== undefined)}${voice.say('notice-revoked')}`,
    }))
  })
  // A card and an album show more than this message: there the sentence below is enough.
  const isHere = ([chat]: [string, string]) => !isGroupChat(chat) || isTopicOf(scene, chat)
  const own = isOnCard(scene.card, message) || message.albumId ? [] : [...places].filter(isHere)
  const marks = own.map(([chat, key]) => {
    const voice = voiceIn(scene, chat)
    const html = `${announcement(scene, voice, message, isTopicOf(scene, chat))}\n<i>${voice.say('message-revoked-mark')}</i>`
    return change(scene, message, chat, key, `revoked:${id}`, html)
  })
  return [...told, ...marks]
}

function change(
  scene: LeadScene,
  message: ReadMessage,
  chat: string,
  targetKey: string,
  key: string,
  html: string,
): NewPost {
  const mergeKey = `change:${targetKey}`
  const more = { leadId: scene.card.id, targetKey, mergeKey, urgency: 2 as const, subjects: [message.id] }
  return postIn({ chat }, key, { method: 'edit', html }, more)
}
