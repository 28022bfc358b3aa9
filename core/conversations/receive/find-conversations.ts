import { MetAnother } from '../../contacts/met-another.ts'
import { kept } from '../../database/kept-plans.ts'
import type { Sql } from '../../database/sql.ts'
import { newId } from '../../new-id.ts'

export interface ConversationSeeker {
  accountId: string
  contactId: string
  /** What stays of a contact through merges: see `migrations/0007-identities.sql`. */
  threadId: string
  /** The identity that the person is seen under, to which an answer goes. */
  identityId: string | null
  leadId: string
  sentAt: Date
}

/**
 * Finds or opens the conversation of each message: one per thread and account, for ever; its lead is that of the newest
 * message.
 *
 * @returns for each message its conversation, and whether that begins with this batch
 * @throws MetAnother when another transaction opened one of them meanwhile
 */
export async function findConversations(
  sql: Sql,
  organizationId: string,
  seekers: ConversationSeeker[],
): Promise<{ id: string; isNew: boolean }[]> {
  const wanted = new Map<string, ConversationSeeker>()
  // The last one of a pair wins: it is the newest, and carries the lead that the next message belongs to.
  for (const seeker of seekers) wanted.set(pairOf(seeker), seeker)
  const pairs = [...wanted.values()].toSorted((a, b) => (pairOf(a) < pairOf(b) ? -1 : 1))
  const rows = await sql.query<{ id: string; account_id: string; thread_id: string }>(
    kept(`select c.id, w.account_id, w.thread_id from unnest($2::uuid[], $3::uuid[]) as w(account_id, thread_id)
     cross join lateral (select id from conversation where organization_id = $1
       and channel_account_id = w.account_id and thread_id = w.thread_id limit 1) c`),
    [organizationId, pairs.map((pair) => pair.accountId), pairs.map((pair) => pair.threadId)],
  )
  const ids = new Map(
    rows.map((row) => [pairOf({ accountId: row.account_id, threadId: row.thread_id }), row.id]),
  )
  const missing = pairs.filter((pair) => !ids.has(pairOf(pair)))
  for (const pair of missing) ids.set(pairOf(pair), newId())
  await insertConversations(
    sql,
    organizationId,
    missing.map((pair) => ({ ...pair, id: ids.get(pairOf(pair)) ?? '' })),
  )
  const begun = new Set(missing.map(pairOf))
  return seekers.map((seeker) => {
    const pair = pairOf(seeker)
    return { id: ids.get(pair) ?? '', isNew: begun.has(pair) }
  })
}

async function insertConversations(
  sql: Sql,
  organizationId: string,
  conversations: (ConversationSeeker & { id: string })[],
) {
  if (conversations.length === 0) return
  const inserted = await sql.query(
    `insert into conversation (organization_id, id, channel_account_id, contact_id, thread_id, identity_id, lead_id,
       last_message_at)
     select $1, c.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[],
       $8::timestamptz[]) as c(id, account_id, contact_id, thread_id, identity_id, lead_id, sent_at)
     on conflict (organization_id, channel_account_id, thread_id) do nothing returning id`,
    [
      organizationId,
      conversations.map(({ id }) => id),
      conversations.map(({ accountId }) => accountId),
      conversations.map(({ contactId }) => contactId),
      conversations.map(({ threadId }) => threadId),
      conversations.map(({ identityId }) => identityId),
      conversations.map(({ leadId }) => leadId),
      conversations.map(({ sentAt }) => sentAt),
    ],
  )
  if (inserted.length < conversations.length) throw new MetAnother('conversation')
}

const pairOf = ({ accountId, threadId }: { accountId: string; threadId: string }) =>
  `${accountId}/${threadId}`
