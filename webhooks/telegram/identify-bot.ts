import type { Asked, FoundAccount } from '#core/channels/channel-port.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import { idAt, isRecord, textAt } from '../meta/loose-json.ts'
import { customerWebhook, type TelegramWebhook } from './customer-webhook.ts'
import { sortTelegramAsked } from './sort-telegram-answer.ts'
import type { TelegramClient } from './telegram-client.ts'

export interface IdentifyBotOptions {
  /** Where our bots deliver; absent while they are polled. */
  webhook?: TelegramWebhook | undefined
  /** The bot in which staff work: customers cannot write to it. */
  staffBotId?: string | undefined
}

/**
 * Which bot a token is of, and whether it is in use elsewhere: a bot delivers its updates to one place only.
 */
export async function identifyBot(
  client: TelegramClient,
  token: string,
  { webhook, staffBotId }: IdentifyBotOptions,
): Promise<Asked<FoundAccount[]>> {
  const answer = await client.call(token, 'getMe', {})
  if (answer.kind !== 'answered') return sortTelegramAsked(answer)
  const bot = isRecord(answer.result) ? answer.result : {}
  const externalId = idAt(bot, 'id')
  if (externalId === undefined) return gone('no-bot', 'Telegram did not say which bot this is')
  if (externalId === staffBotId) return gone('staff-bot', 'This is the bot in which staff work')
  const info = await client.call(token, 'getWebhookInfo', {})
  const url = info.kind === 'answered' && isRecord(info.result) ? textAt(info.result, 'url') : undefined
  const ours = webhook && customerWebhook(webhook, externalId).url
  const elsewhere = url && url !== ours ? hostOf(url) : undefined
  const facts = dropUndefined({
    displayName: textAt(bot, 'first_name'),
    username: textAt(bot, 'username'),
  })
  return {
    outcome: 'found',
    value: [
      {
        externalId,
        name: facts.displayName ?? externalId,
        token,
        settings: {},
        facts,
        warnings: elsewhere === undefined ? [] : [{ code: 'delivers-elsewhere', detail: elsewhere }],
      },
    ],
  }
}

/** Addresses of others may hold their secrets: only the host is told. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '')

function gone(code: string, title: string): Asked<never> {
  return { outcome: 'gone', failure: { code, title } }
}
