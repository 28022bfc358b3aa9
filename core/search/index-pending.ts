import type { Database, Sql } from '../database/sql.ts'
import { type Part, parts, readDocuments, type SearchDocument } from './read-documents.ts'

/** So many rows are read anew in one transaction: their words are taken apart here, where live messages wait for the same thread. */
const batch = 250

/** Any number that no other program on the same server would lock by chance. */
const indexLock = 7_275_392

interface Pending {
  [column: string]: unknown
  organization_id: string
  part: number
  id: string
}

const nameOf = new Map<number, Part>(Object.entries(parts).map(([name, part]) => [part, name as Part]))

/**
 * Makes what was written since findable: reads the rows that wait and writes their documents, for one organization after
 * another in one transaction. One process does it at a time, so that an older state never follows a newer one.
 *
 * @returns how many were read, and whether more may wait
 */
export function indexPending(database: Database): Promise<{ read: number; more: boolean }> {
  return database.transaction({ relay: true }, async (sql) => {
    const [lock] = await sql.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [
      indexLock,
    ])
    if (!lock?.mine) return { read: 0, more: false }
    const pending = await sql.query<Pending>(
      `delete from search_pending where ctid = any(array(select ctid from search_pending limit $1))
       returning organization_id, part, id`,
      [batch],
    )
    const organizations = Map.groupBy(pending, ({ organization_id: organizationId }) => organizationId)
    for (const [organizationId, rows] of organizations) {
      await sql.enter({ organizationId })
      for (const [part, some] of Map.groupBy(rows, (row) => nameOf.get(row.part) ?? 'message')) {
        const ids = [...new Set(some.map(({ id }) => id))]
        const documents = await readDocuments(sql, organizationId, part, ids)
        await write(sql, organizationId, documents)
        const known = new Set(documents.map(({ id }) => id))
        await forget(
          sql,
          organizationId,
          parts[part],
          ids.filter((id) => !known.has(id)),
        )
      }
    }
    return { read: pending.length, more: pending.length >= batch }
  })
}

async function write(sql: Sql, organizationId: string, documents: SearchDocument[]): Promise<void> {
  if (documents.length === 0) return
  await sql.query(
    `insert into search_document (organization_id, part, id, lead_id, at, words, grams)
     select $1, d.part, d.id, d."leadId", d.at, d.words, d.grams
     from jsonb_to_recordset($2::jsonb) as d(part smallint, id uuid, "leadId" uuid, at timestamptz, words text, grams integer[])
     on conflict (organization_id, part, id) do update set lead_id = excluded.lead_id, at = excluded.at,
       words = excluded.words, grams = excluded.grams
     where (search_document.lead_id, search_document.at, search_document.words)
       is distinct from (excluded.lead_id, excluded.at, excluded.words)`,
    [organizationId, JSON.stringify(documents)],
  )
}

async function forget(sql: Sql, organizationId: string, part: number, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await sql.query('delete from search_document where organization_id = $1 and part = $2 and id = any($3)', [
    organizationId,
    part,
    ids,
  ])
}
