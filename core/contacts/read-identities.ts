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

/** Reads who is known by each of these names now, and who was when they were used, in one statement. */
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
  const wanted = [...earliest.values()]
  if (wanted.length === 0) return []
  const rows = await sql.query<SpanRow>(
    `select i.* from unnest($2::text[], $3::text[], $4::timestamptz[]) as w(kind, value, at)
     cross join lateral (
       (select id, contact_id, thread_id, kind, value, address, claimed, valid_from, valid_until
        from contact_identity where organization_id = $1 and kind = w.kind and value = w.value
          and valid_until is null limit 1)
       union all
       (select id, contact_id, thread_id, kind, value, address, claimed, valid_from, valid_until
        from contact_identity where organization_id = $1 and kind = w.kind and value = w.value
          and valid_until >= w.at order by valid_until limit 20)) i`,
    [
      organizationId,
      wanted.map(({ claim }) => claim.kind),
      wanted.map(({ claim }) => claim.value),
      wanted.map(({ at }) => at),
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
