import type { PersonState } from '../channels/inbound-item.ts'
import type { Sql } from '../database/sql.ts'
import type { NewEvent } from '../events.ts'
import { newestOf } from './newest-of.ts'
import { placeTold } from './place-told.ts'
import { tellOfSuggestions } from './suggest-merges.ts'

/**
 * Keeps who blocked the business on which account, for a whole batch at once, in a fixed number of statements; safe to
 * hear twice and in any order: what was told last counts, also where it is told before the person's first message.
 *
 * @returns an event for each person who is reachable no more, or again
 */
export async function applyPersonStates(
  sql: Sql,
  organizationId: string,
  told: { accountId: string; item: PersonState }[],
): Promise<NewEvent[]> {
  const { placed, suggestions } = await placeTold(sql, organizationId, told)
  if (placed.length === 0) return []
  const rows = newestOf(
    placed.map(({ place, accountId, item }) => ({ ...place, accountId, state: item.state, at: item.at })),
    ({ threadId, accountId }) => `${threadId}/${accountId}`,
  )
  const changed = await sql.query<{
    contact_id: string
    lead_id: string | null
    account_id: string
    state: PersonState['state']
  }>(
    `with told as (
       select w.*, coalesce(r.state, 'reachable') as before, l.id as lead_id
       from jsonb_to_recordset($2::jsonb) as w("contactId" uuid, "threadId" uuid, "accountId" uuid, state text,
         at timestamptz)
       left join contact_reachability r on r.organization_id = $1 and r.thread_id = w."threadId"
         and r.channel_account_id = w."accountId"
       left join lateral (select id from lead where organization_id = $1 and contact_id = w."contactId"
         and merged_into is null order by (closed_at is null) desc, created_at desc limit 1) l on true
     ), kept as (
       insert into contact_reachability as r
         (organization_id, contact_id, thread_id, channel_account_id, state, at)
       select $1, "contactId", "threadId", "accountId", state, at from told
       on conflict (organization_id, thread_id, channel_account_id) do update
         set state = excluded.state, at = excluded.at where excluded.at > r.at
       returning thread_id, channel_account_id
     )
     select told."contactId" as contact_id, told.lead_id, told."accountId" as account_id, told.state from told
     join kept on kept.thread_id = told."threadId" and kept.channel_account_id = told."accountId"
     where told.before <> told.state`,
    [organizationId, JSON.stringify(rows)],
  )
  const events = changed.map(
    ({ contact_id: contactId, lead_id: leadId, account_id: channelAccountId, state }): NewEvent => ({
      type: 'contact.reachability-changed',
      data: { contactId, leadId, channelAccountId, state },
      lane: leadId ?? contactId,
    }),
  )
  return [...events, ...(await tellOfSuggestions(sql, organizationId, suggestions))]
}
