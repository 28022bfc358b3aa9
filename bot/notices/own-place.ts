import type { NoticeStates } from '#core/notices/read-notice-states.ts'
import { isGroupChat } from '../posts/post-in.ts'
import { topicLink } from '../team-desk/topic-link.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'
import type { LeadScene } from './lead-scene.ts'
import { memberPlace, type Place, topicPlace } from './place.ts'
import type { Colleague } from './team.ts'

/**
 * Where a member is told what is for him alone: in his own chat; in the lead's topic where the team works in its group and he
 * wants to hear nothing beside it.
 */
export function ownPlace(scene: LeadScene, { members }: NoticeStates, member: Colleague): Place {
  const wanted = members.find(({ memberId }) => memberId === member.id)?.choice.place
  const [topic] = wanted === 'group' ? topicPlace(scene) : []
  return topic ?? memberPlace(scene, member)
}

/** In the group's topic: names a member, so that Telegram tells him. A line of its own; empty in his own chat. */
export const callOut = ({ chat }: Place, { telegramUserId, name }: Colleague): string =>
  !isGroupChat(chat)
    ? ''
    : `👤 <a href="tg://user?id=${telegramUserId}">${escapeHtml(cutLine(name, 64))}</a>\n`

/** Below news in a member's own chat: the way to the lead's topic, where the team works there. */
export function topicButton(
  { desk, topics }: LeadScene,
  { topicKey, voice }: Place,
): { buttons?: { text: string; url: string }[][] } {
  if (topicKey !== undefined || desk?.plane !== 'group') return {}
  const thread = topics.get(desk.chatId)?.thread
  const url = thread ? topicLink(desk.chatId, thread) : undefined
  return url ? { buttons: [[{ text: voice.say('button-lead-topic'), url }]] } : {}
}
