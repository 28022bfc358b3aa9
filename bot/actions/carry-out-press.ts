import { DeskError } from '#core/errors.ts'
import { readCallbackData } from '../callback-data.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { settlePress } from '../middleware/settle-press.ts'
import { actions } from './index.ts'

const byVerb = new Map(actions.map((action) => [action.verb, action]))

/** Does what a button says. What no button of ours says is refused kindly: it may be old, or forged. */
export async function carryOutPress(ctx: MemberContext): Promise<void> {
  const pressed = readCallbackData(ctx.callbackQuery?.data ?? '')
  const action = pressed && byVerb.get(pressed.verb)
  try {
    if (!action) throw new DeskError('not-found', 'button-outdated')
    const text = await action.run(ctx, pressed.parts)
    await settlePress(ctx, ctx.tools.log, text ? { text } : {})
  } catch (error) {
    if (error instanceof DeskError) await trace(ctx, action?.verb ?? 'unknown', error)
    throw error
  }
}

/**
 * Has a refused press written down, whoever refused it: the desk or we. A conflict is none; somebody else was faster, or
 * the network cannot.
 */
async function trace(ctx: MemberContext, verb: string, error: DeskError): Promise<void> {
  if (error.isTraced || error.kind === 'conflict' || error.kind === 'unavailable') return
  const refusal = { of: `press:${verb}`, code: error.code }
  await ctx.tools.desk.perform(actorOf(ctx), 'traceRefusal', refusal).catch((failure: unknown) => {
    ctx.tools.log.warn({ err: failure, verb }, 'a refused press could not be written into the audit')
  })
}
