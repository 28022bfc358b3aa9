import { applyEarlyChanges } from '../conversations/receive/apply-changes.ts'
import { applyEarlyStates } from '../conversations/receive/apply-delivery-states.ts'
import { joinWatermarks } from '../conversations/receive/join-watermarks.ts'
import type { Database, Sql } from '../database/sql.ts'
import type { NewEvent } from '../events.ts'
import { recordEvents, type Subscriptions } from '../outbox/record-events.ts'

export interface JoinOptions {
  database: Database
  subscriptions: Subscriptions
  onRecorded: () => void
}

/** So many at a time of each organization: the rest follows with the next round. */
const atOnce = 1_000

interface Early {
  table: string
  /** Those that can be joined now: what speaks of messages that are not ours never stands before what does. */
  find: string
  apply: (sql: Sql, organizationId: string, ids: string[]) => Promise<NewEvent[]>
}

const withMessage = (table: string, condition = '') =>
  `select distinct e.external_id as id from ${table} e
   where e.organization_id = $1 and e.received_at > now() - $2::interval
     and exists (select from message m where m.organization_id = $1 and m.channel_account_id = e.channel_account_id
       and m.external_id = e.external_id ${condition}) limit ${atOnce}`

const earlies: Early[] = [
  {
    table: 'early_delivery_state',
    find: withMessage('early_delivery_state', `and m.direction = 'outbound'`),
    apply: applyEarlyStates,
  },
  { table: 'early_change', find: withMessage('early_change'), apply: applyEarlyChanges },
  {
    table: 'early_watermark',
    find: `select conversation_id as id from early_watermark
      where organization_id = $1 and received_at > now() - $2::interval order by received_at limit ${atOnce}`,
    apply: joinWatermarks,
  },
]

/** In one statement: nothing waits most of the time, and a desk that rests should ask little. */
const everywhere = earlies
  .map(
    ({ table }) => `select distinct '${table}' as name, organization_id as id from ${table}
     where received_at > now() - $1::interval`,
  )
  .join(' union all ')

/**
 * Joins what two transactions stored at the same moment without seeing each other: delivery states, changes and
 * watermarks with their messages.
 *
 * @param within how far back to look, such as `2 minutes`: no transaction lasts that long
 */
export async function joinEarly(
  { database, subscriptions, onRecorded }: JoinOptions,
  within: string,
): Promise<void> {
  const waiting = await database.relay<{ name: string; id: string }>(everywhere, [within])
  for (const { table, find, apply } of earlies) {
    for (const { name, id: organizationId } of waiting) {
      if (name !== table) continue
      const recorded = await database.transaction({ organizationId }, async (sql) => {
        const found = await sql.query<{ id: string }>(find, [organizationId, within])
        if (found.length === 0) return 0
        const ids = found.map(({ id }) => id)
        const events = await apply(sql, organizationId, ids)
        await recordEvents(sql, organizationId, subscriptions, events)
        return events.length
      })
      if (recorded > 0) onRecorded()
    }
  }
}
