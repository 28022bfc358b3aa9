import { uploadKey } from './media-store.ts'
import type { SweepOptions } from './sweep-media.ts'

const perRound = 100

/**
 * Removes files that came with calls and are needed no more: their attachment is stored, erased or lost, or nothing has
 * come of them for longer than a call may wait to be read and a file to be fetched.
 *
 * @returns how many were removed from the store
 */
export async function sweepUploads({ database, store }: SweepOptions): Promise<number> {
  const uploads = await database.transaction({ relay: true }, (sql) =>
    // A minute: whoever keeps one is putting its bytes at this very moment.
    sql.query<{ organization_id: string; id: string }>(
      `select organization_id, id from upload where created_at < now() - interval '1 minute'
       order by created_at limit ${perRound}`,
    ),
  )
  let removed = 0
  for (const [organizationId, some] of Map.groupBy(uploads, (upload) => upload.organization_id)) {
    const done = await database.transaction({ organizationId }, (sql) =>
      sql.query<{ id: string }>(
        `select u.id from upload u where u.organization_id = $1 and u.id = any($2)
           and (u.created_at < now() - interval '8 days' or exists (select from attachment a
             where a.organization_id = $1 and a.network_media_id = 'upload:' || u.id and a.state <> 'waiting'))`,
        [organizationId, some.map(({ id }) => id)],
      ),
    )
    for (const { id } of done) {
      await store.remove(uploadKey(organizationId, id))
      await database.transaction({ organizationId }, (sql) =>
        sql.query('delete from upload where organization_id = $1 and id = $2', [organizationId, id]),
      )
      removed += 1
    }
  }
  return removed
}
