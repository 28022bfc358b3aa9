import type { OfficeSpan } from '#core/office-hours/office-hours.ts'
import type { OfficeHoursView } from '#core/office-hours/read-office-hours.ts'
import { callbackData } from '../callback-data.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { tellSpan } from '../text/tell-clock.ts'
import type { Voice } from '../voice.ts'
import { mark } from './settings-face.ts'

/** Spans one tap away, as buttons carry them. */
export const spanChoices: Record<string, OfficeSpan[]> = {
  closed: [],
  early: [{ opens: '08:00', closes: '16:00' }],
  usual: [{ opens: '09:00', closes: '17:00' }],
  longer: [{ opens: '09:00', closes: '18:00' }],
  late: [{ opens: '10:00', closes: '19:00' }],
  always: [{ opens: '00:00', closes: '00:00' }],
}

/** The weekdays that a page is about, as buttons name them: one, Monday to Friday, or all. */
export function weekdaysOf(name: string): number[] | undefined {
  if (name === 'work') return [1, 2, 3, 4, 5]
  if (name === 'all') return [1, 2, 3, 4, 5, 6, 7]
  return /^[1-7]$/.test(name) ? [Number(name)] : undefined
}

/** A weekday's name; 1 is Monday. */
const sayWeekday = ({ language }: Voice, weekday: number, length: 'long' | 'short'): string =>
  capital(
    new Intl.DateTimeFormat(language, { weekday: length, timeZone: 'UTC' }).format(
      new Date(Date.UTC(2024, 0, weekday)),
    ),
  )

const capital = (word: string): string => word.charAt(0).toLocaleUpperCase() + word.slice(1)

/** A day without its year's slashes, which Telegram would take for commands. */
const sayDay = ({ language }: Voice, day: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

function saySpans(voice: Voice, spans: readonly OfficeSpan[]): string {
  const { say } = voice
  if (spans.length === 0) return say('office-closed')
  if (spans.some(({ opens, closes }) => opens === closes)) return say('office-all-day')
  return spans.map(({ opens, closes }) => tellSpan(voice, opens, closes)).join(', ')
}

export const sayDays = (voice: Voice, name: string): string =>
  name === 'work' || name === 'all'
    ? voice.say(name === 'work' ? 'office-workdays' : 'office-all-days')
    : sayWeekday(voice, Number(name), 'long')

/** When the business is open. */
export function officeFace(
  voice: Voice,
  { week, isSet, timeZone, holidays, isOpenNow }: OfficeHoursView,
): Face {
  const { say } = voice
  const day = (name: string, text: string): Button => ({ text, data: callbackData('office-day', name) })
  const short = week.map((_, index) => day(String(index + 1), sayWeekday(voice, index + 1, 'short')))
  return {
    html: [
      `🕘 <b>${say('office-title')}</b>`,
      isSet
        ? week
            .map((spans, index) =>
              say('office-day', {
                day: sayWeekday(voice, index + 1, 'long'),
                hours: saySpans(voice, spans),
              }),
            )
            .join('\n')
        : say('office-not-set'),
      [
        isOpenNow ? say('office-open-now') : say('office-closed-now'),
        say('office-zone', { zone: escapeHtml(timeZone) }),
        say('office-holidays', { count: holidays.length }),
      ].join('\n'),
      `<i>${say('office-about')}</i>`,
    ].join('\n\n'),
    buttons: [
      [day('work', say('office-workdays')), day('all', say('office-all-days'))],
      short.slice(0, 4),
      short.slice(4),
      [
        { text: say('button-holidays'), data: callbackData('holidays') },
        { text: say('button-time-zone'), data: callbackData('office-zone') },
      ],
      [{ text: say('button-back'), data: callbackData('assignment') }],
    ],
  }
}

/** The hours of one day, or of several at once. */
export function officeDayFace(
  voice: Voice,
  name: string,
  weekdays: number[],
  { week }: OfficeHoursView,
): Face {
  const { say } = voice
  const now = week[(weekdays[0] ?? 1) - 1] ?? []
  const isSame = (spans: readonly OfficeSpan[]) =>
    weekdays.every((weekday) => JSON.stringify(week[weekday - 1]) === JSON.stringify(spans))
  const choices = Object.entries(spanChoices).map(([choice, spans]) => ({
    text: mark(isSame(spans), saySpans(voice, spans)),
    data: callbackData('office-set', name, choice),
  }))
  return {
    html: [
      `🕘 <b>${sayDays(voice, name)}</b>`,
      ...(isSame(now) ? [saySpans(voice, now)] : []),
      say('office-ask-day'),
    ].join('\n\n'),
    buttons: [
      choices.slice(0, 2),
      choices.slice(2, 4),
      choices.slice(4),
      [{ text: say('button-other-hours'), data: callbackData('office-ask', name) }],
      [{ text: say('button-back'), data: callbackData('office') }],
    ],
  }
}

/** Days on which the business is closed; a tap takes one away. */
export function holidaysFace(voice: Voice, { holidays }: OfficeHoursView): Face {
  const { say } = voice
  return {
    html: [
      `🎉 <b>${say('holidays-title')}</b>`,
      holidays.length > 0 ? say('holidays-about') : say('holidays-none'),
    ].join('\n\n'),
    buttons: [
      ...holidays.slice(0, 40).map((day) => [
        {
          text: `🗑 ${sayDay(voice, day)}`,
          data: callbackData('holiday-off', day),
        },
      ]),
      [{ text: say('button-holiday-add'), data: callbackData('holiday-ask') }],
      [{ text: say('button-back'), data: callbackData('office') }],
    ],
  }
}
