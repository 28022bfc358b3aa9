import { applyEarlyStates } from '../conversations/receive/apply-delivery-states.ts'
import type { Database } from '../database/sql.ts'
import type { Logger } from '../log.ts'
import { recordEvents, type Subscriptions } from '../outbox/record-events.ts'

export interface HousekeepingOptions {
  database: Database
  subscriptions: Subscriptions
  log: Logger
  onRecorded: () => void
}

/** How long what is done is kept: longer than any network delivers again, so that a replay is still recognised. */
const keep = {
  /** WhatsApp delivers again for up to seven days. Messages themselves are recognised for ever, by their own ids. */
  inboundEvents: '14 days',
  domainEvents: '30 days',
  posts: '90 days',
  /** Posts about leads are how an answer to an old card finds its lead. */
  leadPosts: '400 days',
  earlyStates: '7 days',
}
const rowsPerStep = 5_000

/**
 * Joins delivery states with messages that got their id at the same moment (neither transaction saw the other), every
 * few seconds; and, every hour, clears what has been done for long.
 */
export function openHousekeeping(options: HousekeepingOptions): { close(): Promise<void> } {
  const { database, log } = options
  let closing = false
  let current: Promise<void> = Promise.resolve()
  const every = (ms: number, step: () => Promise<void>) =>
    setInterval(() => {
      current = current.then(async () => {
        if (closing) return
        await step().catch((error: unknown) =>
          log.warn({ err: error }, 'housekeeping failed and will be tried again'),
        )
      })
    }, ms)
  const timers = [every(5_000, () => joinEarlyStates(options)), every(3_600_000, () => clear(database))]
  return {
    async close() {
      closing = true
      for (const timer of timers) clearInterval(timer)
      await current
    },
  }
}

/** Exported for the tests: one round of joining early delivery states with their messages. */
export async function joinEarlyStates({
  database,
  subscriptions,
  onRecorded,
}: Omit<HousekeepingOptions, 'log'>): Promise<void> {
  const waiting = await database.transaction({ relay: true }, (sql) =>
    sql.query<{ organization_id: string; external_ids: string[] }>(
      `select organization_id, array_agg(distinct external_id) as external_ids from (
         select organization_id, external_id from early_delivery_state
         where received_at > now() - interval '10 minutes' order by received_at desc limit 1000) e
       group by organization_id`,
    ),
  )
  for (const { organization_id: organizationId, external_ids: externalIds } of waiting) {
    const count = await database.transaction({ organizationId }, async (sql) => {
      const events = await applyEarlyStates(sql, organizationId, externalIds)
      await recordEvents(sql, organizationId, subscriptions, events)
      return events.length
    })
    if (count > 0) onRecorded()
  }
}

async function clear(database: Database): Promise<void> {
  const steps = [
    `delete from inbound_event where id in (select id from inbound_event
       where state = 'done' and done_at < now() - interval '${keep.inboundEvents}' limit ${rowsPerStep})`,
    `delete from domain_event e where ctid in (select ctid from domain_event o
       where o.occurred_at < now() - interval '${keep.domainEvents}' and not exists (select 1
         from event_delivery d where d.organization_id = o.organization_id and d.event_id = o.id)
       limit ${rowsPerStep})`,
    `delete from staff_post where ctid in (select ctid from staff_post
       where done_at < now() - case when lead_id is null then interval '${keep.posts}'
         else interval '${keep.leadPosts}' end limit ${rowsPerStep})`,
    `delete from early_delivery_state where received_at < now() - interval '${keep.earlyStates}'`,
  ]
  for (const step of steps) {
    await database.transaction({ relay: true }, (sql) => sql.query(step))
  }
}
