import type { NextFunction } from 'grammy'
import { DeskError } from '#core/errors.ts'
import { readCallbackData } from '../callback-data.ts'
import type { MemberContext } from '../context.ts'
import { sayError } from '../error-words.ts'
import { answerBelow } from '../posts/answer-member.ts'
import { escapeSigns } from '../text/escape-html.ts'
import { settlePress } from './settle-press.ts'
import { traceRefusal } from './trace-refusal.ts'

/**
 * Tells the member why the desk refused: over a pressed button, below a written message. A refused press leaves a trace. Anything else that is thrown
 * goes on, so that the update is handled again; only the button's waiting is ended.
 */
export async function tellRefusals(ctx: MemberContext, next: NextFunction): Promise<void> {
  try {
    await next()
  } catch (error) {
    const { say } = ctx.voice
    if (!(error instanceof DeskError)) {
      await settlePress(ctx, ctx.tools.log, { text: say('error-unknown'), stay: true })
      throw error
    }
    const text = sayError(say, error)
    if (ctx.callbackQuery) {
      await settlePress(ctx, ctx.tools.log, { text, stay: true })
      const verb = readCallbackData(ctx.callbackQuery.data ?? '')?.verb ?? 'unknown'
      await traceRefusal(ctx, `press:${verb}`, error)
    } else {
      // The parts of an album come one by one, and one sentence is enough for all that are refused for the same.
      const album = ctx.msg?.media_group_id
      const once = album ? { key: `refused:${album}:${error.code}` } : {}
      await answerBelow(ctx, 'refused', `⚠️ ${escapeSigns(text)}`, once)
    }
  }
}
