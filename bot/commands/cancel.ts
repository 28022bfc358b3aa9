import { canWorkLeads } from '#core/policy.ts'
import { answerBelow } from '../posts/answer-member.ts'
import type { BotCommand } from './command.ts'

/** `/cancel`: puts a question away. Nothing has to be undone: what was said so far is only in the questions themselves. */
export const cancel: BotCommand = {
  name: 'cancel',
  describedBy: 'command-cancel',
  may: canWorkLeads,
  async run(ctx) {
    await answerBelow(ctx, 'cancelled', ctx.voice.say('cancelled'))
  },
}
