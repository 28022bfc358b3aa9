import { type Context, GrammyError, HttpError } from 'grammy'
import type { Logger } from '#core/log.ts'
import { cutText } from '../text/cut-text.ts'

const longestToast = 200

export interface Toast {
  text?: string
  /** Shown until it is put away, instead of for a moment. */
  stay?: boolean
}

/**
 * Ends the waiting of a pressed button, once. Failing to is no reason to do anything again: what the press asked for
 * is done by then, and Telegram forgets presses after a while.
 */
export async function settlePress(ctx: Context, log: Logger, { text, stay = false }: Toast): Promise<void> {
  if (!ctx.callbackQuery) return
  try {
    await ctx.answerCallbackQuery(text ? { text: cutText(text, longestToast), show_alert: stay } : {})
  } catch (error) {
    if (!(error instanceof GrammyError || error instanceof HttpError)) throw error
    log.debug({ update: ctx.update.update_id, reason: error.message }, 'a press could not be answered')
  }
}
