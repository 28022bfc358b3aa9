import type { NoticeStates } from '#core/notices/read-notice-states.ts'
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

/** In a topic: names a member, so that Telegram tells him. A line of its own; empty in his own chat. */
export const callOut = ({ topicKey }: Place, { telegramUserId, name }: Colleague): string =>
  topicKey === undefined
    ? ''
    : `👤 <a href="tg://user?id=${telegramUserId}">${escapeHtml(cutLine(name, 64))}</a>\n`

/** Below news in a member's own chat: the way to the lead's topic, where the team works there. */
export function topicButton(
  { desk, topic }: LeadScene,
  { topicKey, voice }: Place,
): { buttons?: { text: string; url: string }[][] } {
  if (topicKey !== undefined || desk?.plane !== 'group' || !topic?.thread) return {}
  const url = topicLink(desk.chatId, topic.thread)
  return url ? { buttons: [[{ text: voice.say('button-lead-topic'), url }]] } : {}
}
