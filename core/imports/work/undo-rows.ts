import { giveWay } from '../../loops/give-way.ts'
import { finishStep, type ImportJob, type ImportOptions, tellProgress, underLease } from './import-work.ts'

const rowsPerStep = 100
const restFactor = 1

interface TakenBack {
  [column: string]: unknown
  opened: boolean
  removed: boolean
  leadId: string
  contactId: string | null
}

/** Takes an import back, the last rows first, step by step: see the function in the migration. */
export async function undoRows(options: ImportOptions, job: ImportJob, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted()
    const began = performance.now()
    const rows = await underLease(options, job, async (sql, record) => {
      const taken = await sql.query<TakenBack>(
        `select opened, removed, lead_id as "leadId", contact_id as "contactId" from take_back_imported($1, $2)`,
        [job.id, rowsPerStep],
      )
      const removed = taken.filter((row) => row.removed)
      await sql.query(
        `delete from search_document where organization_id = $1 and (lead_id = any($2) or part = 1 and id = any($3))`,
        [
          job.organization_id,
          removed.map(({ leadId }) => leadId),
          removed.flatMap(({ contactId }) => contactId ?? []),
        ],
      )
      const kept = taken.filter((row) => row.opened && !row.removed).length
      await sql.query(
        `update contact_import set attempts = 0, undone = jsonb_build_object(
           'removed', coalesce((undone->>'removed')::int, 0) + $3::int, 'kept', coalesce((undone->>'kept')::int, 0) + $4::int)
         where organization_id = $1 and id = $2`,
        [job.organization_id, job.id, removed.length, kept],
      )
      await tellProgress(sql, job, record)
      return taken.length
    })
    if (rows === 0) break
    await giveWay(options.isBusy, performance.now() - began, restFactor)
  }
  await finishStep(options, job, 'undone')
}
