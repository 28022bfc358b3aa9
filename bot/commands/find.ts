import { answerBelow, answerMember } from '../posts/answer-member.ts'
import { mostWords, readFound } from '../search/read-found.ts'
import type { BotCommand } from './command.ts'

/**
 * `/find words`: leads by name, number, telephone and what was said. The words stay in the post, so that its pages are
 * those of the same search.
 */
export const find: BotCommand = {
  name: 'find',
  describedBy: 'command-find',
  async run(ctx, argument) {
    const words = argument.slice(0, mostWords)
    if (words === '') return answerBelow(ctx, 'find-usage', ctx.voice.say('find-usage'))
    const key = `found:${ctx.update.update_id}`
    await answerMember(ctx, 'found', { ...(await readFound(ctx, words)), dialogue: { words } }, { key })
  },
}
