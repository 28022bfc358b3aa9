import { askQuestion } from '../dialogues/dialogue.ts'
import { showFound } from '../search/show-found.ts'
import type { BotCommand } from './command.ts'

/** `/find words`: leads by name, number, telephone and what was said; without words they are asked for. */
export const find: BotCommand = {
  name: 'find',
  describedBy: 'command-find',
  async run(ctx, argument) {
    const { say } = ctx.voice
    if (argument !== '') return showFound(ctx, argument)
    await askQuestion(ctx, 'find', { html: `🔎 ${say('find-ask')}`, ask: say('find-placeholder') })
  },
}
