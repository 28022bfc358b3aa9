import type { DigestKind } from '#core/digests/digest.ts'
import type { OwnHours } from '#core/digests/read-own-hours.ts'
import type { Say } from '#core/i18n.ts'
import { callbackData } from '../callback-data.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { tellClock, tellSpan } from '../text/tell-clock.ts'
import type { Voice } from '../voice.ts'

/** Times one tap away; a digest may have been given another one before. */
export const digestTimes: Record<DigestKind, readonly string[]> = {
  morning: ['07:30', '08:30', '09:30'],
  evening: ['18:00', '19:00', '21:00'],
}
/** Quiet hours one tap away, as buttons carry them. */
export const quietSpans: Record<string, { from: string; until: string }> = {
  none: { from: '00:00', until: '00:00' },
  early: { from: '20:00', until: '08:00' },
  late: { from: '22:00', until: '07:00' },
}

const digestKeys: Record<DigestKind, string> = { morning: 'digest-morning', evening: 'digest-evening' }
export const sayDigest = (say: Say, kind: DigestKind): string => say(digestKeys[kind])

/** A member's digests, quiet hours and time zone, with buttons for the usual choices. */
export function hoursFace(voice: Voice, { timeZone, quiet, digests }: OwnHours): Face {
  const { say } = voice
  const html = [
    `🕰 <b>${say('hours-title')}</b>`,
    [
      ...digests.map(({ kind, enabled, at }) => {
        const digest = sayDigest(say, kind)
        return enabled
          ? say('hours-digest', { digest, at: tellClock(voice, at) })
          : say('hours-digest-off', { digest })
      }),
      quiet
        ? say('hours-quiet', { span: tellSpan(voice, quiet.from, quiet.until) })
        : say('hours-quiet-none'),
      say('hours-zone', { zone: escapeHtml(timeZone) }),
    ].join('\n'),
    say('hours-about'),
  ].join('\n\n')
  const mark = (isSo: boolean, text: string) => (isSo ? `✅ ${text}` : text)
  const buttons: Button[][] = digests.map(({ kind, enabled, at }) => [
    ...digestTimes[kind].map((time) => ({
      text: mark(enabled && at === time, `${kind === 'morning' ? '🌅' : '🌇'} ${tellClock(voice, time)}`),
      data: callbackData('digest-set', kind, time.replace(':', '')),
    })),
    { text: mark(!enabled, say('button-off')), data: callbackData('digest-set', kind, 'off') },
  ])
  const spans = Object.entries(quietSpans).map(([name, { from, until }]) => ({
    text:
      name === 'none'
        ? mark(quiet === null, say('button-quiet-none'))
        : mark(quiet?.from === from && quiet.until === until, `🌙 ${tellSpan(voice, from, until)}`),
    data: callbackData('quiet-set', name),
  }))
  return {
    html,
    // Three spans side by side are too wide for a phone.
    buttons: [
      ...buttons,
      spans.slice(0, 1),
      spans.slice(1),
      [{ text: say('button-time-zone'), data: callbackData('time-zone') }],
    ],
  }
}
