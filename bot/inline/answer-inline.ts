import { GrammyError, HttpError } from 'grammy'
import { DeskError } from '#core/errors.ts'
import { isFromMember, type MemberContext, type StaffContext } from '../context.ts'
import { type LeadResults, readLeadResults } from './lead-results.ts'
import { readQuickResults } from './quick-results.ts'

/**
 * `@bot words` in any chat: the member's leads and quick replies. What is found is for him alone and of this moment:
 * Telegram keeps none of it. Strangers get nothing, and no reason.
 */
export async function answerInline(ctx: StaffContext): Promise<void> {
  const words = ctx.inlineQuery?.query.trim() ?? ''
  const { results, button }: LeadResults = isFromMember(ctx) ? await findResults(ctx, words) : { results: [] }
  const above = button ? { button } : {}
  try {
    await ctx.answerInlineQuery(results, { cache_time: 0, is_personal: true, ...above })
  } catch (error) {
    // Whoever types on has asked anew by then, and Telegram takes no answer to what is old.
    if (!(error instanceof GrammyError || error instanceof HttpError)) throw error
    const reason = error.message
    ctx.tools.log.debug({ update: ctx.update.update_id, reason }, 'an inline query could not be answered')
  }
}

async function findResults(ctx: MemberContext, words: string): Promise<LeadResults> {
  try {
    const leads = await readLeadResults(ctx, words)
    return { ...leads, results: [...leads.results, ...(await readQuickResults(ctx, words))] }
  } catch (error) {
    if (!(error instanceof DeskError)) throw error
    return { results: [] }
  }
}
