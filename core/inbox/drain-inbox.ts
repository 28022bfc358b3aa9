import type { InboundReader } from '../channels/inbound-item.ts'
import { MetAnother } from '../contacts/recognise.ts'
import { isAway } from '../database/is-away.ts'
import type { Database, ScopedSql } from '../database/sql.ts'
import { type Logger, withoutSecrets } from '../log.ts'
import { backOff } from '../loops/back-off.ts'
import type { Subscriptions } from '../outbox/record-events.ts'
import { putAside, type ReadItem, takeItems } from './take-items.ts'

export interface DrainOptions {
  database: Database
  /** One reader for each source that this loop drains. */
  readers: ReadonlyMap<string, InboundReader>
  subscriptions: Subscriptions
  log: Logger
  onRecorded: () => void
  /** Told how many calls and items were taken in: for metrics. */
  onDrained?: (calls: number, items: number) => void
}

interface Call {
  [column: string]: unknown
  id: string
  source: string
  body: Buffer
  attempts: number
}

const callsPerRun = 500
const bytesPerRun = 4 * 1024 * 1024
/** How often a call is tried before it is put away as dead for a person to look at. */
const attemptsPerCall = 8
const meetings = 3

/**
 * One run of the inbox: claims calls, reads them, takes their items in, and marks them done, all in one transaction.
 * The claim is the row lock: a process that dies gives it back at once, one that hangs loses its session after
 * `idle_in_transaction_session_timeout`. Whatever is committed is therefore done exactly once.
 *
 * When the batch fails for a reason of its own, its calls are tried one by one, and the items of a failing call one
 * by one, so that only what is poisonous is put aside.
 *
 * @returns how many calls were claimed
 */
export async function drainInbox(options: DrainOptions): Promise<number> {
  const { database } = options
  for (let meeting = 1; ; meeting += 1) {
    try {
      return await database.transaction({ relay: true }, async (sql) => {
        await freshPlans(sql)
        const calls = await claim(sql, [...options.readers.keys()], callsPerRun)
        await takeCalls(sql, options, calls)
        return calls.length
      })
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
 * may read a whole organization for each new row, and a fresh desk's first busy hour would be ten times slower. Planning
 * the few of them anew costs less than a millisecond in a batch. For the same reason batches are looked up key by key
 * (lateral, limit 1) or by `= any`, and not by joins, whose order would be guessed from statistics that do not exist yet.
 */
const freshPlans = (sql: ScopedSql) => sql.query('discard plans')

async function claim(sql: ScopedSql, sources: string[], limit: number): Promise<Call[]> {
  // Source by source, so that each is read in the order of its index: a long backlog is never sorted.
  const calls = await sql.query<Call>(
    `select c.* from unnest($1::text[]) as s(source) cross join lateral (
       select id, source, body, attempts from inbound_event
       where state = 'pending' and source = s.source and due_at <= now()
       order by id limit $2 for update skip locked) c`,
    [sources, limit],
  )
  let bytes = 0
  // What is beyond the limit stays locked until the commit and is claimed by the next run.
  return calls.filter((call, index) => {
    bytes += call.body.length
    return index === 0 || bytes <= bytesPerRun
  })
}

async function takeCalls(sql: ScopedSql, options: DrainOptions, calls: Call[]): Promise<void> {
  if (calls.length === 0) return
  const items: ReadItem[] = []
  for (const call of calls) {
    const read = options.readers.get(call.source)
    if (read) for (const item of read(call.body)) items.push({ eventId: call.id, item })
  }
  const recorded = await takeItems(sql, options.subscriptions, items)
  await markDone(sql, calls)
  if (recorded) options.onRecorded()
  options.onDrained?.(calls.length, items.length)
}

const markDone = (sql: ScopedSql, calls: Call[]) =>
  sql.query(
    `update inbound_event set state = 'done', done_at = now(), attempts = attempts + 1, last_error = null
     where id = any($1)`,
    [calls.map(({ id }) => id)],
  )

async function drainOneByOne(options: DrainOptions): Promise<number> {
  const { database } = options
  const sources = [...options.readers.keys()]
  const ids = await database.transaction({ relay: true }, async (sql) =>
    (await claim(sql, sources, callsPerRun)).map(({ id }) => id),
  )
  for (const id of ids) {
    await database.transaction({ relay: true }, async (sql) => {
      const [call] = await sql.query<Call>(
        `select id, source, body, attempts from inbound_event
         where id = $1 and state = 'pending' for update skip locked`,
        [id],
      )
      if (call) await takeOneCall(sql, options, call)
    })
  }
  return ids.length
}

async function takeOneCall(sql: ScopedSql, options: DrainOptions, call: Call): Promise<void> {
  const failure = await attempt(sql, () => takeCalls(sql, options, [call]))
  if (!failure) return
  const read = await attemptValue(async () => options.readers.get(call.source)?.(call.body) ?? [])
  if (read instanceof Error) return postpone(sql, options, call, read)
  let worst: Error | undefined
  for (const [index, item] of read.entries()) {
    const error = await attempt(sql, () =>
      takeItems(sql, options.subscriptions, [{ eventId: call.id, item }]),
    )
    if (!error) continue
    if (!isOfTheData(error) || isMeeting(error)) {
      worst = error
      break
    }
    await sql.enter({ relay: true })
    await putAside(sql, [
      {
        eventId: call.id,
        organizationId: null,
        path: `item ${index}`,
        reason: withoutSecrets(error.message).slice(0, 500),
        item,
      },
    ])
  }
  await sql.enter({ relay: true })
  if (worst) return postpone(sql, options, call, worst)
  await markDone(sql, [call])
  options.onRecorded()
}

/** Tries again later, with growing pauses; after the last attempt the call is dead and waits for a person. */
async function postpone(sql: ScopedSql, { log }: DrainOptions, call: Call, error: Error): Promise<void> {
  const attempts = call.attempts + 1
  const dead = attempts >= attemptsPerCall
  await sql.enter({ relay: true })
  await sql.query(
    `update inbound_event set attempts = $2, state = $3, last_error = $4,
       due_at = now() + make_interval(secs => $5) where id = $1`,
    [
      call.id,
      attempts,
      dead ? 'dead' : 'pending',
      withoutSecrets(error.message).slice(0, 500),
      backOff(attempts, 1, 600),
    ],
  )
  log[dead ? 'error' : 'warn'](
    { inboundEvent: call.id, source: call.source, attempts, err: error },
    dead
      ? 'a call of the inbox is dead: see last_error'
      : 'a call of the inbox failed and will be tried again',
  )
}

/** Runs a step inside a savepoint, so that its failure leaves the transaction usable. */
async function attempt(sql: ScopedSql, step: () => Promise<unknown>): Promise<Error | undefined> {
  await sql.query('savepoint step')
  const result = await attemptValue(step)
  if (!(result instanceof Error)) {
    await sql.query('release savepoint step')
    return undefined
  }
  await sql.query('rollback to savepoint step')
  return result
}

const attemptValue = <Value>(step: () => Promise<Value>): Promise<Value | Error> =>
  step().catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))))

const sqlStateOf = (error: unknown) => String((error as { code?: unknown }).code ?? '')

/** Two batches met on the same rows: a deadlock, or the same new person. */
const isMeeting = (error: unknown) =>
  error instanceof MetAnother || ['40001', '40P01', '23505'].includes(sqlStateOf(error))

/** Whether a failure may come from what is in the calls, rather than from a database that is away. */
const isOfTheData = (error: unknown) => !isAway(error)
