import type { OwnShift } from '#core/presence/read-own-shift.ts'
import { type Shift, shifts } from '#core/presence/shift.ts'
import { callbackData } from '../callback-data.ts'
import type { Face } from '../posts/post-content.ts'
import type { Voice } from '../voice.ts'

const stateKeys: Record<Shift, string> = { on: 'shift-on', break: 'shift-break', off: 'shift-off' }
const buttonKeys: Record<Shift, string> = {
  on: 'button-shift-on',
  break: 'button-shift-break',
  off: 'button-shift-off',
}

/** The shift that a member is on, and the buttons that change it. */
export function shiftFace({ say }: Voice, { said, shift, waiting }: OwnShift): Face {
  const mark = (isSo: boolean, text: string) => (isSo ? `✅ ${text}` : text)
  return {
    html: [
      `<b>${say(stateKeys[shift])}</b>`,
      ...(said === null ? [say('shift-by-hours')] : []),
      ...(shift !== 'on' && waiting > 0 ? [say('shift-waiting', { count: waiting })] : []),
      say('shift-about'),
    ].join('\n\n'),
    buttons: [
      shifts.map((one) => ({
        text: mark(said === one, say(buttonKeys[one])),
        data: callbackData('shift', one),
      })),
      [{ text: mark(said === null, say('button-shift-hours')), data: callbackData('shift', 'hours') }],
    ],
  }
}
