import type { ParameterizedContext } from 'koa'
import { answer, answerUnread } from '../answer.ts'
import { keep, type Reception, takeBody } from '../intake.ts'
import { recordAt, textAt } from '../meta/loose-json.ts'
import { parseObject } from '../parse-object.ts'
import { isSameSecret } from '../same-secret.ts'
import { customerUpdateCall } from './customer-update-call.ts'
import { customerWebhook, type TelegramWebhook } from './customer-webhook.ts'

const maxBytes = 1024 * 1024
const isBotId = /^\d{1,18}$/

/**
 * `POST /webhooks/telegram/customer` (the bot of the environment's token) and `/webhooks/telegram/customer/:bot`: one
 * update. 200 once it is kept; 401 for another secret; 400 for what is not an update; 404 for what is no bot; 408, 413,
 * 415 and 503 as at Meta's webhook.
 *
 * A pressed button is answered in the same breath (Telegram carries out the method that a 200 names), so that it stops
 * spinning on the customer's phone.
 *
 * @throws Error when the secret is empty
 */
export function createCustomerUpdateReceiver(reception: Reception, webhook: TelegramWebhook) {
  if (webhook.secret === '') {
    throw new Error('The secret of the Telegram webhook is empty: set TELEGRAM_WEBHOOK_SECRET.')
  }
  const limits = { maxBytes, deadlineMs: reception.bodyDeadlineMs }

  return async (ctx: ParameterizedContext): Promise<void> => {
    const last = ctx.path.split('/').at(-1) ?? ''
    const botId = last === 'customer' ? webhook.mainBotId : last
    if (botId === undefined || !isBotId.test(botId)) return answerUnread(ctx, 404, 'There is no such bot.')
    const expected = Buffer.from(customerWebhook(webhook, botId).secretToken, 'utf8')
    const given = ctx.req.headers['x-telegram-bot-api-secret-token']
    if (typeof given !== 'string' || !isSameSecret(expected, given)) {
      reception.metrics.rejected('bad-secret')
      return answerUnread(ctx, 401, 'X-Telegram-Bot-Api-Secret-Token is missing or is not ours.')
    }
    const body = await takeBody(ctx, reception, limits)
    if (body === undefined) return
    const update = parseObject(body)
    const call = customerUpdateCall(botId, update, body)
    if (call === undefined || update === undefined) {
      reception.metrics.rejected('not-json')
      return answer(ctx, 400, 'The body is not an update: update_id is missing.')
    }
    if (!(await keep(ctx, reception, call))) return
    const press = textAt(recordAt(update, 'callback_query') ?? {}, 'id')
    answer(ctx, 200, '')
    if (press === undefined) return
    ctx.type = 'application/json'
    ctx.body = JSON.stringify({ method: 'answerCallbackQuery', callback_query_id: press })
  }
}
