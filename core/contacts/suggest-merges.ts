import type { Sql } from '../database/sql.ts'
import type { NewEvent } from '../events.ts'
import { newId } from '../new-id.ts'
import type { Doubt } from './place-person.ts'

/** A merge that staff are asked about, with one of its two contacts. */
export interface Suggestion {
  id: string
  contactId: string
}

/**
 * Keeps that two contacts may be one person. A pair is asked about once, and again only for a new reason: a suggestion
 * that staff dismissed does not come back for the reasons they knew.
 *
 * @returns the suggestions that staff have not been told of
 */
export async function suggestMerges(
  sql: Sql,
  organizationId: string,
  doubts: Doubt[],
): Promise<Suggestion[]> {
  const pairs = new Map<string, { id: string; contactId: string; otherId: string; reasons: Set<string> }>()
  for (const { contactId, otherId, reason } of doubts) {
    const [first, second] = contactId < otherId ? [contactId, otherId] : [otherId, contactId]
    const pair = pairs.get(`${first}/${second}`)
    if (pair) pair.reasons.add(reason)
    else {
      pairs.set(`${first}/${second}`, {
        id: newId(),
        contactId: first,
        otherId: second,
        reasons: new Set([reason]),
      })
    }
  }
  if (pairs.size === 0) return []
  const rows = [...pairs.keys()].toSorted().flatMap((key) => pairs.get(key) ?? [])
  return sql.query<Suggestion & Record<string, unknown>>(
    `insert into merge_suggestion as s (organization_id, id, contact_id, other_id, reasons)
     select $1, p.id, p."contactId", p."otherId", p.reasons
     from jsonb_to_recordset($2::jsonb) as p(id uuid, "contactId" uuid, "otherId" uuid, reasons text[])
     on conflict (organization_id, contact_id, other_id) do update set state = 'open', decided_at = null,
       decided_by = null, reasons = (select array_agg(distinct r) from unnest(s.reasons || excluded.reasons) as r)
     where not excluded.reasons <@ s.reasons
     returning s.id, s.contact_id as "contactId"`,
    [organizationId, JSON.stringify(rows.map((row) => ({ ...row, reasons: [...row.reasons] })))],
  )
}

/**
 * The events by which staff hear of suggestions. Called when the batch has opened its leads: a suggestion about people
 * without any lead is nobody's news, and only stands in the list.
 */
export async function tellOfSuggestions(
  sql: Sql,
  organizationId: string,
  suggestions: Suggestion[],
): Promise<NewEvent[]> {
  if (suggestions.length === 0) return []
  const rows = await sql.query<{ id: string; lead_id: string }>(
    `select s.id, l.id as lead_id from merge_suggestion s
     cross join lateral (select id from lead where organization_id = $1
       and contact_id in (s.contact_id, s.other_id) and merged_into is null
       order by (closed_at is null) desc, created_at desc limit 1) l
     where s.organization_id = $1 and s.id = any($2)`,
    [organizationId, suggestions.map(({ id }) => id)],
  )
  return rows.map(({ id, lead_id: leadId }) => ({
    type: 'contact.merge-suggested',
    data: { suggestionId: id, leadId },
    lane: leadId,
  }))
}
