import type { NextFunction } from 'grammy'
import { DeskError } from '#core/errors.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { createGate } from '../posts/create-gate.ts'

/** Presence is known to the minute. */
const onceIn = 60_000

/** Whatever a member writes or presses shows that he is here. Told after it was answered, at most once a minute. */
export function touchPresence() {
  const gate = createGate(onceIn)
  return async (ctx: MemberContext, next: NextFunction): Promise<void> => {
    await next()
    if (!gate.pass(ctx.member.memberId)) return
    try {
      await ctx.tools.desk.perform(actorOf(ctx), 'touchPresence', {})
    } catch (error) {
      // What he did may have ended his place on the team.
      if (!(error instanceof DeskError)) throw error
    }
  }
}
