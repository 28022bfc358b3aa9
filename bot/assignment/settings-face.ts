import { type AssignmentMethod, assignmentMethods } from '#core/assignment/decide-assignment.ts'
import type { AssignmentOverview } from '#core/assignment/read-assignment.ts'
import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { tame } from '../text/escape-html.ts'
import type { Voice } from '../voice.ts'
import { loadOf } from './say-assignee.ts'

const methodKeys: Record<AssignmentMethod, string> = {
  claim: 'assignment-claim',
  'round-robin': 'assignment-turn',
  balanced: 'assignment-load',
}
const methodButtonKeys: Record<AssignmentMethod, string> = {
  claim: 'button-method-claim',
  'round-robin': 'button-method-turn',
  balanced: 'button-method-load',
}
/** Minutes one tap away. */
export const absenceChoices = [10, 30, 60] as const
/** Limits one tap away. */
export const capacityChoices = [5, 10, 20, 50] as const

export const mark = (isSo: boolean, text: string): string => (isSo ? `✅ ${text}` : text)

/** How leads are given to people, with buttons for what is usual. */
export function settingsFace({ say }: Voice, overview: AssignmentOverview): Face {
  const { method, capacity, absenceMinutes, returnsOffShift, rules, waiting } = overview
  const set = (text: string, ...parts: string[]): Button => ({
    text,
    data: callbackData('assign-set', ...parts),
  })
  return {
    html: [
      `👉 <b>${say('assignment-title')}</b>`,
      [
        `• ${say(methodKeys[method])}`,
        `• ${say('assignment-rules', { count: rules.length })}`,
        `• ${capacity === null ? say('assignment-no-limit') : say('assignment-limit', { count: capacity })}`,
        `• ${absenceMinutes === null ? say('assignment-no-absence') : say('assignment-absence', { count: absenceMinutes })}`,
        `• ${returnsOffShift ? say('assignment-shift-goes') : say('assignment-shift-stays')}`,
      ].join('\n'),
      ...(waiting > 0 ? [`⏳ ${say('assignment-waiting', { count: waiting })}`] : []),
      `<i>${say('assignment-about')}</i>`,
    ].join('\n\n'),
    buttons: [
      assignmentMethods.map((one) => set(mark(one === method, say(methodButtonKeys[one])), 'method', one)),
      [
        { text: say('button-rules'), data: callbackData('rules') },
        { text: say('button-limits'), data: callbackData('limits') },
      ],
      [
        ...absenceChoices.map((minutes) =>
          set(
            mark(minutes === absenceMinutes, `⏳ ${say('minutes-short', { count: minutes })}`),
            'absence',
            String(minutes),
          ),
        ),
        set(mark(absenceMinutes === null, `⏳ ${say('button-absence-off')}`), 'absence', 'off'),
      ],
      [set(mark(returnsOffShift, say('button-shift-returns')), 'shift', returnsOffShift ? 'off' : 'on')],
      [{ text: say('button-office-hours'), data: callbackData('office') }],
    ],
  }
}

/** How many leads each is given at most: of everybody, and of each. */
export function limitsFace({ say }: Voice, { capacity, members }: AssignmentOverview): Face {
  const choice = (text: string, isSo: boolean, value: string): Button => ({
    text: mark(isSo, text),
    data: callbackData('limit-all', value),
  })
  return {
    html: [`⚖️ <b>${say('limits-title')}</b>`, say('limits-about')].join('\n\n'),
    buttons: [
      [
        ...capacityChoices.map((one) => choice(String(one), one === capacity, String(one))),
        choice('∞', capacity === null, 'none'),
      ],
      ...members.slice(0, 40).map((member) => [
        {
          text: `${member.own ? '📌 ' : ''}${cutLine(tame(member.name), 40)} · ${loadOf(member)}`,
          data: callbackData('limit-of', shortId(member.id)),
        },
      ]),
      [{ text: say('button-back'), data: callbackData('assignment') }],
    ],
  }
}

/** The limit of one member. */
export function limitFace({ say }: Voice, member: AssignmentOverview['members'][number], name: string): Face {
  const choice = (text: string, isSo: boolean, value: string): Button => ({
    text: mark(isSo, text),
    data: callbackData('limit-set', shortId(member.id), value),
  })
  const values = { name, count: member.open }
  return {
    html: `⚖️ ${member.capacity === null ? say('limit-none-of', values) : say('limit-of', { ...values, limit: member.capacity })}`,
    buttons: [
      capacityChoices.map((one) => choice(String(one), member.own && one === member.capacity, String(one))),
      [choice(say('button-limit-common'), !member.own, 'common')],
      [{ text: say('button-back'), data: callbackData('limits') }],
    ],
  }
}
