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

/** A call takes 15 s at most; what takes longer keeps its lease between its calls. */
export const leaseSeconds = 120
/** Of one account, over all processes: a network that hangs must leave places for the others. */
const accountAtOnce = 2

const isFree = `t.state = 'pending' and t.due_at <= now() and (t.lease_until is null or t.lease_until < now())`

/**
 * Claims tasks that are due, account by account, so that one with a long queue holds up nobody else. Its check comes
 * first; with a stopped channel only that is done: by it the channel finds out that it was mended.
 */
export function claimTasks(database: Database, limit: number): Promise<Task[]> {
  return database.relay<Task>(
    `update network_task t set attempts = attempts + 1, lease_token = $2,
         lease_until = now() + make_interval(secs => ${leaseSeconds})
       from (
         select next.organization_id, next.id from channel_account a
         cross join lateral (
           (select t.organization_id, t.id, 0 as turn, t.due_at from network_task t
            where t.organization_id = a.organization_id and t.channel_account_id = a.id and t.kind = 'check'
              and ${isFree} limit 1 for update skip locked)
         ) next
         union all
         select next.organization_id, next.id from channel_account a
         cross join lateral (
           select t.organization_id, t.id from network_task t
           where t.organization_id = a.organization_id and t.channel_account_id = a.id and t.kind <> 'check'
             and ${isFree}
           order by t.due_at limit greatest(0, ${accountAtOnce} - (select count(*) from network_task u
             where u.organization_id = a.organization_id and u.channel_account_id = a.id and u.kind <> 'check'
               and u.lease_until >= now())) for update skip locked
         ) next
         where a.state = 'active'
         limit $1) due
       where t.organization_id = due.organization_id and t.id = due.id
       returning t.organization_id, t.id, t.channel_account_id, t.kind, t.key, t.data, t.attempts, t.lease_token,
         t.created_at, now() as now`,
    [limit, newId()],
  )
}
