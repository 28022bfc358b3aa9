import { canWorkLeads } from '#core/policy.ts'
import { answerMember } from '../posts/answer-member.ts'
import type { BotCommand } from './command.ts'
import { readInboxOf } from './read-inbox.ts'

/**
 * `/inbox`: who waits for an answer; `/inbox vip`: of the leads with that tag. Whoever works no leads has none of his own
 * and nothing to claim: he sees all.
 */
export const inbox: BotCommand = {
  name: 'inbox',
  describedBy: 'command-inbox',
  async run(ctx, argument) {
    const works = canWorkLeads({ kind: 'member', ...ctx.member })
    const tab = works && argument === '' ? 'unclaimed' : 'all'
    await answerMember(ctx, 'inbox', await readInboxOf(ctx, tab, argument))
  },
}
