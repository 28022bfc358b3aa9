import type { Sql } from '../database/sql.ts'
import type { IdentityBook, IdentitySpan } from './identity-book.ts'
import { MetAnother } from './met-another.ts'

/**
 * Writes what a batch found out about identities.
 *
 * @throws MetAnother when another transaction gave one of them away meanwhile
 */
export async function writeIdentities(sql: Sql, organizationId: string, book: IdentityBook): Promise<void> {
  const { opened, changed } = book.changes()
  // First, so that a name which passes on is free for the next.
  await changeSpans(sql, organizationId, changed)
  await insertSpans(sql, organizationId, opened)
}

/** Only ever in one direction, whatever another transaction wrote meanwhile: ends, proofs and earlier beginnings stay. */
async function changeSpans(sql: Sql, organizationId: string, spans: IdentitySpan[]) {
  if (spans.length === 0) return
  await sql.query(
    `update contact_identity i set claimed = i.claimed and w.claimed, valid_from = least(i.valid_from, w.valid_from),
       valid_until = coalesce(i.valid_until, w.valid_until), address = coalesce(i.address, w.address)
     from unnest($2::uuid[], $3::boolean[], $4::timestamptz[], $5::timestamptz[], $6::text[])
       as w(id, claimed, valid_from, valid_until, address)
     where i.organization_id = $1 and i.id = any($2) and i.id = w.id`,
    [
      organizationId,
      spans.map(({ id }) => id),
      spans.map(({ claimed }) => claimed),
      spans.map(({ from }) => from),
      spans.map(({ until }) => until),
      spans.map(({ address }) => address),
    ],
  )
}

async function insertSpans(sql: Sql, organizationId: string, spans: IdentitySpan[]) {
  if (spans.length === 0) return
  const inserted = await sql.query(
    `insert into contact_identity
       (organization_id, id, contact_id, thread_id, kind, value, address, claimed, valid_from, valid_until)
     select $1, i.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[],
       $8::boolean[], $9::timestamptz[], $10::timestamptz[])
       as i(id, contact_id, thread_id, kind, value, address, claimed, valid_from, valid_until)
     on conflict (organization_id, kind, value) where valid_until is null do nothing returning id`,
    [
      organizationId,
      spans.map(({ id }) => id),
      spans.map(({ contactId }) => contactId),
      spans.map(({ threadId }) => threadId),
      spans.map(({ kind }) => kind),
      spans.map(({ value }) => value),
      spans.map(({ address }) => address),
      spans.map(({ claimed }) => claimed),
      spans.map(({ from }) => from),
      spans.map(({ until }) => until),
    ],
  )
  if (inserted.length < spans.length) throw new MetAnother('person')
}
