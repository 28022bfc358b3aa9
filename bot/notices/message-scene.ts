import type { OutputOf } from '#core/desk.ts'
import type { LeadCard } from '#core/leads/lead-card.ts'
import { shortId } from '#core/new-id.ts'
import type { NewPost } from '#core/posts/post.ts'
import type { queries } from '#core/queries.ts'
import { firstCardKey, isCardKey } from '../cards/card-key.ts'
import type { BotTools } from '../context.ts'
import type { PostContent } from '../posts/post-content.ts'
import { postIn } from '../posts/post-in.ts'
import { botActor } from '../posts/show-posts.ts'
import { leadTopicKey, topicCardKey } from '../team-desk/topic-key.ts'
import { createVoice, type Voice } from '../voice.ts'
import type { LeadScene } from './lead-scene.ts'
import { isTopicOf } from './place.ts'

export type ReadMessage = OutputOf<(typeof queries)['readMessage']>

export const readMessage = (
  tools: BotTools,
  organizationId: string,
  messageId: string,
): Promise<ReadMessage> => tools.desk.ask(botActor(organizationId), 'readMessage', { messageId })

/**
 * Names of posts that show a message, so that files, changes and losses find them: what the customer wrote or somebody
 * wrote on the phone; what a colleague answered; the newest version of what was changed; the parts of an album so far;
 * the files that are shown together, and one that is shown alone.
 */
export const messageKey = (messageId: string): string => `message:${messageId}`
export const queuedKey = (messageId: string): string => `queued:${messageId}`
export const versionKey = (messageId: string): string => `edit:${messageId}`
export const albumPrefix = (albumId: string): string => `album:${albumId.slice(0, 64)}:`
export const filesPrefix = ({ id, albumId }: Pick<ReadMessage, 'id' | 'albumId'>): string =>
  `files:${(albumId ?? id).slice(0, 64)}:`
export const fileKey = (messageId: string, attachmentId: string): string =>
  `file:${messageId}:${shortId(attachmentId)}`

/** Which chats show posts of the lead whose key begins so, and the newest of each chat. */
export async function findShown(
  { tools, card }: LeadScene,
  organizationId: string,
  keyPrefix: string,
): Promise<Map<string, string>> {
  const shown = await tools.desk.ask(botActor(organizationId), 'listNewestPosts', {
    leadId: card.id,
    keyPrefix,
  })
  return new Map(shown.map(({ chatId, key }) => [chatId, key]))
}

/** Whether the card itself shows this message, so that it has no post of its own. */
export const isOnCard = ({ firstMessage }: LeadCard, { kind, sentAt }: ReadMessage): boolean =>
  firstMessage?.kind === kind && firstMessage.sentAt.getTime() === sentAt.getTime()

/** A change of a message that is here is told by what becomes of that message, and not by the change's own arrival. */
export const isToldAsChange = ({ kind, answered }: ReadMessage): boolean =>
  (kind === 'edit' || kind === 'revoke') && answered !== null

/**
 * In which chats a message was told, and under which key. A message that nobody was told of, such as one of an imported
 * chat, is nowhere; its file belongs nowhere either.
 */
export async function findPlaces(
  scene: LeadScene,
  organizationId: string,
  message: ReadMessage,
): Promise<Map<string, string>> {
  const places = new Map(isOnCard(scene.card, message) ? cardsOf(scene) : [])
  for (const prefix of prefixesOf(message)) {
    for (const [chat, key] of await findShown(scene, organizationId, prefix)) places.set(chat, key)
  }
  return places
}

/** Each chat's card of the lead: that in its topic where it has one. */
const cardsOf = (scene: LeadScene): [string, string][] => [
  ...scene.cardKeys,
  ...[...scene.topics.keys()].flatMap((chat): [string, string][] =>
    isTopicOf(scene, chat) ? [[chat, topicCardKey(chat, scene.card.id)]] : [],
  ),
]

function prefixesOf(message: ReadMessage): string[] {
  if (message.authorId) return [queuedKey(message.id)]
  if (message.albumId) return [messageKey(message.id), albumPrefix(message.albumId)]
  // A new file that came with a change belongs below the change.
  if (message.kind === 'edit' && message.answered) return [versionKey(message.answered.id)]
  return [messageKey(message.id)]
}

/** A post below another one, in a chat that is known by its id: of a colleague in his language. */
export function postBelow(
  scene: LeadScene,
  chat: string,
  key: string,
  replyToKey: string | undefined,
  write: (voice: Voice) => PostContent,
): NewPost {
  const leadId = scene.card.id
  const below = replyToKey ?? scene.cardKeys.get(chat) ?? firstCardKey(leadId)
  const topic = isTopicOf(scene, chat) ? { topicKey: leadTopicKey(leadId) } : {}
  return postIn({ chat, ...topic }, key, write(voiceIn(scene, chat)), {
    leadId,
    // In a topic everything is about the lead: only what belongs to a message stands below something.
    ...(topic.topicKey && isCardKey(below) ? {} : { replyToKey: below }),
  })
}

/** How to speak in a chat; whoever has left the team is spoken to in English. */
export function voiceIn({ tools, team, desk }: LeadScene, chat: string): Voice {
  if (desk?.chatId === chat) return createVoice(tools.words, desk.language)
  const member = team.find(({ telegramUserId }) => String(telegramUserId) === chat)
  return createVoice(tools.words, member?.language)
}
