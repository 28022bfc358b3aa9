import { answerBelow } from '../posts/answer-member.ts'
import { showFound } from '../search/show-found.ts'
import type { BotCommand } from './command.ts'

/** `/find words`: leads by name, number, telephone and what was said. */
export const find: BotCommand = {
  name: 'find',
  describedBy: 'command-find',
  async run(ctx, argument) {
    if (argument === '') return answerBelow(ctx, 'find-usage', ctx.voice.say('find-usage'))
    await showFound(ctx, argument)
  },
}
