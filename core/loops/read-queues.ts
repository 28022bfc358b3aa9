import type { Database } from '../database/sql.ts'

export interface QueueReport {
  queue: string
  waiting: number
  /** Age of the oldest row that is due, in seconds; 0 when none is. */
  oldestSeconds: number
  dead: number
}

/** How the queues stand, over all organizations. */
export function readQueues(database: Database): Promise<QueueReport[]> {
  return database.transaction({ relay: true }, async (sql) => {
    const rows = await sql.query<QueueReport & Record<string, unknown>>(question)
    return rows.map(({ queue, waiting, oldestSeconds, dead }) => ({ queue, waiting, oldestSeconds, dead }))
  })
}

const age = (since: string, waits: string) =>
  `coalesce(extract(epoch from now() - min(${since}) filter (where ${waits} and due_at <= now())), 0)::float8`

const question = `
  select 'inbox' as queue, count(*) filter (where state = 'pending')::int as waiting,
    ${age('received_at', `state = 'pending'`)} as "oldestSeconds", count(*) filter (where state = 'dead')::int as dead
  from inbound_event where state <> 'done'
  union all
  select 'quarantine', 0, 0, count(*)::int from quarantined_item
  union all
  select 'outbox', count(*) filter (where state = 'pending')::int, ${age('created_at', `state = 'pending'`)},
    count(*) filter (where state = 'dead')::int from event_delivery
  union all
  select 'send', count(*)::int, ${age('created_at', 'true')}, 0 from outbound_send
  union all
  select 'media', count(*)::int, ${age('created_at', 'true')},
    (select count(*) from attachment where state = 'lost' and due_at > now() - interval '1 day')::int
  from attachment where state = 'waiting' and due_at < 'infinity'
  union all
  select 'task', count(*) filter (where state = 'pending')::int, ${age('due_at', `state = 'pending'`)},
    count(*) filter (where state = 'dead')::int from network_task where state <> 'done'
  union all
  select 'post', count(*) filter (where state = 'pending')::int, ${age('created_at', `state = 'pending'`)},
    count(*) filter (where state = 'failed' and done_at > now() - interval '1 day')::int
  from staff_post where state <> 'sent'`
