import type { AccountCheck, Asked, UsedAccount } from '#core/channels/channel-port.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import { isRecord, type JsonRecord, listAt, textAt } from '../meta/loose-json.ts'
import { customerUpdates } from './customer-update-call.ts'
import { customerWebhook, type TelegramWebhook } from './customer-webhook.ts'
import { sortTelegramAsked } from './sort-telegram-answer.ts'
import type { TelegramClient } from './telegram-client.ts'

/** More than this many updates waiting at Telegram means that we do not take them. */
const manyWaiting = 100
/** An error at Telegram older than this is over. */
const recentSeconds = 900

/**
 * Looks after a customers' bot: whether its token is good, and whether its updates are delivered here; if not, it is told
 * to deliver them. A bot that is polled has no webhook.
 */
export async function checkBot(
  client: TelegramClient,
  account: UsedAccount,
  webhook: TelegramWebhook | undefined,
): Promise<Asked<AccountCheck>> {
  const me = await client.call(account.token, 'getMe', {})
  if (me.kind !== 'answered') return sortTelegramAsked(me)
  const bot = isRecord(me.result) ? me.result : {}
  const facts = dropUndefined({
    displayName: textAt(bot, 'first_name'),
    username: textAt(bot, 'username'),
    business: bot.can_connect_to_business === true ? 'yes' : undefined,
  })
  if (!webhook) return { outcome: 'found', value: { subscription: 'subscribed', facts, dangers: [] } }
  const { url, secretToken } = customerWebhook(webhook, account.externalId)
  const info = await client.call(account.token, 'getWebhookInfo', {})
  if (info.kind !== 'answered') return sortTelegramAsked(info)
  const now = isRecord(info.result) ? info.result : {}
  const dangers = dangersOf(now)
  if (delivers(now, url)) return { outcome: 'found', value: { subscription: 'subscribed', facts, dangers } }
  const set = await client.call(account.token, 'setWebhook', {
    url,
    secret_token: secretToken,
    allowed_updates: customerUpdates,
    max_connections: 40,
  })
  if (set.kind !== 'answered') {
    return set.kind === 'error' && set.code === 400
      ? { outcome: 'found', value: { subscription: 'missing', facts, dangers } }
      : sortTelegramAsked(set)
  }
  return { outcome: 'found', value: { subscription: 'mended', facts, dangers: [] } }
}

/** An empty list of kinds means Telegram's default, which leaves reactions out. */
function delivers(info: JsonRecord, url: string): boolean {
  const allowed = new Set(listAt(info, 'allowed_updates') ?? [])
  return textAt(info, 'url') === url && customerUpdates.every((kind) => allowed.has(kind))
}

function dangersOf(info: JsonRecord): AccountCheck['dangers'] {
  const waiting = Number(info.pending_update_count)
  const failedAt = Number(info.last_error_date)
  const isRecent = Number.isFinite(failedAt) && Date.now() / 1000 - failedAt < recentSeconds
  if (!(waiting > manyWaiting) || !isRecent) return []
  const detail = textAt(info, 'last_error_message')
  return [
    {
      code: 'updates-waiting',
      title: 'Telegram cannot deliver messages to this desk',
      ...(detail ? { detail } : {}),
    },
  ]
}
