import { GrammyError, HttpError } from 'grammy'
import type { MemberContext } from '../context.ts'
import { markSecret } from './secret-updates.ts'

/** How it ended, for each update: whoever asks next need not ask Telegram. */
const outcomes = new WeakMap<object, Promise<boolean>>()

/**
 * Takes a message that holds a secret out of the chat, at once and not by a post, and sees to it that its update is not
 * kept.
 *
 * @returns false when Telegram did not take it out: the person has to do it
 */
export function deleteSecret(ctx: MemberContext): Promise<boolean> {
  markSecret(ctx.update)
  const outcome = outcomes.get(ctx.update) ?? takeOut(ctx)
  outcomes.set(ctx.update, outcome)
  return outcome
}

async function takeOut(ctx: MemberContext): Promise<boolean> {
  const { message } = ctx
  if (!message) return true
  try {
    await ctx.api.deleteMessage(message.chat.id, message.message_id)
    return true
  } catch (error) {
    if (!(error instanceof GrammyError || error instanceof HttpError)) throw error
    // Heard again: it is gone already.
    if (error instanceof GrammyError && /to delete not found/i.test(error.description)) return true
    ctx.tools.log.info({ update: ctx.update.update_id, reason: error.message }, 'a secret stays in its chat')
    return false
  }
}
