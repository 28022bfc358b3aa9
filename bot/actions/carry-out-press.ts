import { DeskError } from '#core/errors.ts'
import { readCallbackData } from '../callback-data.ts'
import type { MemberContext } from '../context.ts'
import { settlePress } from '../middleware/settle-press.ts'
import { actions } from './index.ts'

const byVerb = new Map(actions.map((action) => [action.verb, action]))

/** Does what a button says. What no button of ours says is refused kindly: it may be old, or forged. */
export async function carryOutPress(ctx: MemberContext): Promise<void> {
  const pressed = readCallbackData(ctx.callbackQuery?.data ?? '')
  const action = pressed && byVerb.get(pressed.verb)
  if (!pressed || !action) throw new DeskError('not-found', 'button-outdated')
  const text = await action.run(ctx, pressed.parts)
  await settlePress(ctx, ctx.tools.log, text ? { text } : {})
}
