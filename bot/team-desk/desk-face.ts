import type { Say } from '#core/i18n.ts'
import { planes, type TeamDesk } from '#core/team-desk/team-desk.ts'
import { callbackData } from '../callback-data.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'

const planeKeys = { group: 'desk-plane-group', lobby: 'desk-plane-lobby' } as const
const buttonKeys = { group: 'button-desk-group', lobby: 'button-desk-lobby' } as const

const lackKeys: Record<string, string> = {
  removed: 'desk-lack-removed',
  'no-forum': 'desk-lack-no-forum',
  'no-rights': 'desk-lack-no-rights',
  'not-admin': 'desk-lack-not-admin',
}

/** What Telegram calls the same when a post is refused for it: nobody tells us that topics were switched off. */
const lackWords: [RegExp, string][] = [
  [/not a forum|FORUM_MISSING/i, 'no-forum'],
  [/not enough rights|no rights to send|CHAT_ADMIN_REQUIRED|need administrator rights/i, 'no-rights'],
  [/chat not found|was kicked|not a member/i, 'removed'],
]

/** What a group lacks and how to give it; what we have no words for is told in the network's own. */
export function sayLack(say: Say, reason: string): string {
  const lack = lackWords.find(([words]) => words.test(reason))?.[1] ?? reason
  const key = Object.hasOwn(lackKeys, lack) ? lackKeys[lack] : undefined
  return key ? say(key) : `${say('desk-lack-other')}\n<code>${escapeHtml(cutLine(reason, 200))}</code>`
}

export const groupName = (title: string): string => escapeHtml(cutLine(title, 100))

/** The team's group as who leads the team sees it: how it stands, how the team works with it, and what can be changed. */
export function deskFace(say: Say, desk: TeamDesk): Face {
  const choices = planes.map((plane): Button[] => [
    {
      text: `${plane === desk.plane ? '✅ ' : ''}${say(buttonKeys[plane])}`,
      data: callbackData('desk-plane', plane),
    },
  ])
  const state =
    desk.state === 'active'
      ? `🟢 ${say('desk-works')}`
      : `🔴 ${say('desk-broken')}\n${sayLack(say, desk.reason ?? '')}`
  return {
    html: [`👥 <b>${groupName(desk.title)}</b>`, state, say(planeKeys[desk.plane])].join('\n\n'),
    buttons: [
      ...choices,
      [checkButton(say, desk.chatId)],
      [
        { text: say('button-desk-other'), data: callbackData('desk-choose') },
        { text: say('button-desk-leave'), data: callbackData('desk-leave') },
      ],
    ],
  }
}

/** Looks once more whether the group has all that it needs. */
export const checkButton = (say: Say, chatId: string): Button => ({
  text: say('button-desk-check'),
  data: callbackData('desk-check', chatId),
})
