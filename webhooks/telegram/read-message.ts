import type { InboundItem, InboundMessage } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import { idAt, type JsonRecord, recordAt, textAt } from '../meta/loose-json.ts'
import { readTime } from '../meta/read-time.ts'
import { type KindFacts, readKind } from './read-kind.ts'
import { readPerson } from './read-person.ts'
import { messageKey, type Where } from './where.ts'

/**
 * One message of a private chat, or its change. What comes from a group is no customer's word to the business and is
 * kept as a notice; so is each step of a moving location.
 *
 * @throws Error with the reason when it cannot be told apart from others
 */
export function readMessage(message: JsonRecord, where: Where): InboundItem {
  const { network, account, edited, now } = where
  const chat = recordAt(message, 'chat') ?? {}
  const chatId = idAt(chat, 'id')
  const messageId = idAt(message, 'message_id')
  if (chatId === undefined || messageId === undefined) throw new Error('`chat.id` or `message_id` is missing')
  if (chat.type !== 'private') return notice('group-message', message, where)
  if (edited && recordAt(message, 'location')) return notice('live-location', message, where)

  const from = recordAt(message, 'from') ?? chat
  // In the owner's account everything that is not from the customer, whose id the chat has, is from the business.
  const isEcho = network === 'telegram_business' && idAt(from, 'id') !== chatId
  const facts = readKind(message, idAt(from, 'id'))
  const key = messageKey(chatId, messageId)
  const time = readTime((edited ? message.edit_date : undefined) ?? message.date, now)
  const person = readPerson(isEcho ? chat : { ...chat, ...from })
  return dropUndefined({
    type: 'message' as const,
    network,
    account,
    externalId: edited ? `${key}:edit:${where.update}` : key,
    person: { ...person, identities: [...person.identities, ...(facts.identities ?? [])] },
    sentAt: time.at,
    ...(edited ? asEdit(facts, key) : kindOf(facts, message, chatId)),
    attachments: facts.attachments ?? [],
    referral: facts.referral,
    data: dropUndefined({
      ...facts.data,
      ...(edited ? { kind: facts.kind } : {}),
      albumId: textAt(message, 'media_group_id'),
      forwarded: recordAt(message, 'forward_origin') ? true : undefined,
      quote: textAt(recordAt(message, 'quote') ?? {}, 'text'),
      automatic: message.is_from_offline === true || undefined,
      unreadableTime: time.unreadable,
    }),
    echo: isEcho ? {} : undefined,
  }) satisfies InboundMessage
}

const asEdit = (facts: KindFacts, key: string) =>
  dropUndefined({ kind: 'edit' as const, body: facts.body, replyTo: key })

function kindOf(facts: KindFacts, message: JsonRecord, chatId: string) {
  const replied = idAt(recordAt(message, 'reply_to_message') ?? {}, 'message_id')
  return dropUndefined({
    kind: facts.kind,
    body: facts.body,
    replyTo: replied === undefined ? undefined : messageKey(chatId, replied),
  })
}

function notice(topic: string, data: JsonRecord, { network, account }: Where): InboundItem {
  return { type: 'channel-notice', network, account, topic, data }
}
