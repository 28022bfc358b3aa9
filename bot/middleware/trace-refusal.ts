import type { DeskError } from '#core/errors.ts'
import { actorOf, type MemberContext } from '../context.ts'

/**
 * Has a refusal written down that the desk did not see: we found by ourselves that what was asked for is not there, or is
 * not the member's. A conflict is none: somebody else was faster, or the network cannot. `of`: what was asked for.
 */
export async function traceRefusal(ctx: MemberContext, of: string, error: DeskError): Promise<void> {
  if (error.isTraced || error.kind === 'conflict' || error.kind === 'unavailable') return
  await ctx.tools.desk
    .perform(actorOf(ctx), 'traceRefusal', { of, code: error.code })
    .catch((failure: unknown) => {
      ctx.tools.log.warn({ err: failure, of }, 'a refusal could not be written into the audit')
    })
}
