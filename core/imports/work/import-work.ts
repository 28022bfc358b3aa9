import type { Readable } from 'node:stream'
import type { Database, ScopedSql } from '../../database/sql.ts'
import type { NewEvent } from '../../events.ts'
import type { Words } from '../../i18n.ts'
import type { Logger } from '../../log.ts'
import type { Resolve } from '../../media/check-address.ts'
import type { MediaFetcher } from '../../media/media-fetcher.ts'
import type { MediaOptions } from '../../media/media-options.ts'
import { recordEvents, type Subscriptions } from '../../outbox/record-events.ts'
import { type ImportState, moveImport } from '../contact-import.ts'
import type { ListColumn, ListMapping } from '../list-mapping.ts'
import type { ListFault } from '../reading/list-fault.ts'
import type { ListFormat } from '../reading/list-format.ts'

export interface ImportOptions extends Pick<MediaOptions, 'store' | 'incoming' | 'maxMb'> {
  database: Database
  fetchers: readonly MediaFetcher[]
  subscriptions: Subscriptions
  /** Speaks to the member in the file of the rows that are left out. */
  words: Words
  log: Logger
  onRecorded: () => void
  /** Whether live messages are behind: then each step waits a little. */
  isBusy: () => boolean
  /** How names are looked up; the machine's own way unless a test says otherwise. */
  resolve?: Resolve
}

/** A claimed import. */
export interface ImportJob {
  [column: string]: unknown
  organization_id: string
  id: string
  by_id: string
  state: ImportState
  language: string
  source: { network: 'telegram_staff'; mediaId: string }
  file_name: string
  format: Partial<ListFormat> | null
  columns: ListColumn[] | null
  mapping: ListMapping | null
  stored_at: Date | null
  rows_done: number
  attempts: number
  lease_token: string
}

/** Renewed by each step, which takes some hundred milliseconds: how soon a dead process's import goes on. */
export const leaseSeconds = 60

/** Progress is told no more often than this, in seconds. */
const tellEvery = 2

/** Somebody else has the import by now, or it was given up. */
export class LostImport extends Error {
  constructor() {
    super('The import is not ours any more.')
    this.name = 'LostImport'
  }
}

/**
 * One step of the work on an import, in a transaction that holds its row: whoever has lost the lease writes nothing.
 *
 * @param step may return events to record
 * @throws LostImport
 */
export async function underLease<Result>(
  { database, subscriptions, onRecorded }: ImportOptions,
  job: ImportJob,
  step: (sql: ScopedSql, record: (event: NewEvent) => void) => Promise<Result>,
): Promise<Result> {
  const events: NewEvent[] = []
  const result = await database.transaction({ organizationId: job.organization_id }, async (sql) => {
    const [mine] = await sql.query(
      `update contact_import set lease_until = now() + make_interval(secs => ${leaseSeconds})
       where organization_id = $1 and id = $2 and lease_token = $3 and state = $4 returning id`,
      [job.organization_id, job.id, job.lease_token, job.state],
    )
    if (!mine) throw new LostImport()
    events.length = 0
    const done = await step(sql, (event) => void events.push(event))
    await recordEvents(sql, job.organization_id, subscriptions, events)
    return done
  })
  if (events.length > 0) onRecorded()
  return result
}

/** Ends the work on an import with its next state, and tells of it. */
export function finishStep(
  options: ImportOptions,
  job: ImportJob,
  state: ImportState,
  more: { set?: string; values?: unknown[] } = {},
): Promise<void> {
  return underLease(options, job, async (sql, record) => {
    await moveImport(sql, job.organization_id, job.id, state, more)
    record({ type: 'contact-import.changed', data: { importId: job.id, state }, lane: job.id })
  })
}

/**
 * Ends an import that cannot go on: a file that cannot be read is refused, and the member's to mend; of one that was
 * being imported, what came in until then stays, and can be taken back.
 */
export const giveUp = (options: ImportOptions, job: ImportJob, { code, line, limit }: ListFault) =>
  finishStep(options, job, job.state === 'running' ? 'cancelled' : 'refused', {
    set: 'failure = $5, finished_at = now()',
    values: [JSON.stringify({ code, line, limit })],
  })

/** Tells how far an import has come, unless that was told a moment ago. */
export async function tellProgress(
  sql: ScopedSql,
  job: ImportJob,
  record: (event: NewEvent) => void,
): Promise<void> {
  const [due] = await sql.query(
    `update contact_import set told_at = now() where organization_id = $1 and id = $2
       and told_at < now() - interval '${tellEvery} seconds' returning id`,
    [job.organization_id, job.id],
  )
  if (!due) return
  record({ type: 'contact-import.changed', data: { importId: job.id, state: job.state }, lane: job.id })
}

/** The file of an import, from its beginning. */
export async function openStored({ store }: ImportOptions, key: string): Promise<Readable> {
  const opened = await store.open(key)
  if (!opened) throw new Error('The file of an import is not in the store.')
  return opened.stream
}
