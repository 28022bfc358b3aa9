import type { RawCall } from './raw-call.ts'

/**
 * One update of the staff bot as a raw call, however it came: by webhook or by asking for it. An update that comes
 * both ways, or twice, is one call.
 *
 * Its lane is its chat, in a forum its topic, so that a person's messages are handled in their order and one lead does not
 * wait for another. A pressed button has a lane of its
 * person instead: behind the messages of a busy chat it would be answered after Telegram has given up on it.
 *
 * @param botId the digits before the colon of the bot's token: update ids count per bot
 * @param update the parsed body
 * @param body the bytes to keep
 * @returns undefined for what is not an update
 * @throws RangeError when the bot's id is not a number of 64 bits
 */
export function telegramUpdateCall(botId: string, update: unknown, body: Buffer): RawCall | undefined {
  if (!isRecord(update)) return undefined
  const { update_id: updateId } = update
  if (typeof updateId !== 'number' || !Number.isSafeInteger(updateId)) return undefined
  if (!/^\d{1,18}$/.test(botId)) throw new RangeError('The id of the bot is not a number.')
  const dedupeKey = Buffer.alloc(16)
  dedupeKey.writeBigInt64BE(BigInt(botId), 0)
  dedupeKey.writeBigInt64BE(BigInt(updateId), 8)
  const lane = laneOf(update)
  return { source: 'telegram_staff', dedupeKey, body, ...(lane === undefined ? {} : { lane }) }
}

function laneOf(update: Record<string, unknown>): string | undefined {
  const press = update.callback_query
  if (isRecord(press)) {
    const person = idOf(press.from)
    return person && `cb:${person}`
  }
  for (const part of Object.values(update)) {
    const chat = isRecord(part) ? idOf(part.chat) : undefined
    if (chat !== undefined)
      return isRecord(part) && isOfTopic(part) ? `${chat}:${part.message_thread_id}` : chat
  }
  return undefined
}

const isOfTopic = (message: Record<string, unknown>): boolean =>
  message.is_topic_message === true && Number.isSafeInteger(message.message_thread_id)

function idOf(owner: unknown): string | undefined {
  if (!isRecord(owner)) return undefined
  return typeof owner.id === 'number' && Number.isSafeInteger(owner.id) ? String(owner.id) : undefined
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
