import type { InboundMessage } from '../../channels/inbound-item.ts'
import type { Sql } from '../../database/sql.ts'
import { withinRelay } from '../../inbox/within-relay.ts'
import { newId } from '../../new-id.ts'
import type { Addressed } from './receive-messages.ts'

/**
 * Keeps what belongs to no chat here and changes no message, among what the networks tell of the account: that it came
 * and what it was about, but nobody's name or words.
 */
export async function keepStrays(
  sql: Sql,
  organizationId: string,
  strays: Addressed<InboundMessage>[],
): Promise<void> {
  const rows = strays.flatMap(({ eventId, item }) => (eventId === undefined ? [] : [rowOf(eventId, item)]))
  if (rows.length === 0) return
  await withinRelay(sql, () =>
    sql.query(
      `insert into channel_notice (id, inbound_event_id, organization_id, network, topic, data)
       select n.id, n.inbound_event_id, $1, n.network, n.topic, n.data
       from jsonb_to_recordset($2::jsonb) as n(id uuid, inbound_event_id uuid, network text, topic text, data jsonb)`,
      [organizationId, JSON.stringify(rows)],
    ),
  )
}

function rowOf(eventId: string, item: InboundMessage) {
  const { externalId, replyTo, sentAt } = item
  return {
    id: newId(),
    inbound_event_id: eventId,
    network: item.network,
    topic: item.kind,
    data: { externalId, replyTo, event: item.data.event, sentAt },
  }
}
