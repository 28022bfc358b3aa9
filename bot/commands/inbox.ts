import { canWorkLeads } from '#core/policy.ts'
import { answerMember } from '../posts/answer-member.ts'
import type { BotCommand } from './command.ts'
import { readInbox } from './read-inbox.ts'

/** `/inbox`: who waits for an answer. A viewer has no leads of his own and nothing to claim: he sees all. */
export const inbox: BotCommand = {
  name: 'inbox',
  describedBy: 'command-inbox',
  async run(ctx) {
    const whose = canWorkLeads({ kind: 'member', ...ctx.member }) ? 'unclaimed' : 'all'
    await answerMember(ctx, 'inbox', await readInbox(ctx, whose, 0))
  },
}
