import type { InboundItem, InboundReader } from '../channels/inbound-item.ts'
import type { Database } from '../database/sql.ts'
import type { Logger } from '../log.ts'
import { giveWay } from '../loops/give-way.ts'
import type { Queue } from '../loops/wake.ts'
import { newId } from '../new-id.ts'
import type { Subscriptions } from '../outbox/record-events.ts'
import { caught } from './attempt.ts'
import { isMeeting, isOfTheData, meetings } from './failure-kinds.ts'
import { attemptsPerCall, postponeCall } from './postpone-call.ts'
import { ofSource, readInOrder } from './read-in-order.ts'
import { takeEach } from './take-each.ts'
import { takeItems } from './take-items.ts'

export interface HistoryOptions {
  database: Database
  /** One reader for each source that this loop drains. */
  readers: ReadonlyMap<string, InboundReader>
  subscriptions: Subscriptions
  log: Logger
  /** Told after each commit which queues may have work now. */
  wake: (queue: Queue) => void
  /** Whether live messages are behind: then the import waits a little for each of its steps. */
  isBusy: () => boolean
  /** Told how many items were taken in: for metrics. */
  onDrained?: (items: number) => void
}

interface Call {
  [column: string]: unknown
  id: string
  source: string
  body: Buffer
  attempts: number
}

/** Small enough that a live message which needs a row of the same organization waits for some tens of milliseconds. */
export const itemsPerStep = 100
/** Most of the time is left to live messages. */
const restFactor = 2.5
/** A step renews the lease; a call of 3 MB has some ten thousand messages, in some hundred steps. */
const leaseSeconds = 120

/**
 * One run of the import of old chats: claims one call with a lease and takes its items in, step by step, each step in a
 * transaction of its own. Between two steps it rests for longer than the last one took, and longer still while live
 * messages are behind. A call that was interrupted begins anew: what is stored already is known and does nothing. Its attempts
 * are counted when it is claimed, so that one at which the process dies is given up in the end as well.
 *
 * @returns how many calls were claimed: 1 or 0
 */
export async function importHistory(options: HistoryOptions): Promise<number> {
  const lease = newId()
  const call = await claim(options, lease)
  if (!call) return 0
  const failure =
    call.attempts > attemptsPerCall
      ? new Error('The process ended each time that this call was taken in.')
      : await caught(() => takeCall(options, call, lease))
  if (failure instanceof Error) {
    await options.database.transaction({ relay: true }, (sql) =>
      postponeCall(sql, options.log, { ...call, lease }, failure),
    )
  }
  return 1
}

async function claim({ database, readers }: HistoryOptions, lease: string): Promise<Call | undefined> {
  const [call] = await database.transaction({ relay: true }, (sql) =>
    readInOrder(sql, () =>
      sql.query<Call>(
        `update inbound_event e set attempts = attempts + 1, lease_token = $2,
           due_at = now() + make_interval(secs => ${leaseSeconds})
         from (select c.id from unnest($1::text[]) as s(name) cross join lateral (
           select id from inbound_event where state = 'pending' and ${ofSource('s.name')} and due_at <= now()
           order by source, id limit 1 for update skip locked) c limit 1) next
         where e.id = next.id returning e.id, e.source, e.body, e.attempts`,
        [[...readers.keys()], lease],
      ),
    ),
  )
  return call
}

async function takeCall(options: HistoryOptions, call: Call, lease: string): Promise<void> {
  const items = options.readers.get(call.source)?.(call.body) ?? []
  for (let from = 0; ; from += itemsPerStep) {
    const step = items.slice(from, from + itemsPerStep)
    const isLast = from + itemsPerStep >= items.length
    const began = performance.now()
    // Somebody else has the call by now, after a pause of ours that was longer than the lease.
    if (!(await takeStep(options, call.id, lease, step, isLast))) return
    options.onDrained?.(step.length)
    if (isLast) return
    await giveWay(options.isBusy, performance.now() - began, restFactor)
  }
}

async function takeStep(
  { database, subscriptions, wake, log }: HistoryOptions,
  eventId: string,
  lease: string,
  items: InboundItem[],
  isLast: boolean,
): Promise<boolean> {
  const read = items.map((item) => ({ eventId, item }))
  const run = (take: typeof takeItems) =>
    database.transaction({ relay: true }, async (sql) => {
      const [mine] = await sql.query(
        `update inbound_event set due_at = case when $3 then due_at else now() + make_interval(secs => ${leaseSeconds}) end,
           state = case when $3 then 'done' else state end, done_at = case when $3 then now() end,
           last_error = case when $3 then null else last_error end
         where id = $1 and lease_token = $2 and state = 'pending' returning id`,
        [eventId, lease, isLast],
      )
      return mine ? take(sql, subscriptions, read) : undefined
    })
  for (let meeting = 1; ; meeting += 1) {
    const taken = await caught(() => run(meeting > meetings ? takeEach : takeItems))
    if (!(taken instanceof Error)) {
      for (const queue of taken ?? []) wake(queue)
      return taken !== undefined
    }
    if (meeting > meetings || !isOfTheData(taken)) throw taken
    if (isMeeting(taken)) continue
    log.warn(
      { err: taken, inboundEvent: eventId },
      'a step of an import failed; its items are taken one by one',
    )
    meeting = meetings
  }
}
