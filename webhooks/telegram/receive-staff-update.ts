import type { ParameterizedContext } from 'koa'
import { telegramUpdateCall } from '#core/inbox/telegram-update-call.ts'
import { answer, answerUnread } from '../answer.ts'
import { type Reception, takeBody, takeIn } from '../intake.ts'
import { parseObject } from '../parse-object.ts'
import { isSameSecret } from '../same-secret.ts'

export interface StaffUpdateOptions {
  /** The digits before the colon of the bot's token; update ids count per bot. */
  botId: string
  /** What `setWebhook` was given as `secret_token`. */
  secretToken: string
}

/** The largest update is a message of 4096 characters with its entities, far below this. */
const maxBytes = 1024 * 1024

/**
 * `POST`: one update of the staff bot. 200 once it is kept; 401 for another secret; 400 for what is not an
 * update; 408, 413, 415 and 503 as at Meta's webhook.
 *
 * @throws Error when the secret is empty or the bot's id is not one
 */
export function createStaffUpdateReceiver(reception: Reception, options: StaffUpdateOptions) {
  if (options.secretToken === '') {
    throw new Error('The secret of the staff webhook is empty: set TELEGRAM_WEBHOOK_SECRET.')
  }
  if (!/^\d{1,18}$/.test(options.botId)) throw new Error('The id of the staff bot is not a number.')
  const expected = Buffer.from(options.secretToken, 'utf8')
  const limits = { maxBytes, deadlineMs: reception.bodyDeadlineMs }

  return async (ctx: ParameterizedContext): Promise<void> => {
    const given = ctx.req.headers['x-telegram-bot-api-secret-token']
    if (typeof given !== 'string' || !isSameSecret(expected, given)) {
      reception.metrics.rejected('bad-secret')
      return answerUnread(ctx, 401, 'X-Telegram-Bot-Api-Secret-Token is missing or is not ours.')
    }
    const body = await takeBody(ctx, reception, limits)
    if (body === undefined) return

    const call = telegramUpdateCall(options.botId, parseObject(body), body)
    if (call === undefined) {
      reception.metrics.rejected('not-json')
      return answer(ctx, 400, 'The body is not an update: update_id is missing.')
    }
    return takeIn(ctx, reception, call)
  }
}
