import type { InboundReader } from '../channels/inbound-item.ts'
import { kept } from '../database/kept-plans.ts'
import type { Database, ScopedSql } from '../database/sql.ts'
import type { Logger } from '../log.ts'
import type { Queue } from '../loops/wake.ts'
import type { Subscriptions } from '../outbox/record-events.ts'
import { attempt, caught } from './attempt.ts'
import { isMeeting, isOfTheData, meetings } from './failure-kinds.ts'
import { postponeCall } from './postpone-call.ts'
import { ofSource, readInOrder } from './read-in-order.ts'
import type { ReadItem } from './sort-items.ts'
import { takeEach } from './take-each.ts'
import { takeItems } from './take-items.ts'

export interface DrainOptions {
  database: Database
  /** One reader for each source that this loop drains. */
  readers: ReadonlyMap<string, InboundReader>
  subscriptions: Subscriptions
  log: Logger
  /** Told after each commit which queues may have work now. */
  wake: (queue: Queue) => void
  /** Told how many calls and items were taken in: for metrics. */
  onDrained?: (calls: number, items: number) => void
}

/** What one run of the inbox did. */
export interface Drained {
  /** How many calls were worked off, or tried one by one. */
  calls: number
  /** Whether more calls may wait that could be worked off at once. */
  more: boolean
}

interface Call {
  [column: string]: unknown
  id: string
  source: string
  body: Buffer
  attempts: number
}

const callsPerRun = 500
/** In so many calls a plan that reads a table for each of them would be felt. */
const manyCalls = 25
const bytesPerRun = 4 * 1024 * 1024

/**
 * One run of the inbox: claims calls, reads them, takes their items in, and marks them done, all in one transaction.
 * The claim is the row lock: a process that dies gives it back at once, one that hangs loses its session after
 * `idle_in_transaction_session_timeout`. Whatever is committed is therefore done exactly once.
 *
 * When the batch fails for a reason of its own, its calls are tried one by one, and the items of a failing call one
 * by one, so that only what is poisonous is put aside.
 *
 * The calls of one source are drained by one process at a time: two would each have some of what a person wrote in a row,
 * and staff would read first what was committed first.
 */
export async function drainInbox(options: DrainOptions): Promise<Drained> {
  const { database } = options
  for (let meeting = 1; ; meeting += 1) {
    try {
      const { drained, wakes } = await database.transaction({ relay: true }, async (sql) => {
        const { calls, more } = await claim(sql, [...options.readers.keys()], callsPerRun)
        if (calls.length >= manyCalls) await freshPlans(sql)
        return { drained: { calls: calls.length, more }, wakes: await takeCalls(sql, options, calls) }
      })
      for (const queue of wakes) options.wake(queue)
      return drained
    } catch (error) {
      if (isMeeting(error) && meeting < meetings) continue
      if (!isOfTheData(error)) throw error
      options.log.warn({ err: error }, 'a batch of the inbox failed; its calls are tried one by one')
      return drainOneByOne(options)
    }
  }
}

/**
 * PostgreSQL keeps the plan of a foreign key's check for as long as the session lives. Made while a table was empty, it
 * may read a whole organization for each new row, and a fresh desk's first busy hour would be ten times slower. So each
 * large batch has all plans made anew, which costs some milliseconds. For the same reason batches are looked up key by key
 * (lateral, limit 1) or by `= any`, and not by joins, whose order would be guessed from statistics that do not exist yet.
 */
const freshPlans = (sql: ScopedSql) => sql.query('discard plans')

async function claim(
  sql: ScopedSql,
  sources: string[],
  limit: number,
): Promise<{ calls: Call[]; more: boolean }> {
  // Source by source, since the index is in that order.
  const found = await readInOrder(sql, () =>
    sql.query<Call>(
      kept(`select c.* from (select name from unnest($1::text[]) as n(name)
           where pg_try_advisory_xact_lock(hashtext('inbox'), hashtext(name)) offset 0) s
         cross join lateral (
         select id, source, body, attempts from inbound_event
         where state = 'pending' and ${ofSource('s.name')} and due_at <= now()
         order by source, id limit $2 for update skip locked) c`),
      [sources, limit],
    ),
  )
  let bytes = 0
  // What is beyond the limit stays locked until the commit and is claimed by the next run.
  const calls = found.filter((call, index) => {
    bytes += call.body.length
    return index === 0 || bytes <= bytesPerRun
  })
  return { calls, more: calls.length < found.length || found.length >= limit }
}

async function takeCalls(sql: ScopedSql, options: DrainOptions, calls: Call[]): Promise<Set<Queue>> {
  if (calls.length === 0) return new Set()
  const items: ReadItem[] = []
  for (const call of calls) {
    const read = options.readers.get(call.source)
    if (read) for (const item of read(call.body)) items.push({ eventId: call.id, item })
  }
  const wakes = await takeItems(sql, options.subscriptions, items)
  await markDone(sql, calls)
  options.onDrained?.(calls.length, items.length)
  return wakes
}

const markDone = (sql: ScopedSql, calls: Call[]) =>
  sql.query(
    kept(`update inbound_event set state = 'done', done_at = now(), attempts = attempts + 1, last_error = null
     where id = any($1)`),
    [calls.map(({ id }) => id)],
  )

async function drainOneByOne(options: DrainOptions): Promise<Drained> {
  const { database } = options
  const sources = [...options.readers.keys()]
  const ids = await database.transaction({ relay: true }, async (sql) =>
    (await claim(sql, sources, callsPerRun)).calls.map(({ id }) => id),
  )
  for (const id of ids) {
    const wakes = await database.transaction({ relay: true }, async (sql) => {
      const [call] = await sql.query<Call>(
        `select id, source, body, attempts from inbound_event
         where id = $1 and state = 'pending' for update skip locked`,
        [id],
      )
      return call ? takeOneCall(sql, options, call) : []
    })
    for (const queue of wakes) options.wake(queue)
  }
  return { calls: ids.length, more: ids.length > 0 }
}

async function takeOneCall(sql: ScopedSql, options: DrainOptions, call: Call): Promise<Iterable<Queue>> {
  const atOnce = await attempt(sql, () => takeCalls(sql, options, [call]))
  if (!(atOnce instanceof Error)) return atOnce
  const taken = await caught(async () => {
    const items = options.readers.get(call.source)?.(call.body) ?? []
    return takeEach(
      sql,
      options.subscriptions,
      items.map((item) => ({ eventId: call.id, item })),
    )
  })
  await sql.enter({ relay: true })
  if (taken instanceof Error) {
    await postponeCall(sql, options.log, { ...call, attempts: call.attempts + 1 }, taken)
    return []
  }
  await markDone(sql, [call])
  return taken
}
