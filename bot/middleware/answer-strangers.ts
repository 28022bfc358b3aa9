import { GrammyError, HttpError } from 'grammy'
import type { StaffContext } from '../context.ts'
import { settlePress } from './settle-press.ts'

/**
 * One neutral answer to whoever is not on a team, the same to everything: it tells nothing of who is. Not queued like
 * what staff see, because nobody's organization is concerned; when Telegram does not take it, nothing is lost.
 */
export async function answerStrangers(ctx: StaffContext): Promise<void> {
  const { say } = ctx.voice
  if (ctx.callbackQuery) return settlePress(ctx, ctx.tools.log, { text: say('stranger'), stay: true })
  if (ctx.message) await sayToStranger(ctx, say('stranger'))
}

/** Says something to a person who is not on a team. */
export async function sayToStranger(ctx: StaffContext, text: string): Promise<void> {
  try {
    await ctx.reply(text, { link_preview_options: { is_disabled: true } })
  } catch (error) {
    if (!(error instanceof GrammyError || error instanceof HttpError)) throw error
    ctx.tools.log.info({ update: ctx.update.update_id, reason: error.message }, 'a stranger was not answered')
  }
}
