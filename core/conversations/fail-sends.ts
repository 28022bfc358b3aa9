import type { NetworkFailure } from '../channels/inbound-item.ts'
import type { Sql } from '../database/sql.ts'
import type { NewEvent } from '../events.ts'
import { lockLanesOf } from './lock-lane.ts'

/**
 * Gives up queued messages that cannot be sent, such as those whose file will not come; what waited behind them goes on.
 * What is on its way already is left to its end.
 *
 * @returns the events that tell of it
 */
export async function failSends(
  sql: Sql,
  organizationId: string,
  messageIds: string[],
  failure: NetworkFailure,
): Promise<NewEvent[]> {
  await lockLanesOf(sql, organizationId, messageIds)
  const failed = await sql.query<{ id: string; lead_id: string }>(
    `with gone as (
       delete from outbound_send s where s.organization_id = $1 and s.message_id = any($2) and s.sending_at is null
       returning s.message_id
     )
     update message m set status = 'failed', failure = $3 from gone
     where m.organization_id = $1 and m.id = gone.message_id and m.status = 'queued' returning m.id, m.lead_id`,
    [organizationId, messageIds, JSON.stringify(failure)],
  )
  return failed.map(({ id, lead_id: leadId }) => ({
    type: 'message.delivery-changed',
    data: { leadId, messageId: id, status: 'failed', failure },
    lane: leadId,
  }))
}
