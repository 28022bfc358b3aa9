import type { IdentityClaim } from '../channels/inbound-item.ts'
import type { Sql } from '../database/sql.ts'
import { type IdentitySpan, keyOf } from './identity-book.ts'

interface SpanRow extends Record<string, unknown> {
  id: string
  contact_id: string
  thread_id: string
  kind: string
  value: string
  address: string | null
  claimed: boolean
  valid_from: Date
  valid_until: Date | null
}

const columns = 'id, contact_id, thread_id, kind, value, address, claimed, valid_from, valid_until'

/**
 * Reads who is known by each of these names now, and who was when they were used. A second statement asks for the past,
 * and only of names that nobody has now or that were used before he had them.
 */
export async function readIdentities(
  sql: Sql,
  organizationId: string,
  uses: { claim: IdentityClaim; at: Date }[],
): Promise<IdentitySpan[]> {
  const earliest = new Map<string, { claim: IdentityClaim; at: Date }>()
  for (const use of uses) {
    const other = earliest.get(keyOf(use.claim))
    if (!other || use.at < other.at) earliest.set(keyOf(use.claim), use)
  }
  if (earliest.size === 0) return []
  const current = await find(
    sql,
    organizationId,
    [...earliest.values()],
    `select ${columns} from contact_identity where organization_id = $1 and kind = w.kind and value = w.value
       and valid_until is null limit 1`,
  )
  for (const span of current) {
    const use = earliest.get(keyOf(span))
    if (use && use.at >= span.from) earliest.delete(keyOf(span))
  }
  if (earliest.size === 0) return current
  const past = await find(
    sql,
    organizationId,
    [...earliest.values()],
    `select ${columns} from contact_identity where organization_id = $1 and kind = w.kind and value = w.value
       and valid_until >= w.at order by valid_until limit 20`,
  )
  return [...current, ...past]
}

async function find(
  sql: Sql,
  organizationId: string,
  uses: { claim: IdentityClaim; at: Date }[],
  spans: string,
): Promise<IdentitySpan[]> {
  const rows = await sql.query<SpanRow>(
    `select i.* from unnest($2::text[], $3::text[], $4::timestamptz[]) as w(kind, value, at)
     cross join lateral (${spans}) i`,
    [
      organizationId,
      uses.map(({ claim }) => claim.kind),
      uses.map(({ claim }) => claim.value),
      uses.map(({ at }) => at),
    ],
  )
  return rows.map((row) => ({
    id: row.id,
    contactId: row.contact_id,
    threadId: row.thread_id,
    kind: row.kind,
    value: row.value,
    address: row.address,
    claimed: row.claimed,
    from: row.valid_from,
    until: row.valid_until,
  }))
}
