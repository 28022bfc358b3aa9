import type { Database } from '../../database/sql.ts'
import { newId } from '../../new-id.ts'
import { type ImportJob, leaseSeconds } from './import-work.ts'

/**
 * Claims imports that are due, the longest waiting first; of one organization one at a time, so that none that imports
 * list after list keeps the others waiting.
 */
export function claimImports(database: Database, limit: number): Promise<ImportJob[]> {
  return database.relay<ImportJob>(
    `update contact_import i set attempts = attempts + 1, lease_token = $2,
         lease_until = now() + make_interval(secs => ${leaseSeconds})
       from (
         select organization_id, id from contact_import d
         where d.due_at <= now() and d.due_at < 'infinity' and (d.lease_until is null or d.lease_until < now())
           and not exists (select 1 from contact_import o
             where o.organization_id = d.organization_id and o.id <> d.id and o.lease_until > now())
         order by d.due_at limit $1 for update skip locked) due
       where i.organization_id = due.organization_id and i.id = due.id
       returning i.organization_id, i.id, i.by_id, i.state, i.language, i.source, i.file_name, i.format, i.columns,
         i.mapping, i.stored_at, i.rows_done, i.attempts, i.lease_token`,
    [limit, newId()],
  )
}
