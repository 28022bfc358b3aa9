import type { UsedAccount } from '#core/channels/channel-port.ts'
import { isRecord, textAt } from '../meta/loose-json.ts'
import { customerWebhook, type TelegramWebhook } from './customer-webhook.ts'
import type { TelegramClient } from './telegram-client.ts'

/** Takes back the webhook that delivers a bot's updates here; one that leads elsewhere by now stays. */
export async function releaseBot(
  client: TelegramClient,
  { token, externalId }: UsedAccount,
  webhook: TelegramWebhook | undefined,
): Promise<void> {
  if (!webhook) return
  const info = await client.call(token, 'getWebhookInfo', {})
  if (info.kind !== 'answered' || !isRecord(info.result)) return
  if (textAt(info.result, 'url') === customerWebhook(webhook, externalId).url) {
    await client.call(token, 'deleteWebhook', {})
  }
}
