import type { Sql } from '../database/sql.ts'
import { type Logger, messageOf } from '../log.ts'
import { backOff } from '../loops/back-off.ts'

/** How often a call is tried before it is put away as dead for a person to look at. */
export const attemptsPerCall = 8

/** A call whose taking in failed. */
export interface FailedCall {
  id: string
  source: string
  /** With the one that failed. */
  attempts: number
  /** Where it was claimed with a lease: a call that somebody else has by now, or has finished, is left to him. */
  lease?: string
}

/** Tries again later, with growing pauses; after the last attempt the call is dead and waits for a person. */
export async function postponeCall(
  sql: Sql,
  log: Logger,
  { id, source, attempts, lease }: FailedCall,
  error: Error,
): Promise<void> {
  const dead = attempts >= attemptsPerCall
  const [mine] = await sql.query(
    `update inbound_event set attempts = $2, state = $3, last_error = $4, lease_token = null,
       due_at = now() + make_interval(secs => $5)
     where id = $1 and state = 'pending' and ($6::uuid is null or lease_token = $6) returning id`,
    [
      id,
      attempts,
      dead ? 'dead' : 'pending',
      messageOf(error).slice(0, 500),
      backOff(attempts, 1, 600),
      lease ?? null,
    ],
  )
  if (!mine) return
  log[dead ? 'error' : 'warn'](
    { inboundEvent: id, source, attempts, err: error },
    dead
      ? 'a call of the inbox is dead: see last_error'
      : 'a call of the inbox failed and will be tried again',
  )
}
