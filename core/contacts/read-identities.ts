import type { IdentityClaim } from '../channels/inbound-item.ts'
import { kept } from '../database/kept-plans.ts'
import type { Sql } from '../database/sql.ts'
import { createClaimMap } from './claim-map.ts'
import type { IdentitySpan } from './identity-book.ts'

/** The use of a name at a moment. */
export interface Use {
  claim: IdentityClaim
  at: Date
}

interface SpanRow extends Record<string, unknown> {
  place: number
  id: string
  contact_id: string
  /** Null where it is the contact's id. */
  thread_id: string | null
  address: string | null
  claimed: boolean
  /** Null where it is before the use, as for nearly all: reading a date costs more than finding it. */
  valid_from: Date | null
  valid_until: Date | null
}

/**
 * Reads who is known by each of these names now, and who was when they were used. A second statement asks for the past,
 * and only of names that nobody has now or that were used before he had them.
 */
export async function readIdentities(sql: Sql, organizationId: string, uses: Use[]): Promise<IdentitySpan[]> {
  const earliest = createClaimMap<Use>()
  for (const use of uses) {
    const other = earliest.get(use.claim)
    if (!other || use.at < other.at) earliest.set(use.claim, use)
  }
  const wanted = earliest.values()
  if (wanted.length === 0) return []
  const held = new Set<number>()
  const current = await find(sql, organizationId, wanted, 'valid_until is null limit 1')
  for (const { place, valid_from: from } of current) if (!from) held.add(place)
  const spans = current.map((row) => spanOf(row, wanted))
  const unheld = wanted.filter((_, place) => !held.has(place))
  if (unheld.length === 0) return spans
  const past = await find(sql, organizationId, unheld, 'valid_until >= w.at order by valid_until limit 20')
  return [...spans, ...past.map((row) => spanOf(row, unheld))]
}

const find = (sql: Sql, organizationId: string, uses: Use[], which: string) =>
  sql.query<SpanRow>(
    kept(`select w.place::int - 1 as place, i.id, i.contact_id, nullif(i.thread_id, i.contact_id) as thread_id, i.address, i.claimed,
       case when i.valid_from > w.at then i.valid_from end as valid_from, i.valid_until
     from unnest($2::text[], $3::text[], $4::timestamptz[]) with ordinality as w(kind, value, at, place)
     cross join lateral (
       select id, contact_id, thread_id, address, claimed, valid_from, valid_until from contact_identity
       where organization_id = $1 and kind = w.kind and value = w.value and ${which}) i`),
    [
      organizationId,
      uses.map(({ claim }) => claim.kind),
      uses.map(({ claim }) => claim.value),
      // As text: the driver's own way of writing dates costs as much as the look-up.
      uses.map(({ at }) => at.toISOString()),
    ],
  )

function spanOf(row: SpanRow, uses: Use[]): IdentitySpan {
  const use = uses[row.place]
  if (!use) throw new Error('The database answered about a name that was not asked for.')
  return {
    id: row.id,
    contactId: row.contact_id,
    threadId: row.thread_id ?? row.contact_id,
    kind: use.claim.kind,
    value: use.claim.value,
    address: row.address,
    claimed: row.claimed,
    from: row.valid_from ?? use.at,
    until: row.valid_until,
  }
}
