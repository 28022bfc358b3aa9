import type { RawCall } from '#core/inbox/raw-call.ts'
import { telegramUpdateCall } from '#core/inbox/telegram-update-call.ts'

/** What the customers' bots act on; named in full, because Telegram's default leaves reactions out. */
export const customerUpdates = [
  'message',
  'edited_message',
  'message_reaction',
  'callback_query',
  'my_chat_member',
  'business_connection',
  'business_message',
  'edited_business_message',
  'deleted_business_messages',
] as const

/**
 * One update of a customers' bot as a raw call. An update does not say which bot it came to, so the bot is kept beside
 * it: `{"bot":"…","update":…}`, the update's own bytes untouched.
 *
 * @returns undefined for what is not an update
 */
export function customerUpdateCall(botId: string, update: unknown, body: Buffer): RawCall | undefined {
  const call = telegramUpdateCall(botId, update, body)
  if (call === undefined) return undefined
  const { dedupeKey } = call
  // No lane: items carry their own times, and core takes them in any order.
  return {
    source: 'telegram_customer',
    dedupeKey,
    body: Buffer.concat([Buffer.from(`{"bot":"${botId}","update":`), body, Buffer.from('}')]),
  }
}
