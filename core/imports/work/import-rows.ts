import { setImmediate } from 'node:timers/promises'
import { isMeeting, isOfTheData, meetings } from '../../inbox/failure-kinds.ts'
import { giveWay } from '../../loops/give-way.ts'
import { type FaultyRow, noRows, type Tally } from '../contact-import.ts'
import type { SortedRow } from '../reading/sort-rows.ts'
import { countRows, keepFaults } from './count-rows.ts'
import {
  finishStep,
  type ImportJob,
  type ImportOptions,
  LostImport,
  tellProgress,
  underLease,
} from './import-work.ts'
import { type JudgedRow, judgeRows } from './judge-rows.ts'
import { readBatches } from './read-batches.ts'
import { writePeople } from './write-people.ts'

/**
 * Somebody waits for it, so it rests less than an import of old chats, and only longer where live messages pile up. A live
 * message never waits for more than the step under way.
 */
const restFactor = 0.3

/**
 * Imports the rows of a list, step by step, each in a transaction of its own that also moves the import on: whoever takes
 * it up after a crash begins behind the last row that was written.
 */
export async function importRows(options: ImportOptions, job: ImportJob, signal: AbortSignal): Promise<void> {
  for await (const batch of readBatches(options, job)) {
    signal.throwIfAborted()
    const rows = batch.filter(({ row }) => row > job.rows_done)
    if (rows.length === 0) {
      // Written before an interruption: only whom it met is remembered.
      await setImmediate()
      continue
    }
    const began = performance.now()
    await takeStep(options, job, rows)
    await giveWay(options.isBusy, performance.now() - began, restFactor)
  }
  await finishStep(options, job, 'done', { set: 'finished_at = now()' })
}

async function takeStep(options: ImportOptions, job: ImportJob, rows: SortedRow[]): Promise<void> {
  for (let meeting = 1; ; meeting += 1) {
    try {
      return await writeStep(options, job, rows, false)
    } catch (error) {
      if (error instanceof LostImport || !isOfTheData(error)) throw error
      if (isMeeting(error) && meeting <= meetings) continue
      if (rows.length > 1) {
        options.log.warn({ err: error, import: job.id }, 'a step of an import failed; its rows go one by one')
        for (const row of rows) await takeStep(options, job, [row])
        return
      }
      options.log.warn({ err: error, import: job.id, row: rows[0]?.row }, 'a row of an import was put aside')
      return writeStep(options, job, rows, true)
    }
  }
}

/** @param refused the row could not be written, for a reason that nobody foresaw: it is counted and named */
function writeStep(
  options: ImportOptions,
  job: ImportJob,
  rows: SortedRow[],
  refused: boolean,
): Promise<void> {
  return underLease(options, job, async (sql, record) => {
    const [state] = await sql.query<{
      now: Date
      done: Tally | null
      faults: FaultyRow[]
      rows_done: number
    }>('select now(), done, faults, rows_done from contact_import where organization_id = $1 and id = $2', [
      job.organization_id,
      job.id,
    ])
    const { now = new Date(), done = null, faults = [], rows_done: reached = 0 } = state ?? {}
    const left = rows.filter(({ row }) => row > reached)
    const judged: JudgedRow[] = refused
      ? left.map((row) => ({ ...row, faults: [{ code: 'refused', column: null, value: '' }] }))
      : await judgeRows(sql, job.organization_id, left)
    if (!refused) await writePeople(sql, job, judged, now)
    const tally = done ?? noRows()
    countRows(tally, judged)
    if (refused) keepFaults(faults, judged)
    await sql.query(
      `update contact_import set rows_done = greatest(rows_done, $3), done = $4, faults = $5, attempts = 0
       where organization_id = $1 and id = $2`,
      [job.organization_id, job.id, rows.at(-1)?.row ?? 0, JSON.stringify(tally), JSON.stringify(faults)],
    )
    await tellProgress(sql, job, record)
  })
}
