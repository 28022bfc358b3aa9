import { storeKey } from '../../media/media-store.ts'
import { ListFault } from '../reading/list-fault.ts'
import { listLimits } from '../reading/list-format.ts'
import { readRecords } from '../reading/read-records.ts'
import { createSorter, type SortedRow } from '../reading/sort-rows.ts'
import { type ImportJob, type ImportOptions, openStored, underLease } from './import-work.ts'
import { readOwners } from './read-owners.ts'

/** Small enough that a live message which needs a row of the same organization waits for some tens of milliseconds. */
export const rowsPerStep = 200

/**
 * The rows of an import's file, sorted, in steps of so many.
 *
 * @throws ListFault
 */
export async function* readBatches(options: ImportOptions, job: ImportJob): AsyncGenerator<SortedRow[]> {
  const { format, mapping, columns } = job
  if (!format?.encoding || !format.delimiter || !mapping || !columns) {
    throw new Error('An import without a mapping cannot be read.')
  }
  const { encoding, delimiter, hasHeader } = format
  const { owners, now } = await underLease(options, job, async (sql) => {
    const [clock] = await sql.query<{ now: Date }>('select now()')
    return { owners: await readOwners(sql, job.organization_id), now: clock?.now ?? new Date() }
  })
  const sort = createSorter({ columns, mapping, owners, now })
  const stream = await openStored(options, storeKey(job.organization_id, job.id))
  let batch: SortedRow[] = []
  let isHead = hasHeader === true
  for await (const record of readRecords(stream, { encoding, delimiter })) {
    if (isHead) {
      isHead = false
      continue
    }
    const sorted = sort(record)
    if (sorted.row > listLimits.rows) throw new ListFault('too-many-rows', { limit: listLimits.rows })
    batch.push(sorted)
    if (batch.length < rowsPerStep) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
