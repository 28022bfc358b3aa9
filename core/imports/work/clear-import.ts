import { storeKey } from '../../media/media-store.ts'
import { dropReport } from './check-rows.ts'
import { finishStep, type ImportJob, type ImportOptions, underLease } from './import-work.ts'

/**
 * What is left of an import whose time is over: its file and its report go, since they hold people's data twice, and so
 * do the rows by which it could be taken back. One that its member never came back to is given up first.
 */
export async function clearImport(options: ImportOptions, job: ImportJob): Promise<void> {
  if (job.state === 'mapping' || job.state === 'checked') {
    return finishStep(options, job, 'cancelled', { set: 'finished_at = now()' })
  }
  await options.store.remove(storeKey(job.organization_id, job.id))
  await dropReport(options, job)
  await underLease(options, job, async (sql) => {
    const key = [job.organization_id, job.id]
    await sql.query('delete from contact_import_row where organization_id = $1 and import_id = $2', key)
    await sql.query(
      `update contact_import set due_at = 'infinity', lease_token = null, lease_until = null, stored_at = null,
         report_id = null, report_size = null, faults = '[]', columns = null
       where organization_id = $1 and id = $2`,
      key,
    )
  })
}
