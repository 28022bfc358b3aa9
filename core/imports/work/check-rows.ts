import { giveWay } from '../../loops/give-way.ts'
import { storeKey } from '../../media/media-store.ts'
import { newId } from '../../new-id.ts'
import { type FaultyRow, noRows } from '../contact-import.ts'
import { countRows, keepFaults } from './count-rows.ts'
import { finishStep, type ImportJob, type ImportOptions, tellProgress, underLease } from './import-work.ts'
import { judgeRows } from './judge-rows.ts'
import { readBatches } from './read-batches.ts'
import { openReport } from './write-report.ts'

/** It is quick, and somebody waits for it. */
const restFactor = 0.3

/** Finds out what importing would do, without writing anything but that: see `checkImport`. */
export async function checkRows(options: ImportOptions, job: ImportJob, signal: AbortSignal): Promise<void> {
  const { store, incoming: folder, words } = options
  const found = noRows()
  const faults: FaultyRow[] = []
  const headings = (job.columns ?? []).map(({ heading }) => heading)
  const delimiter = job.format?.delimiter ?? ','
  const report = openReport({ folder, say: words.in(job.language), delimiter, headings })
  try {
    for await (const batch of readBatches(options, job)) {
      signal.throwIfAborted()
      const began = performance.now()
      const rows = await underLease(options, job, async (sql, record) => {
        await tellProgress(sql, job, record)
        return judgeRows(sql, job.organization_id, batch)
      })
      countRows(found, rows)
      keepFaults(faults, rows)
      await report.add(rows)
      await giveWay(options.isBusy, performance.now() - began, restFactor)
    }
    await dropReport(options, job)
    const reportId = newId()
    // Known before a byte is written, so that it is found again when it has to go.
    await underLease(options, job, (sql) =>
      sql.query('update contact_import set report_id = $3 where organization_id = $1 and id = $2', [
        job.organization_id,
        job.id,
        reportId,
      ]),
    )
    const size = await report.keep(store, storeKey(job.organization_id, reportId))
    await finishStep(options, job, 'checked', {
      set: `found = $5, faults = $6, report_id = $7, report_size = $8`,
      values: [
        JSON.stringify(found),
        JSON.stringify(faults),
        size === undefined ? null : reportId,
        size ?? null,
      ],
    })
  } finally {
    await report.close()
  }
}

/** The report of an earlier check. */
export async function dropReport(options: ImportOptions, job: ImportJob): Promise<void> {
  const [old] = await underLease(options, job, (sql) =>
    sql.query<{ id: string | null }>(
      'select report_id as id from contact_import where organization_id = $1 and id = $2',
      [job.organization_id, job.id],
    ),
  )
  if (old?.id) await options.store.remove(storeKey(job.organization_id, old.id))
}
