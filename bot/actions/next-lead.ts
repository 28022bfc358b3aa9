import { longId } from '#core/new-id.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { openCard } from '../posts/open-card.ts'
import type { Action } from './action.ts'
import { burst } from './burst.ts'

/** So many are looked through: the one that the button stands on may be the first. */
const looked = 2

/**
 * Opens the lead that waits longest for an answer: one of the member's own, else one that nobody has. The one whose card
 * was pressed is passed over.
 */
export const nextLead: Action = {
  verb: 'next',
  async run(ctx, [short = '']) {
    const lead = await findNext(ctx, longId(short))
    if (!lead) return ctx.voice.say('next-none')
    await openCard(ctx, lead, burst(ctx.voice.now))
    return undefined
  },
}

async function findNext(ctx: MemberContext, but: string | undefined) {
  for (const whose of ['mine', 'unclaimed'] as const) {
    const { leads } = await ctx.tools.desk.ask(actorOf(ctx), 'listInbox', { whose, limit: looked })
    const next = leads.find(({ id, lastMessage }) => id !== but && lastMessage?.direction === 'inbound')
    if (next) return next
  }
  return undefined
}
