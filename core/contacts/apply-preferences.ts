import type { Preference } from '../channels/inbound-item.ts'
import type { Sql } from '../database/sql.ts'
import type { NewEvent } from '../events.ts'
import { newestOf } from './newest-of.ts'
import { placeTold } from './place-told.ts'
import { tellOfSuggestions } from './suggest-merges.ts'

/**
 * Keeps what people want to be sent, for a whole batch at once, in a fixed number of statements; safe to hear twice and
 * in any order: what was said last counts. A wish of a person whom we do not know is kept too, since it must hold when
 * he is written to one day.
 *
 * @returns an event for each wish that is another than before
 */
export async function applyPreferences(
  sql: Sql,
  organizationId: string,
  told: { accountId: string; item: Preference }[],
): Promise<NewEvent[]> {
  const { placed, suggestions } = await placeTold(sql, organizationId, told)
  if (placed.length === 0) return []
  const rows = newestOf(
    placed.map(({ place, accountId, item }) => ({
      ...place,
      accountId,
      category: item.category,
      wants: item.wants,
      at: item.at,
    })),
    ({ threadId, accountId, category }) => `${threadId}/${accountId}/${category}`,
  )
  const changed = await sql.query<{
    contact_id: string
    category: string
    wants: boolean
    lead_id: string | null
  }>(
    `with told as (
       select w.*, p.wants as before, l.id as lead_id from jsonb_to_recordset($2::jsonb) as w("contactId" uuid,
         "threadId" uuid, "accountId" uuid, category text, wants boolean, at timestamptz)
       left join contact_preference p on p.organization_id = $1 and p.thread_id = w."threadId"
         and p.channel_account_id = w."accountId" and p.category = w.category
       left join lateral (select id from lead where organization_id = $1 and contact_id = w."contactId"
         and merged_into is null order by (closed_at is null) desc, created_at desc limit 1) l on true
     ), kept as (
       insert into contact_preference as p
         (organization_id, contact_id, thread_id, channel_account_id, category, wants, at)
       select $1, "contactId", "threadId", "accountId", category, wants, at from told
       on conflict (organization_id, thread_id, channel_account_id, category) do update
         set wants = excluded.wants, at = excluded.at where excluded.at > p.at
       returning thread_id, channel_account_id, category
     )
     select told."contactId" as contact_id, told.category, told.wants, told.lead_id from told
     join kept on kept.thread_id = told."threadId" and kept.channel_account_id = told."accountId"
       and kept.category = told.category
     where told.before is distinct from told.wants`,
    [organizationId, JSON.stringify(rows)],
  )
  const events = changed.map(
    ({ contact_id: contactId, lead_id: leadId, category, wants }): NewEvent => ({
      type: 'contact.preference-changed',
      data: { contactId, leadId, category, wants },
      lane: leadId ?? contactId,
    }),
  )
  return [...events, ...(await tellOfSuggestions(sql, organizationId, suggestions))]
}
