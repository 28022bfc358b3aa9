import { shortId } from '#core/new-id.ts'
import type { NewPost } from '#core/posts/post.ts'
import { callbackData } from '../callback-data.ts'
import { glanceAt } from '../cards/show-message.ts'
import { nameOf, numberOf, sayNetwork, sayStatus } from '../cards/words-of-lead.ts'
import type { Button, Face, PostContent } from '../posts/post-content.ts'
import { postIn } from '../posts/post-in.ts'
import { lobbyKey, lobbyTopicKey } from '../team-desk/topic-key.ts'
import { topicLink } from '../team-desk/topic-link.ts'
import { cutLine } from '../text/cut-text.ts'
import { ownDirection } from '../text/direction.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { createVoice, type Voice } from '../voice.ts'
import type { LeadScene } from './lead-scene.ts'
import { lobbyOf } from './lobby-topic.ts'

/** How much of what was said a claim card shows. */
const shownWords = 200

/**
 * A claim card in the group's lobby, for everybody who works leads: the first tap wins. `opener` names a new one of a lead
 * that was given back.
 */
export function lobbyPosts(scene: LeadScene, opener?: string): NewPost[] {
  const { desk, card } = scene
  if (!desk || (scene.lobbyKey !== undefined && opener === undefined)) return []
  const content: PostContent = { method: 'send', ...claimFace(scene), fold: foldOf(desk) }
  return [
    // A lead may come before the news that there is a group.
    ...lobbyOf(scene.tools, desk),
    postIn({ chat: desk.chatId, topicKey: lobbyTopicKey }, lobbyKey(card.id, opener), content, {
      leadId: card.id,
      folds: true,
      // Where leads are worked on in private chats, the claim card is all that tells of them.
      urgency: desk.plane === 'lobby' ? 1 : 2,
      subjects: [card.id],
    }),
  ]
}

/** The newest claim card as the lead is now: who took it. */
export function lobbyChanges(scene: LeadScene, eventId: string): NewPost[] {
  const { desk, card, lobbyKey: targetKey } = scene
  if (!desk || targetKey === undefined) return []
  const content: PostContent = { method: 'edit', ...claimFace(scene), fold: foldOf(desk) }
  return [
    postIn({ chat: desk.chatId, topicKey: lobbyTopicKey }, `change:${eventId}:lobby`, content, {
      leadId: card.id,
      targetKey,
      mergeKey: `change:${targetKey}`,
      urgency: 2,
      subjects: [card.id],
    }),
  ]
}

const foldOf = ({ language }: NonNullable<LeadScene['desk']>) => ({ of: 'leads' as const, language })

/** What a claim card says and offers. */
export function claimFace(scene: LeadScene): Face {
  const { tools, desk, card } = scene
  const voice = createVoice(tools.words, desk?.language)
  const { say } = voice
  const name = cutLine(nameOf(say, card), 24)
  const free = !card.owner && !card.closedAt
  const thread = desk?.plane === 'group' ? scene.topics.get(desk.chatId)?.thread : undefined
  const link = desk && thread ? topicLink(desk.chatId, thread) : undefined
  const buttons: Button[] = [
    ...(free
      ? [
          {
            text: say('button-claim-lead', { name: `${numberOf(card)} ${name}` }),
            data: callbackData('claim', shortId(card.id)),
          },
        ]
      : []),
    ...(link ? [{ text: say('button-topic', { name: `${numberOf(card)} ${name}` }), url: link }] : []),
  ]
  return { html: claimText(voice, scene), buttons: buttons.length > 0 ? [buttons] : [] }
}

/** What the person said, while there is one who may be heard. */
function whatIsSaid(
  say: Voice['say'],
  { contact }: LeadScene['card'],
  message: Parameters<typeof glanceAt>[1] | null,
): string[] {
  if (contact.erasedAt) return [`🗑 ${say('card-erased')}`]
  if (contact.blockedAt) return [`🚫 ${say('card-blocked')}`]
  return message ? [glanceAt(say, message, shownWords)] : []
}

function claimText({ say, mark }: Voice, { card }: LeadScene): string {
  const message = card.lastMessage?.direction === 'inbound' ? card.lastMessage : card.firstMessage
  const network = escapeHtml(sayNetwork(say, card.channel?.network ?? card.source))
  const lines = [
    `<b>${ownDirection(escapeHtml(nameOf(say, card)))}</b> · <b>${numberOf(card)}</b> · ${network}`,
    ...whatIsSaid(say, card, message),
    card.owner
      ? `✋ ${say('lobby-claimed', { name: escapeHtml(cutLine(card.owner.name, 64)) })}`
      : card.closedAt
        ? sayStatus(say, card.status)
        : say('lobby-free'),
  ]
  return lines.map((line) => mark + line).join('\n')
}
