import type { Database } from '../database/sql.ts'
import { newId } from '../new-id.ts'
import type { TaskKind } from './put-tasks.ts'

/** A claimed task. */
export interface Task {
  [column: string]: unknown
  organization_id: string
  id: string
  channel_account_id: string
  kind: TaskKind
  key: string
  data: Record<string, string>
  attempts: number
  lease_token: string
  created_at: Date
  now: Date
}

/** Several calls of at most 15 s each: a list of leads or templates comes in pages. */
const leaseSeconds = 120

/**
 * Claims tasks that are due. With a stopped channel only its check is done: by that it finds out that it was mended.
 */
export function claimTasks(database: Database, limit: number): Promise<Task[]> {
  return database.transaction({ relay: true }, (sql) =>
    sql.query<Task>(
      `update network_task t set attempts = attempts + 1, lease_token = $2,
         lease_until = now() + make_interval(secs => ${leaseSeconds})
       from (
         select c.organization_id, c.id from network_task c
         join channel_account a on a.organization_id = c.organization_id and a.id = c.channel_account_id
         where c.state = 'pending' and c.due_at <= now() and (c.lease_until is null or c.lease_until < now())
           and (a.state = 'active' or c.kind = 'check')
         order by c.due_at limit $1 for update of c skip locked) due
       where t.organization_id = due.organization_id and t.id = due.id
       returning t.organization_id, t.id, t.channel_account_id, t.kind, t.key, t.data, t.attempts, t.lease_token,
         t.created_at, now() as now`,
      [limit, newId()],
    ),
  )
}
