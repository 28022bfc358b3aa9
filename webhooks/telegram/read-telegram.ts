import type { InboundItem, InboundReader } from '#core/channels/inbound-item.ts'
import { cleanJson } from '#core/clean-text.ts'
import { idAt, isRecord, type JsonRecord, recordAt } from '../meta/loose-json.ts'
import { parseLosslessly } from '../meta/parse-losslessly.ts'
import { readConnection, readDeleted } from './read-business.ts'
import { readMembership } from './read-membership.ts'
import { readMessage } from './read-message.ts'
import { readPress } from './read-press.ts'
import { readReaction } from './read-reaction.ts'
import type { Where } from './where.ts'

type UpdateReader = (part: JsonRecord, where: Where) => InboundItem[]

const readers: Record<string, UpdateReader> = {
  message: (part, where) => [readMessage(part, where)],
  edited_message: (part, where) => [readMessage(part, { ...where, edited: true })],
  business_message: (part, where) => [readMessage(part, where)],
  edited_business_message: (part, where) => [readMessage(part, { ...where, edited: true })],
  message_reaction: (part, where) => [readReaction(part, where)],
  callback_query: (part, where) => [readPress(part, where)],
  my_chat_member: (part, where) => [readMembership(part, where)],
  business_connection: (part, where) => [readConnection(part, where)],
  deleted_business_messages: (part, where) => readDeleted(part, where),
}

/**
 * The reader of a customers' bot, and of the owner's account that is connected to it: one update in a call. Pure but for
 * `now`, which stands in where Telegram's time makes no sense.
 *
 * @returns a reader that throws only for what is not a JSON object
 */
export function createTelegramReader(options: { now: () => Date }): InboundReader {
  return (body) => {
    const call = cleanJson(parseLosslessly(body.toString('utf8')))
    if (!isRecord(call)) throw new SyntaxError('A kept update is a JSON object; this one is not.')
    return readCall(call, options.now())
  }
}

function readCall(call: JsonRecord, now: Date): InboundItem[] {
  const bot = idAt(call, 'bot')
  const update = recordAt(call, 'update')
  const id = update && idAt(update, 'update_id')
  if (bot === undefined || update === undefined || id === undefined) {
    return [unreadable('', '`bot`, `update` or `update_id` is missing', call)]
  }
  const [kind, part] = Object.entries(update).find(([key]) => key !== 'update_id') ?? []
  const read = kind === undefined ? undefined : readers[kind]
  if (kind === undefined || !read || !isRecord(part)) {
    return [
      { type: 'channel-notice', network: 'telegram', account: bot, topic: kind ?? 'empty', data: update },
    ]
  }
  const connection = idAt(part, 'business_connection_id')
  const where: Where = {
    network: connection === undefined ? 'telegram' : 'telegram_business',
    account: connection ?? bot,
    bot,
    update: id,
    edited: false,
    now,
  }
  try {
    return read(part, where)
  } catch (error) {
    return [unreadable(`update.${kind}`, error instanceof Error ? error.message : String(error), update)]
  }
}

const unreadable = (path: string, reason: string, item: unknown): InboundItem => ({
  type: 'unreadable',
  network: 'telegram',
  path,
  reason,
  item,
})
