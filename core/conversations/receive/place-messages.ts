import type { InboundMessage } from '../../channels/inbound-item.ts'
import type { Sql } from '../../database/sql.ts'
import type { NewEvent } from '../../events.ts'
import { newId } from '../../new-id.ts'
import { decideOrigin, type MessageOriginFacts } from './decide-origin.ts'
import { decideWeight, type Weight } from './decide-weight.ts'
import { findChats } from './find-chats.ts'
import type { NewMessage } from './insert-messages.ts'
import { placeWords } from './place-words.ts'
import type { Addressed } from './receive-messages.ts'

/** A message of which it is decided whose it is, and whether it says anything. */
export interface Weighed extends Addressed<InboundMessage> {
  origin: MessageOriginFacts
  weight: Weight
}

/**
 * Finds or makes everything that messages hang on: contact, lead and conversation. A mere gesture makes nothing: it goes
 * to the chat that there is, if need be one that the same batch opens.
 *
 * @returns the messages ready to be stored, in the order of the network's time; and the gestures of chats that are not
 *   known here
 * @throws MetAnother when another transaction met this one on the same person
 */
export async function placeMessages(
  sql: Sql,
  organizationId: string,
  messages: Addressed<InboundMessage>[],
): Promise<{ placed: NewMessage[]; strays: Addressed<InboundMessage>[]; events: NewEvent[] }> {
  const sorted = messages
    .map((message) => ({
      ...message,
      origin: decideOrigin(message.item),
      weight: decideWeight(message.item),
    }))
    .sort(byTime)
  const gestures = sorted.filter(({ weight }) => weight === 'gesture')
  const words = sorted.filter(({ weight }) => weight === 'word')
  const { placed, events } = await placeWords(sql, organizationId, words)
  if (gestures.length === 0) return { placed, strays: [], events }
  const chats = await findChats(sql, organizationId, gestures)
  const found = gestures.flatMap(({ item, accountId, origin, weight }, index): NewMessage[] => {
    const chat = chats[index]
    if (!chat) return []
    return [{ ...origin, ...chat, id: newId(), weight, accountId, identityId: null, opensLead: false, item }]
  })
  return {
    placed: [...placed, ...found].sort(byTime),
    strays: gestures.filter((_, index) => chats[index] === undefined),
    events,
  }
}

const byTime = (a: Addressed<InboundMessage>, b: Addressed<InboundMessage>) =>
  a.item.sentAt.getTime() - b.item.sentAt.getTime()
