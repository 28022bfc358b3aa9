import type { DigestKind } from '#core/digests/digest.ts'
import type { Digest } from '#core/digests/read-digest.ts'
import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import type { Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { nameLine } from '../text/name-line.ts'
import { tellDuration } from '../text/tell-duration.ts'
import type { Voice } from '../voice.ts'
import { sayDigest } from './hours-face.ts'
import { leadOf } from './reminder-faces.ts'
import { tellMoment } from './tell-moment.ts'

/** A digest as its member reads it: what waits, what to remember, and in the evening what the day brought. */
export function digestFace(voice: Voice, kind: DigestKind, digest: Digest): Face {
  const { say, now } = voice
  const { waiting, reminders, day, leftOut, timeZone } = digest
  const blocks = [
    [`${kind === 'morning' ? '🌅' : '🌇'} <b>${sayDigest(say, kind)}</b>`],
    ...(day
      ? [
          [
            say('digest-opened', { count: day.opened }),
            say('digest-answered', { count: day.answered }),
            say('digest-converted', { count: day.converted }),
            say('digest-lost', { count: day.lost }),
          ],
        ]
      : []),
    ...(waiting.total > 0
      ? [
          [
            kind === 'morning'
              ? say('digest-waiting-own', { count: waiting.total })
              : say('digest-waiting-all', { count: waiting.total }),
            ...waiting.longest.map(
              (lead) =>
                `• ${leadOf(voice, lead)} – ${tellDuration(say, now.getTime() - lead.since.getTime())}`,
            ),
          ],
        ]
      : []),
    ...(reminders.length > 0
      ? [
          [
            `⏰ ${say('digest-reminders', { count: reminders.length })}`,
            ...reminders.map(
              (reminder) =>
                `• ${tellMoment(voice, reminder.dueAt, timeZone)} · ${leadOf(voice, reminder.lead)}` +
                (reminder.text === '' ? '' : `: ${escapeHtml(cutLine(reminder.text, 80))}`),
            ),
          ],
        ]
      : []),
  ]
  const leftOutLines = leftOut > 0 ? [[`🔕 ${say('digest-left-out', { count: leftOut })}`]] : []
  const open = waiting.longest.map(({ id, number, name }) => ({
    text: cutLine(`#${number} ${nameLine(name)}`, 30),
    data: callbackData('open', shortId(id)),
  }))
  return {
    html: [...blocks, ...leftOutLines]
      .map((lines) => lines.map((line) => voice.mark + line).join('\n'))
      .join('\n\n'),
    buttons: [
      ...open.map((button) => [button]),
      [{ text: say('button-digest-settings'), data: callbackData('hours') }],
    ],
    subjects: [...waiting.longest.map(({ id }) => id), ...reminders.map(({ lead }) => lead.id)],
  }
}
