import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '../database/sql.ts'
import type { MediaStore } from './media-store.ts'

export interface SweepOptions {
  database: Database
  store: MediaStore
  /** Where files are written on their way into the store. */
  incoming: string
}

const perRound = 100
/** Far longer than any download or write: what is older belongs to a process that died. In milliseconds. */
const abandonedAfter = 3_600_000

/**
 * Removes what has to go: the bytes of erased files (and of lost ones, which an attempt that was cut off may have stored),
 * and what died processes left half written.
 *
 * @returns how many files were removed from the store
 */
export async function sweepMedia({ database, store, incoming }: SweepOptions): Promise<number> {
  await removeAbandoned(incoming)
  // Under a lease somebody may be writing the bytes right now: they are removed when he has ended.
  const gone = await database.transaction({ relay: true }, (sql) =>
    sql.query<{ organization_id: string; id: string; store_key: string }>(
      `select organization_id, id, store_key from attachment where state in ('erased', 'lost') and store_key is not null
         and (lease_until is null or lease_until < now()) order by due_at limit ${perRound}`,
    ),
  )
  for (const { organization_id: organizationId, id, store_key: key } of gone) {
    await store.remove(key)
    await database.transaction({ organizationId }, (sql) =>
      sql.query(
        `update attachment set store_key = null where organization_id = $1 and id = $2
           and state in ('erased', 'lost')`,
        [organizationId, id],
      ),
    )
  }
  return gone.length
}

async function removeAbandoned(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  for (const name of names) {
    const path = join(folder, name)
    // Another process may sweep at the same moment.
    const facts = await stat(path).catch(() => undefined)
    if (facts && Date.now() - facts.mtimeMs > abandonedAfter) await rm(path, { force: true, recursive: true })
  }
}
