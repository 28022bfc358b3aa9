import type { Say } from '#core/i18n.ts'
import {
  gatherings,
  type Manner,
  mannersOf,
  type NoticeChoice,
  type NoticeKind,
  type NoticePreset,
  noticeKinds,
  noticePlaces,
  noticePresets,
} from '#core/notices/notice-choice.ts'
import { callbackData } from '../callback-data.ts'
import type { Button, Face } from '../posts/post-content.ts'
import type { Voice } from '../voice.ts'

/** Posts of this screen, by the beginning of their keys: presses change them in place. */
export const noticesPrefix = 'notices:'

/** What a member may let ring in quiet hours. */
export const urgentKinds = ['own', 'mentions'] as const

const signs: Record<Manner, string> = { ring: '🔔', silent: '🔕', digest: '🗂', off: '🚫' }
const kindKeys: Record<NoticeKind, string> = {
  new: 'notice-kind-new',
  free: 'notice-kind-free',
  own: 'notice-kind-own',
  colleagues: 'notice-kind-colleagues',
  mentions: 'notice-kind-mentions',
}
const mannerKeys: Record<Manner, string> = {
  ring: 'notice-manner-ring',
  silent: 'notice-manner-silent',
  digest: 'notice-manner-digest',
  off: 'notice-manner-off',
}
const presetKeys: Record<NoticePreset, string> = {
  everything: 'notice-preset-everything',
  mine: 'notice-preset-mine',
  mentions: 'notice-preset-mentions',
}
const urgentKeys = { own: 'notice-urgent-own', mentions: 'notice-urgent-mentions' }
const gatherKeys = { hourly: 'notice-gather-hourly', morning: 'notice-gather-morning' }
const placeKeys = { private: 'notice-place-private', group: 'notice-place-group' }

export const presets = Object.keys(presetKeys) as NoticePreset[]

export const sayManner = (say: Say, kind: NoticeKind, manner: Manner): string =>
  say('toast-notice-set', { kind: say(kindKeys[kind]), manner: say(mannerKeys[manner]) })

/** The one after the present one; after the last the first. */
const after = <One>(all: readonly One[], present: One): One =>
  all[(all.indexOf(present) + 1) % all.length] ?? present

/**
 * What a member is told and how: a button for each choice says how it is, and its data what it sets, so that pressing it
 * twice changes nothing more.
 *
 * @param hasGroup the team works in a group, where news for one member can come too
 */
export function noticesFace({ say }: Voice, choice: NoticeChoice, hasGroup: boolean): Face {
  const { manners, urgent, gather, place } = choice
  const line = (kind: NoticeKind) => `${signs[manners[kind]]} ${sayManner(say, kind, manners[kind])}`
  const html = [`🔔 <b>${say('notices-title')}</b>`, say('notices-about'), say('notices-quiet-about')].join(
    '\n\n',
  )
  const isPreset = (preset: NoticePreset) =>
    noticeKinds.every((kind) => noticePresets[preset][kind] === manners[kind])
  const ticked = (isSo: boolean, text: string) => (isSo ? `✅ ${text}` : text)
  const gathers = noticeKinds.some((kind) => manners[kind] === 'digest')
  const buttons: Button[][] = [
    ...presets.map((preset) => [
      {
        text: ticked(isPreset(preset), say(presetKeys[preset])),
        data: callbackData('notice-preset', preset),
      },
    ]),
    ...noticeKinds.map((kind) => [
      { text: line(kind), data: callbackData('notice-set', kind, after(mannersOf[kind], manners[kind])) },
    ]),
    ...urgentKinds.map((kind) => [
      {
        text: ticked(urgent.includes(kind), `🌙 ${say(urgentKeys[kind])}`),
        data: callbackData('notice-urgent', kind, urgent.includes(kind) ? 'off' : 'on'),
      },
    ]),
    ...(gathers
      ? [
          [
            {
              text: say(gatherKeys[gather]),
              data: callbackData('notice-set', 'gather', after(gatherings, gather)),
            },
          ],
        ]
      : []),
    ...(hasGroup
      ? [
          [
            {
              text: say(placeKeys[place]),
              data: callbackData('notice-set', 'place', after(noticePlaces, place)),
            },
          ],
        ]
      : []),
    [{ text: say('button-hours'), data: callbackData('hours') }],
  ]
  return { html, buttons }
}
