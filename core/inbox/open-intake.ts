import { kept } from '../database/kept-plans.ts'
import type { Database } from '../database/sql.ts'
import { DeskError } from '../errors.ts'
import type { Queue } from '../loops/wake.ts'
import { newId } from '../new-id.ts'
import { queueOf } from './queue-of.ts'
import type { Intake, RawCall } from './raw-call.ts'

export interface IntakeOptions {
  database: Database
  /** Told after each commit which queue has something new. */
  onStored: (queue: Queue) => void
  /** After how many milliseconds a caller is told that the database does not take his call. */
  deadline?: number
}

interface Waiting {
  call: RawCall
  resolve: () => void
  reject: (error: Error) => void
  timer: NodeJS.Timeout
}

/** Two: while one insert waits for the disk, the next one gathers and is sent. More gains nothing. */
const flushesInFlight = 2
const callsPerFlush = 500
const bytesPerFlush = 8 * 1024 * 1024
/** Beyond this much waiting, calls are turned away (and delivered again later) instead of filling the memory. */
const waitingBytes = 64 * 1024 * 1024

/**
 * Stores raw calls. Calls that arrive while an insert is under way share the next one: one statement, one commit, one
 * flush of the disk for all of them. There is no timer, so a lone call waits for nothing.
 */
export function openIntake({ database, onStored, deadline = 4_000 }: IntakeOptions): Intake {
  const waiting: Waiting[] = []
  let bytes = 0
  let inFlight = 0
  let scheduled = false

  const flush = async () => {
    const batch = takeBatch()
    inFlight += 1
    try {
      await store(
        database,
        batch.map(({ call }) => call),
      )
      for (const entry of batch) settle(entry, entry.resolve)
      for (const queue of new Set(batch.map(({ call }) => queueOf(call.source)))) onStored(queue)
    } catch (error) {
      const failure = new DeskError('unavailable', 'inbox-unavailable')
      failure.cause = error
      for (const entry of batch) settle(entry, () => entry.reject(failure))
    } finally {
      inFlight -= 1
      if (waiting.length > 0) void flush()
    }
  }

  const takeBatch = () => {
    let size = 0
    let count = 0
    while (count < waiting.length && count < callsPerFlush) {
      size += waiting[count]?.call.body.length ?? 0
      if (count > 0 && size > bytesPerFlush) break
      count += 1
    }
    return waiting.splice(0, count)
  }

  const settle = (entry: Waiting, end: () => void) => {
    clearTimeout(entry.timer)
    bytes -= entry.call.body.length
    end()
  }

  return {
    accept(call) {
      if (bytes + call.body.length > waitingBytes) {
        return Promise.reject(new DeskError('unavailable', 'inbox-full'))
      }
      bytes += call.body.length
      return new Promise<void>((resolve, reject) => {
        // The call stays in its batch: if the database takes it after all, its redelivery is recognised.
        const timer = setTimeout(() => reject(new DeskError('unavailable', 'inbox-unavailable')), deadline)
        waiting.push({ call, resolve, reject, timer })
        if (inFlight < flushesInFlight) setImmediateOnce()
      })
    },
  }

  /** Lets the calls of one turn of the event loop share even the first insert. */
  function setImmediateOnce() {
    if (scheduled) return
    scheduled = true
    setImmediate(() => {
      scheduled = false
      if (waiting.length > 0 && inFlight < flushesInFlight) void flush()
    })
  }
}

/**
 * One multi-row insert. Bodies and keys travel as one binary value each and are cut apart by PostgreSQL: an array of
 * bytea would be sent as hexadecimal text, twice the size.
 */
async function store(database: Database, calls: RawCall[]): Promise<void> {
  await database.query(
    kept(`insert into inbound_event (id, source, lane, dedupe_key, body)
     select c.id, c.source, c.lane, substring($4::bytea from c.key_at for c.key_length),
            substring($5::bytea from c.body_at for c.body_length)
     from unnest($1::uuid[], $2::text[], $3::text[], $6::int[], $7::int[], $8::int[], $9::int[])
       as c(id, source, lane, key_at, key_length, body_at, body_length)
     on conflict do nothing`),
    [
      calls.map(() => newId()),
      calls.map((call) => call.source),
      calls.map((call) => call.lane ?? null),
      Buffer.concat(calls.map((call) => call.dedupeKey)),
      Buffer.concat(calls.map((call) => call.body)),
      starts(calls.map((call) => call.dedupeKey.length)),
      calls.map((call) => call.dedupeKey.length),
      starts(calls.map((call) => call.body.length)),
      calls.map((call) => call.body.length),
    ],
  )
}

/** One-based positions of pieces of the given lengths, laid end to end. */
function starts(lengths: number[]): number[] {
  let at = 1
  return lengths.map((length) => {
    const start = at
    at += length
    return start
  })
}
