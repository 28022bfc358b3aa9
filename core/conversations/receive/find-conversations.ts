import { MetAnother } from '../../contacts/recognise.ts'
import type { Sql } from '../../database/sql.ts'
import { newId } from '../../new-id.ts'

export interface ConversationSeeker {
  accountId: string
  contactId: string
  leadId: string
  sentAt: Date
}

/**
 * Finds or opens the conversation of each message: one per person and account, for ever; its lead is that of the
 * newest message.
 *
 * @throws MetAnother when another transaction opened one of them meanwhile
 */
export async function findConversations(
  sql: Sql,
  organizationId: string,
  seekers: ConversationSeeker[],
): Promise<string[]> {
  const wanted = new Map<string, ConversationSeeker>()
  // The last one of a pair wins: it is the newest, and carries the lead that the next message belongs to.
  for (const seeker of seekers) wanted.set(pairOf(seeker), seeker)
  const pairs = [...wanted.values()].toSorted((a, b) => (pairOf(a) < pairOf(b) ? -1 : 1))
  const rows = await sql.query<{ id: string; account_id: string; contact_id: string }>(
    `select c.id, w.account_id, w.contact_id from unnest($2::uuid[], $3::uuid[]) as w(account_id, contact_id)
     cross join lateral (select id from conversation where organization_id = $1
       and channel_account_id = w.account_id and contact_id = w.contact_id limit 1) c`,
    [organizationId, pairs.map((pair) => pair.accountId), pairs.map((pair) => pair.contactId)],
  )
  const ids = new Map(
    rows.map((row) => [pairOf({ accountId: row.account_id, contactId: row.contact_id }), row.id]),
  )
  const missing = pairs.filter((pair) => !ids.has(pairOf(pair)))
  for (const pair of missing) ids.set(pairOf(pair), newId())
  await insertConversations(
    sql,
    organizationId,
    missing.map((pair) => ({ ...pair, id: ids.get(pairOf(pair)) ?? '' })),
  )
  return seekers.map((seeker) => ids.get(pairOf(seeker)) ?? '')
}

async function insertConversations(
  sql: Sql,
  organizationId: string,
  conversations: (ConversationSeeker & { id: string })[],
) {
  if (conversations.length === 0) return
  const inserted = await sql.query(
    `insert into conversation (organization_id, id, channel_account_id, contact_id, lead_id, last_message_at)
     select $1, c.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::timestamptz[])
       as c(id, account_id, contact_id, lead_id, sent_at)
     on conflict (organization_id, channel_account_id, contact_id) do nothing returning id`,
    [
      organizationId,
      conversations.map(({ id }) => id),
      conversations.map(({ accountId }) => accountId),
      conversations.map(({ contactId }) => contactId),
      conversations.map(({ leadId }) => leadId),
      conversations.map(({ sentAt }) => sentAt),
    ],
  )
  if (inserted.length < conversations.length) throw new MetAnother('conversation')
}

const pairOf = ({ accountId, contactId }: { accountId: string; contactId: string }) =>
  `${accountId}/${contactId}`
