import type { Database } from '../database/sql.ts'
import { newId } from '../new-id.ts'

/** A claimed place in the queue in front of the customers' networks. */
export interface Send {
  [column: string]: unknown
  organization_id: string
  message_id: string
  channel_account_id: string
  attempts: number
  lease_token: string
  sending_at: Date | null
  created_at: Date
  now: Date
}

/** Longer than any channel port may take (15 s), so that a live sender never loses its lease. */
const leaseSeconds = 60

/** Claims the first message of each conversation whose channel is not stopped. */
export function claimSends(database: Database, limit: number): Promise<Send[]> {
  return database.transaction({ relay: true }, (sql) =>
    sql.query<Send>(
      `update outbound_send s set attempts = attempts + 1, lease_token = $2,
         lease_until = now() + make_interval(secs => ${leaseSeconds})
       from (
         select c.organization_id, c.message_id from outbound_send c
         join channel_account a on a.organization_id = c.organization_id and a.id = c.channel_account_id
         where c.due_at <= now() and (c.lease_until is null or c.lease_until < now()) and a.state = 'active'
           and c.id = (select head.id from outbound_send head where head.conversation_id = c.conversation_id
             order by head.id limit 1)
         order by c.id limit $1 for update of c skip locked) first
       where s.organization_id = first.organization_id and s.message_id = first.message_id
       returning s.organization_id, s.message_id, s.channel_account_id, s.attempts, s.lease_token, s.sending_at,
         s.created_at, now() as now`,
      [limit, newId()],
    ),
  )
}
