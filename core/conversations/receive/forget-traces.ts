import type { Sql } from '../../database/sql.ts'
import { withinRelay } from '../../inbox/within-relay.ts'

/** A message that was erased, and what its traces are found by. */
export interface Erased {
  [column: string]: unknown
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
 * Empties the raw calls that brought erased messages. (Posts that showed them are put right by the edge that made them,
 * in the chats and in their table.) A call has an id of the moment when it came, so only those of the time between sending
 * and storing are looked through. One that still waits, or of which something is put aside, is left: it holds more than
 * that message, and goes with the others when its time has come.
 */
export async function forgetTraces(sql: Sql, erased: Erased[]): Promise<void> {
  const inbound = erased.filter(({ externalId }) => externalId !== null)
  if (inbound.length === 0) return
  await withinRelay(sql, () =>
    sql.query(
      `update inbound_event e set body = $1 from unnest($2::uuid[], $3::uuid[], $4::text[]) as m(first, last, id)
       where e.state = 'done' and e.id between m.first and m.last
         and not exists (select 1 from quarantined_item q where q.inbound_event_id = e.id)
         and (position(convert_to(m.id, 'UTF8') in e.body) > 0
           or position(convert_to(replace(m.id, '/', '\\/'), 'UTF8') in e.body) > 0
           -- Telegram numbers messages in their chat; no call has the two beside each other.
           or m.id ~ '^-?\\d+:\\d+$'
             and position(convert_to('"message_id":' || split_part(m.id, ':', 2) || ',', 'UTF8') in e.body) > 0
             and position(convert_to('"id":' || split_part(m.id, ':', 1) || ',', 'UTF8') in e.body) > 0)`,
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
