import { answerMember } from '../posts/answer-member.ts'
import type { BotCommand } from './command.ts'
import { readInboxOf } from './read-inbox.ts'

/** `/leads`: all open leads; `/leads vip`: those with that tag. */
export const leads: BotCommand = {
  name: 'leads',
  describedBy: 'command-leads',
  async run(ctx, argument) {
    await answerMember(ctx, 'inbox', await readInboxOf(ctx, 'all', argument))
  },
}
