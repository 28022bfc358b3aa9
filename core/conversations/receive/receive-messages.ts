import type { InboundMessage } from '../../channels/inbound-item.ts'
import { recognise } from '../../contacts/recognise.ts'
import type { Sql } from '../../database/sql.ts'
import type { NewEvent } from '../../events.ts'
import { openLeads } from '../../leads/open-leads.ts'
import { newId } from '../../new-id.ts'
import { findConversations } from './find-conversations.ts'
import { insertMessages, type NewMessage, touchConversations } from './insert-messages.ts'

/** A message with the channel account that it was written to. */
export interface Addressed<Item> {
  accountId: string
  item: Item
}

/**
 * Takes a batch of customers' messages of one organization in: knows those that are stored already and does nothing
 * for them; for the others recognises the contact, finds or opens lead and conversation, and stores message and
 * files. A fixed number of statements, however many messages; safe to hear twice and in any order.
 *
 * @returns the events to record with the same transaction, one for each message that is new
 * @throws MetAnother when another transaction met this one on the same person: try the whole batch again
 */
export async function receiveMessages(
  sql: Sql,
  organizationId: string,
  messages: Addressed<InboundMessage>[],
): Promise<NewEvent[]> {
  const fresh = await withoutKnown(sql, organizationId, messages)
  if (fresh.length === 0) return []
  // In the order of the network's time, so that of several first messages the earliest opens the lead.
  fresh.sort((a, b) => a.item.sentAt.getTime() - b.item.sentAt.getTime())
  const { contactIds } = await recognise(
    sql,
    organizationId,
    fresh.map(({ item }) => item.person),
  )
  const placed = fresh.map((message, index) => ({ ...message, contactId: contactIds[index] ?? '' }))
  const leads = await openLeads(
    sql,
    organizationId,
    placed.map(({ item, contactId }) => ({
      contactId,
      sentAt: item.sentAt,
      source: item.referral ? `${item.network}_ad` : item.network,
      ...(item.referral ? { referral: item.referral } : {}),
    })),
  )
  const conversationIds = await findConversations(
    sql,
    organizationId,
    placed.map(({ item, accountId, contactId }, index) => ({
      accountId,
      contactId,
      leadId: leads[index]?.leadId ?? '',
      sentAt: item.sentAt,
    })),
  )
  const rows = placed.map(
    ({ item, accountId }, index): NewMessage => ({
      id: newId(),
      accountId,
      conversationId: conversationIds[index] ?? '',
      leadId: leads[index]?.leadId ?? '',
      opensLead: leads[index]?.opens ?? false,
      item,
    }),
  )
  const stored = await insertMessages(sql, organizationId, rows)
  await touchConversations(sql, organizationId, stored)
  return stored.map(({ id, leadId, conversationId, opensLead }) => ({
    type: 'message.received',
    data: { leadId, messageId: id, conversationId, opensLead },
    lane: leadId,
  }))
}

async function withoutKnown(sql: Sql, organizationId: string, messages: Addressed<InboundMessage>[]) {
  const rows = await sql.query<{ account_id: string; external_id: string }>(
    `select w.account_id, w.external_id from unnest($2::uuid[], $3::text[]) as w(account_id, external_id)
     cross join lateral (select from message where organization_id = $1
       and channel_account_id = w.account_id and external_id = w.external_id limit 1) known`,
    [organizationId, messages.map(({ accountId }) => accountId), messages.map(({ item }) => item.externalId)],
  )
  const known = new Set(rows.map((row) => `${row.account_id}/${row.external_id}`))
  return messages.filter(({ accountId, item }) => {
    const key = `${accountId}/${item.externalId}`
    if (known.has(key)) return false
    known.add(key)
    return true
  })
}
