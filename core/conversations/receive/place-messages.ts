import type { InboundMessage } from '../../channels/inbound-item.ts'
import { recognise } from '../../contacts/recognise.ts'
import { tellOfSuggestions } from '../../contacts/suggest-merges.ts'
import type { Sql } from '../../database/sql.ts'
import type { NewEvent } from '../../events.ts'
import { leadSource } from '../../leads/lead-source.ts'
import { openLeads } from '../../leads/open-leads.ts'
import { newId } from '../../new-id.ts'
import { askForProfiles } from './ask-for-profiles.ts'
import { decideOrigin, type MessageOriginFacts } from './decide-origin.ts'
import { decideWeight } from './decide-weight.ts'
import { findChats } from './find-chats.ts'
import { findConversations } from './find-conversations.ts'
import type { NewMessage } from './insert-messages.ts'
import type { Addressed } from './receive-messages.ts'

/** A message of which it is decided whose words it is. */
interface Weighed extends Addressed<InboundMessage> {
  origin: MessageOriginFacts
}

/**
 * Finds or makes everything that messages hang on: contact, lead and conversation. A mere gesture makes nothing: it goes
 * to the chat that there is, if need be one that the same batch opens. Old chats are taken as they are, since nobody is
 * told of them.
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
  // So that of several first messages the earliest opens the lead.
  const sorted = messages.map((message) => ({ ...message, origin: decideOrigin(message.item) })).sort(byTime)
  const isMere = ({ item, origin }: Weighed) => origin.manner !== 'import' && decideWeight(item) === 'gesture'
  const words = await placeWords(
    sql,
    organizationId,
    sorted.filter((message) => !isMere(message)),
  )
  const gestures = sorted.filter(isMere)
  if (gestures.length === 0) return { ...words, strays: [] }
  const chats = await findChats(sql, organizationId, gestures)
  const found = gestures.flatMap(({ item, accountId, origin }, index): NewMessage[] => {
    const chat = chats[index]
    const own = {
      id: newId(),
      weight: 'gesture' as const,
      accountId,
      identityId: null,
      opensLead: false,
      item,
    }
    return chat ? [{ ...origin, ...own, ...chat }] : []
  })
  return {
    placed: [...words.placed, ...found].sort(byTime),
    strays: gestures.filter((_, index) => chats[index] === undefined),
    events: words.events,
  }
}

const byTime = (a: Addressed<InboundMessage>, b: Addressed<InboundMessage>) =>
  a.item.sentAt.getTime() - b.item.sentAt.getTime()

async function placeWords(
  sql: Sql,
  organizationId: string,
  sorted: Weighed[],
): Promise<{ placed: NewMessage[]; events: NewEvent[] }> {
  if (sorted.length === 0) return { placed: [], events: [] }
  const { places, suggestions } = await recognise(
    sql,
    organizationId,
    sorted.map(({ item }) => ({ person: item.person, network: item.network, at: item.sentAt })),
  )
  const seen = sorted.flatMap((message, index) => {
    const place = places[index]
    return place ? [{ ...message, ...place }] : []
  })
  const leads = await openLeads(
    sql,
    organizationId,
    seen.map(({ item, contactId, origin }) => ({
      contactId,
      sentAt: item.sentAt,
      manner: origin.manner,
      source: leadSource(item.network, item.referral),
      ...(item.referral ? { referral: item.referral } : {}),
    })),
  )
  const conversations = await findConversations(
    sql,
    organizationId,
    seen.map(({ item, accountId, contactId, threadId, identityId }, index) => ({
      accountId,
      contactId,
      threadId,
      identityId,
      leadId: leads[index]?.leadId ?? '',
      sentAt: item.sentAt,
    })),
  )
  const placed = seen.map(
    ({ item, accountId, identityId, origin }, index): NewMessage => ({
      ...origin,
      id: newId(),
      weight: decideWeight(item),
      accountId,
      identityId,
      conversationId: conversations[index]?.id ?? '',
      leadId: leads[index]?.leadId ?? '',
      opensLead: leads[index]?.opens ?? false,
      item,
    }),
  )
  await askForProfiles(
    sql,
    organizationId,
    placed.filter((_, index) => conversations[index]?.isNew),
  )
  return { placed, events: await tellOfSuggestions(sql, organizationId, suggestions) }
}
