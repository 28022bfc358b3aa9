import type { Sql } from '../database/sql.ts'
import type { NewEvent } from '../events.ts'
import type { NetworkFailure } from './inbound-item.ts'

/**
 * Stops a channel until a person has mended it at the network: nothing is sent or asked with it, and what waits, waits.
 *
 * @param askedAt the database's time when the account was opened: a token that is newer has not been refused
 * @returns the event that tells owners; none when it was stopped already, so that they are told once
 */
export async function stopChannel(
  sql: Sql,
  organizationId: string,
  channelAccountId: string,
  failure: NetworkFailure,
  askedAt: Date,
): Promise<NewEvent[]> {
  const stopped = await sql.query(
    `update channel_account set state = 'stopped', stopped_at = now(), stopped_reason = $3
     where organization_id = $1 and id = $2 and state = 'active'
       and (token_changed_at is null or token_changed_at <= $4) returning id`,
    [organizationId, channelAccountId, JSON.stringify(failure), askedAt],
  )
  if (stopped.length === 0) return []
  return [{ type: 'channel.stopped', data: { channelAccountId, failure }, lane: channelAccountId }]
}
