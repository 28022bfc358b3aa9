import { kept } from '../database/kept-plans.ts'
import type { Database } from '../database/sql.ts'
import { type Logger, messageOf } from '../log.ts'
import { backOff } from '../loops/back-off.ts'
import { createRunner, type Runner } from '../loops/create-runner.ts'
import { newId } from '../new-id.ts'
import { ofSource, readInOrder } from './read-in-order.ts'

export interface UpdatesOptions {
  database: Database
  /** The source whose calls are handled one by one, in lanes. */
  source: string
  /**
   * Handles one call; must bear to get the same one twice. Throwing means: again, later. A call that held a secret of
   * its writer is emptied once it is handled (`forget`), or given up (an error with `forget`).
   */
  handle: (body: Buffer) => Promise<Handled>
  log: Logger
  onFree: () => void
}

/** `forget`: what was written held a secret, and is not kept. */
export type Handled = undefined | { forget: boolean }

const attemptsPerCall = 6
/** How long a handler may take before another process may take the call over, in seconds. */
const leaseSeconds = 60
const lanesAtOnce = 16

/**
 * Handles the calls of a source whose handling talks to a network: claimed with a lease, one lane (chat) at a time in
 * order, many lanes at once, so that a handler that hangs delays its own chat only. A handler is heard of at least
 * once: it must be safe to hear twice.
 */
export function createUpdates({ database, source, handle, log, onFree }: UpdatesOptions): Runner {
  return createRunner<LeasedCall>({
    concurrency: lanesAtOnce,
    claim: (limit) => claim(database, source, limit),
    takesAll: true,
    handle: async (call, store) => {
      const ended =
        call.attempts > attemptsPerCall
          ? { error: new Error('The process ended each time that this update was handled.') }
          : await handle(call.body).then(
              (handled) => ({ forget: handled?.forget === true }),
              (failure: unknown) => ({ error: failure ?? new Error('unknown') }),
            )
      if ('error' in ended) return store(() => postpone(database, log, call, ended.error))
      return store(() => finish(database, call, ended.forget))
    },
    onFree,
    onError: (error) =>
      log.warn({ err: error }, 'the end of an update could not be stored; its lease will run out'),
  })
}

interface LeasedCall {
  [column: string]: unknown
  id: string
  body: Buffer
  attempts: number
  lease_token: string
}

/** Claims the first call of each free lane. `due_at` is the lease: until then nobody else takes the call. */
function claim(database: Database, source: string, limit: number): Promise<LeasedCall[]> {
  return database.transaction({ relay: true }, (sql) =>
    readInOrder(sql, () =>
      sql.query<LeasedCall>(
        kept(`update inbound_event e set attempts = attempts + 1, lease_token = $3,
           due_at = now() + make_interval(secs => ${leaseSeconds})
         from (
           select c.id from inbound_event c
           where c.${ofSource('$1')} and c.state = 'pending' and c.due_at <= now() and (c.lane is null or c.id = (
             select head.id from inbound_event head where head.source = c.source and head.lane = c.lane
               and head.state = 'pending' order by head.id limit 1))
           order by c.source, c.id limit $2 for update skip locked) first
         where e.id = first.id returning e.id, e.body, e.attempts, e.lease_token`),
        [source, limit, newId()],
      ),
    ),
  )
}

const emptied = `'{}'::bytea`

/** @returns whether more waits in the lane */
async function finish(database: Database, call: LeasedCall, forget: boolean): Promise<boolean> {
  const [row] = await database.relay<{ waits: boolean }>(
    kept(`with ended as (
         update inbound_event set state = 'done', done_at = now(), last_error = null,
           body = case when $3 then ${emptied} else body end
         where id = $1 and lease_token = $2 returning source, lane)
       select exists (select from inbound_event n where n.source = ended.source and n.lane = ended.lane
         and n.state = 'pending' and n.id <> $1) as waits from ended`),
    [call.id, call.lease_token, forget],
  )
  return row?.waits ?? false
}

async function postpone(database: Database, log: Logger, call: LeasedCall, error: unknown): Promise<void> {
  const dead = call.attempts >= attemptsPerCall
  const forget = dead && (error as { forget?: unknown }).forget === true
  log[dead ? 'error' : 'warn'](
    { inboundEvent: call.id, attempts: call.attempts, err: error },
    dead ? 'an update is dead: see last_error' : 'handling an update failed and will be tried again',
  )
  await database.relay(
    `update inbound_event set state = $3, last_error = $4, due_at = now() + make_interval(secs => $5),
         body = case when $6 then ${emptied} else body end
       where id = $1 and lease_token = $2`,
    [
      call.id,
      call.lease_token,
      dead ? 'dead' : 'pending',
      messageOf(error).slice(0, 500),
      backOff(call.attempts, 1, 300),
      forget,
    ],
  )
}
