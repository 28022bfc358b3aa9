import type { Say } from '#core/i18n.ts'
import { shortId } from '#core/new-id.ts'
import type { Reminder } from '#core/reminders/reminder.ts'
import type { Repeat } from '#core/reminders/repeat.ts'
import { callbackData } from '../callback-data.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { ownDirection } from '../text/direction.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'
import { nameLine } from '../text/name-line.ts'
import type { Voice } from '../voice.ts'
import { type Choice, sayChoice } from './choices.ts'
import { tellMoment } from './tell-moment.ts'

const repeatKeys: Record<Repeat, string> = {
  none: 'repeat-none',
  daily: 'repeat-daily',
  weekly: 'repeat-weekly',
  monthly: 'repeat-monthly',
}
export const sayRepeat = (say: Say, repeat: Repeat): string => say(repeatKeys[repeat])

/** The lead that a reminder is about, as HTML. */
export function leadOf({ say }: Voice, { name, number }: { name: string | null; number: number }): string {
  const called = nameLine(name) || say('person-unknown')
  return `<b>${ownDirection(escapeHtml(called))}</b> · #${number}`
}

const textLines = ({ text }: Reminder): string[] =>
  text === '' ? [] : [`<blockquote>${escapeHtml(text)}</blockquote>`]

/**
 * What was just set: when it comes, to whom, and how it can still be changed. `answerable`: an answer to the post is
 * another time.
 */
export function setFace(
  voice: Voice,
  reminder: Reminder,
  viewerId: string,
  timeZone: string,
  answerable = false,
): Face {
  const { say } = voice
  const id = shortId(reminder.id)
  const when = tellMoment(voice, reminder.dueAt, timeZone)
  const html = [
    reminder.for.id === viewerId
      ? `⏰ ${say('reminder-set', { when })}`
      : `⏰ ${say('reminder-set-for', { when, name: escapeHtml(cutLine(reminder.for.name, 64)) })}`,
    voice.mark + leadOf(voice, reminder.lead),
    ...textLines(reminder),
    ...(reminder.repeat === 'none' ? [] : [`🔁 ${sayRepeat(say, reminder.repeat)}`]),
    ...(answerable ? [`<i>${say('reminder-set-change')}</i>`] : []),
  ].join('\n')
  const rhythm = (repeat: Repeat): Button => ({
    text: sayRepeat(say, repeat),
    data: callbackData('remind-repeat', id, repeat),
  })
  const rhythms: Repeat[] = reminder.repeat === 'none' ? ['daily', 'weekly', 'monthly'] : ['none']
  const cancel = { text: say('button-reminder-cancel'), data: callbackData('reminder-cancel', id) }
  return { html, buttons: [rhythms.map(rhythm), [cancel]], subjects: [reminder.lead.id] }
}

/** What is told when its time has come. */
export function dueFace(voice: Voice, reminder: Reminder, viewerId: string): Face {
  const { say } = voice
  const id = shortId(reminder.id)
  const { by } = reminder
  const who = { name: escapeHtml(cutLine(by.name, 64)), other: escapeHtml(cutLine(reminder.for.name, 64)) }
  const html = [
    `⏰ ${say('reminder-due')}`,
    voice.mark + leadOf(voice, reminder.lead),
    ...textLines(reminder),
    ...(reminder.for.id === viewerId ? [] : [say('reminder-due-instead', { name: who.other })]),
    ...(by.id === viewerId || by.id === reminder.for.id ? [] : [say('reminder-due-by', { name: who.name })]),
  ].join('\n')
  const later = (choice: Choice): Button => ({
    text: sayChoice(say, choice),
    data: callbackData('reminder-later', id, choice),
  })
  return {
    html,
    buttons: [
      [{ text: say('button-reminder-done'), data: callbackData('reminder-done', id) }],
      [later('hour'), later('tomorrow')],
      [{ text: say('button-open-lead'), data: callbackData('open', shortId(reminder.lead.id)) }],
    ],
  }
}

/** What stands there once it was dealt with: the same, and how it ended. */
export function settledFace(voice: Voice, reminder: Reminder, end: string): Face {
  const { say } = voice
  const html = [voice.mark + leadOf(voice, reminder.lead), ...textLines(reminder), end].join('\n')
  const open = { text: say('button-open-lead'), data: callbackData('open', shortId(reminder.lead.id)) }
  return { html, buttons: [[open]], subjects: [reminder.lead.id] }
}

/** A member's reminders, the next first. */
export function listFace(voice: Voice, reminders: Reminder[], timeZone: string): Face {
  const { say } = voice
  if (reminders.length === 0) return { html: say('reminders-none') }
  const lines = reminders.map((reminder) => {
    const about = reminder.text === '' ? '' : `: ${escapeHtml(cutLine(reminder.text, 80))}`
    const mark = reminder.firedAt ? '❗' : reminder.repeat === 'none' ? '•' : '🔁'
    return `${mark} ${tellMoment(voice, reminder.dueAt, timeZone)} · ${leadOf(voice, reminder.lead)}${about}`
  })
  const buttons = reminders.map((reminder) => [
    {
      // With its time, since two may be of the same lead.
      text: cutLine(
        `${tellMoment(voice, reminder.dueAt, timeZone)} · #${reminder.lead.number} ${tame(reminder.text) || nameLine(reminder.lead.name)}`,
        48,
      ),
      data: callbackData('reminder-open', shortId(reminder.id)),
    },
  ])
  return {
    html: [`⏰ <b>${say('reminders-title', { count: reminders.length })}</b>`, '', ...lines]
      .map((line) => line && voice.mark + line)
      .join('\n'),
    buttons,
    subjects: [...new Set(reminders.map(({ lead }) => lead.id))],
  }
}
