import type { Sql } from '../../database/sql.ts'
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
      const tags = await takeTagsOff(sql, job)
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
      const gone = new Set(removed.map(({ leadId }) => leadId))
      await putTagsBack(
        sql,
        job,
        tags.filter(({ leadId }) => !gone.has(leadId)),
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

interface Tagging {
  [column: string]: unknown
  leadId: string
  tagId: string
  byId: string | null
  at: string
}

/** The import's own tags on the leads of the next rows: with any tag on it, a lead is somebody's. */
const takeTagsOff = (sql: Sql, job: ImportJob): Promise<Tagging[]> =>
  sql.query<Tagging>(
    `delete from lead_tag t using (
       select r.lead_id, r.created_at from contact_import_row r
       where r.organization_id = $1 and r.import_id = $2 order by r.number desc limit ${rowsPerStep}) row
     where t.organization_id = $1 and t.lead_id = row.lead_id and t.created_at = row.created_at
     returning t.lead_id as "leadId", t.tag_id as "tagId", t.by_id as "byId", t.created_at::text as at`,
    [job.organization_id, job.id],
  )

async function putTagsBack(sql: Sql, job: ImportJob, tags: readonly Tagging[]): Promise<void> {
  if (tags.length === 0) return
  await sql.query(
    `insert into lead_tag (organization_id, lead_id, tag_id, by_id, created_at)
     select $1, t.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[]) as t`,
    [
      job.organization_id,
      tags.map(({ leadId }) => leadId),
      tags.map(({ tagId }) => tagId),
      tags.map(({ byId }) => byId),
      tags.map(({ at }) => at),
    ],
  )
}
