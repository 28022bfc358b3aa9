import type { Sql } from '../database/sql.ts'
import { type Logger, withoutSecrets } from '../log.ts'
import { backOff } from '../loops/back-off.ts'

/** How often a call is tried before it is put away as dead for a person to look at. */
const attemptsPerCall = 8

/** Tries again later, with growing pauses; after the last attempt the call is dead and waits for a person. */
export async function postponeCall(
  sql: Sql,
  log: Logger,
  call: { id: string; source: string; attempts: number },
  error: Error,
): Promise<void> {
  const attempts = call.attempts + 1
  const dead = attempts >= attemptsPerCall
  await sql.query(
    `update inbound_event set attempts = $2, state = $3, last_error = $4, lease_token = null,
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
