import { DeskError } from '#core/errors.ts'
import { changeShift } from '../assignment/change-shift.ts'
import type { Action } from './action.ts'

/** Begins, interrupts or ends the presser's shift. */
export const shift: Action = {
  verb: 'shift',
  async run(ctx, [word = '']) {
    if (!(await changeShift(ctx, word))) throw new DeskError('not-found', 'button-outdated')
    return ctx.voice.say('toast-shift')
  },
}
