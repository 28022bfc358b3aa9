import { recognise } from '../../contacts/recognise.ts'
import { tellOfSuggestions } from '../../contacts/suggest-merges.ts'
import type { Sql } from '../../database/sql.ts'
import type { NewEvent } from '../../events.ts'
import { leadSource } from '../../leads/lead-source.ts'
import { openLeads } from '../../leads/open-leads.ts'
import { newId } from '../../new-id.ts'
import { askForProfiles } from './ask-for-profiles.ts'
import { findConversations } from './find-conversations.ts'
import type { NewMessage } from './insert-messages.ts'
import type { Weighed } from './place-messages.ts'

/**
 * Finds or makes everything that words hang on: contact, lead and conversation.
 *
 * @param sorted in the order of the network's time, so that of several first messages the earliest opens the lead
 * @throws MetAnother when another transaction met this one on the same person
 */
export async function placeWords(
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
      weight: 'word',
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
