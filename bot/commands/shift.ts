import { changeShift, showShift } from '../assignment/change-shift.ts'
import { answerBelow } from '../posts/answer-member.ts'
import type { BotCommand } from './command.ts'

/** `/shift on`, `/shift break`, `/shift off`, `/shift hours`; by itself it shows how it is. */
export const shift: BotCommand = {
  name: 'shift',
  describedBy: 'command-shift',
  async run(ctx, argument) {
    const word = argument.toLowerCase()
    if (word === '') return showShift(ctx)
    if (!(await changeShift(ctx, word))) await answerBelow(ctx, 'shift-usage', ctx.voice.say('shift-usage'))
  },
}
