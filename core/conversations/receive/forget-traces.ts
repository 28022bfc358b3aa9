import type { Sql } from '../../database/sql.ts'
import { withinRelay } from '../../inbox/within-relay.ts'

/** A message that was erased, and what its traces are found by. */
export interface Erased {
  [column: string]: unknown
  leadId: string
  /** What the calls about it name: of a version, the message that was changed. */
  externalId: string | null
  sentAt: Date
  receivedAt: Date
}

/** Clocks of networks differ from ours by less. */
const aroundMs = 60_000
/** Nothing is delivered later; a message that says so has a wrong time of its own. */
const longestMs = 2 * 86_400_000
/** Instead of a call's body: nothing that any reader would take for a message. */
const nothing = '{}'

/**
 * Empties what else holds the words of erased messages: posts of their leads that staff were shown (what stands in the
 * chats is changed by the edge), and the raw calls that brought them. A call has an id of the moment when it came, so
 * only those of the time between sending and storing are looked through. One that still waits is left: it may hold more
 * than that message, and what it brings of it is erased in its turn.
 */
export async function forgetTraces(sql: Sql, organizationId: string, erased: Erased[]): Promise<void> {
  const inbound = erased.filter(({ externalId }) => externalId !== null)
  await sql.query(
    `update staff_post set content = jsonb_set(content, '{html}', '""')
     where organization_id = $1 and lead_id = any($2) and state <> 'pending' and content->>'html' <> ''`,
    [organizationId, [...new Set(erased.map(({ leadId }) => leadId))]],
  )
  if (inbound.length === 0) return
  await withinRelay(sql, () =>
    sql.query(
      `update inbound_event e set body = $1 from unnest($2::uuid[], $3::uuid[], $4::text[]) as m(first, last, id)
       where e.state = 'done' and e.id between m.first and m.last
         and (position(convert_to(m.id, 'UTF8') in e.body) > 0
           or position(convert_to(replace(m.id, '/', '\\/'), 'UTF8') in e.body) > 0)`,
      [
        Buffer.from(nothing),
        inbound.map(({ sentAt, receivedAt }) =>
          edgeOf(Math.max(Math.min(+sentAt, +receivedAt), +receivedAt - longestMs) - aroundMs, '0'),
        ),
        inbound.map(({ receivedAt }) => edgeOf(+receivedAt + aroundMs, 'f')),
        inbound.map(({ externalId }) => externalId),
      ],
    ),
  )
}

/** The first (filled with 0) or the last (with f) id that could have been made in that millisecond. */
const edgeOf = (ms: number, rest: '0' | 'f') =>
  Math.max(0, ms).toString(16).padStart(12, '0') + rest.repeat(20)
