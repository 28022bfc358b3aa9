import { kept } from '../database/kept-plans.ts'
import type { Sql } from '../database/sql.ts'
import type { EventType, NewEvent } from '../events.ts'
import { newId } from '../new-id.ts'

/** Which subscriber wants which events; fixed at start. */
export type Subscriptions = readonly { name: string; types: readonly EventType[] }[]

/**
 * Writes events and one delivery row for each subscriber that wants them, in the caller's transaction, so that an
 * event is heard of exactly if what it tells of was committed.
 */
export async function recordEvents(
  sql: Sql,
  organizationId: string,
  subscriptions: Subscriptions,
  events: readonly NewEvent[],
): Promise<void> {
  if (events.length === 0) return
  const rows = events.map((event) => ({ id: newId(), type: event.type, data: event.data, lane: event.lane }))
  await sql.query(
    kept(`insert into domain_event (organization_id, id, type, data)
     select $1, e.id, e.type, e.data from jsonb_to_recordset($2::jsonb) as e(id uuid, type text, data jsonb)`),
    [organizationId, JSON.stringify(rows)],
  )
  const deliveries = rows.flatMap(({ id, type, lane }) =>
    subscriptions
      .filter((subscription) => subscription.types.includes(type))
      .map((subscription) => ({ id, subscriber: subscription.name, lane })),
  )
  if (deliveries.length === 0) return
  await sql.query(
    kept(`insert into event_delivery (organization_id, event_id, subscriber, lane)
     select $1, d.id, d.subscriber, d.lane
     from rows from (unnest($2::uuid[]), unnest($3::text[]), unnest($4::text[]))
       with ordinality as d(id, subscriber, lane, position)
     order by d.position`),
    [
      organizationId,
      deliveries.map((delivery) => delivery.id),
      deliveries.map((delivery) => delivery.subscriber),
      deliveries.map((delivery) => delivery.lane),
    ],
  )
}
