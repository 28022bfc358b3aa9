import { rateOfAccount } from '../channels/channel-pace.ts'
import type { ChannelPort } from '../channels/channel-port.ts'
import type { Sql } from '../database/sql.ts'
import { chooseTogether } from './albums.ts'
import type { Send } from './claim-sends.ts'
import { lockLane } from './lock-lane.ts'

interface Row {
  [column: string]: unknown
  message_id: string
  kind: string
  bytes: number
  attempts: number
  network: string
  facts: Record<string, unknown>
}

/**
 * Takes, under the lease of a claimed part of an album, the other parts that wait and may go now, so that one call carries
 * them; they count against the allowances of account and person like any messages. Whoever has the conversation's first
 * message has its lane: nobody else takes them meanwhile.
 *
 * @returns the parts in the order in which the member sent them; the claimed one alone where nothing may go with it, or
 *   where its lease is lost
 */
export async function gatherAlbum(sql: Sql, channels: readonly ChannelPort[], send: Send): Promise<Send[]> {
  await lockLane(sql, send.organization_id, send.conversation_id)
  const rows = await listParts(sql, send)
  const port = channels.find(({ network }) => network === rows[0]?.network)
  const parts = rows.map((row) => ({ ...row, messageId: row.message_id }))
  const chosen = chooseTogether(parts, send.message_id, port?.albums)
  if (chosen.length < 2) return [send]
  const others = chosen.filter(({ messageId }) => messageId !== send.message_id)
  await lease(
    sql,
    send,
    others.map(({ messageId }) => messageId),
  )
  await charge(sql, send, rateOfAccount(port, parts[0]?.facts ?? {}), others.length)
  return chosen.map(({ messageId, attempts, bytes }) =>
    messageId === send.message_id
      ? { ...send, file_bytes: bytes }
      : { ...send, message_id: messageId, attempts: attempts + 1, file_bytes: bytes },
  )
}

/** None where the lease is lost. What was taken and not sent before the process lost its connection is taken again. */
function listParts(sql: Sql, send: Send): Promise<Row[]> {
  return sql.query<Row>(
    `select s.message_id, s.file_bytes::float8 as bytes, s.attempts, m.kind, a.network, a.facts
     from outbound_send s
     join message m on m.organization_id = $1 and m.id = s.message_id
     join channel_account a on a.organization_id = $1 and a.id = s.channel_account_id
     where s.organization_id = $1 and s.conversation_id = $2 and s.album = $3
       and (s.lease_token = $5 or (s.sending_at is null and s.due_at <= now() and m.status = 'queued'))
       and exists (select 1 from outbound_send h where h.organization_id = $1 and h.message_id = $4
         and h.lease_token = $5 and h.lease_until > now())
     order by (m.origin->>'message')::numeric, s.id for update of s`,
    [send.organization_id, send.conversation_id, send.album, send.message_id, send.lease_token],
  )
}

async function lease(sql: Sql, send: Send, messageIds: string[]): Promise<void> {
  await sql.query(
    `update outbound_send s set attempts = s.attempts + 1, trying_since = coalesce(s.trying_since, now()),
       lease_token = h.lease_token, lease_until = h.lease_until
     from outbound_send h where h.organization_id = $1 and h.message_id = $2
       and s.organization_id = $1 and s.message_id = any($3)`,
    [send.organization_id, send.message_id, messageIds],
  )
}

/** The claim has charged for one message. */
async function charge(
  sql: Sql,
  send: Send,
  { perSecond, saved, personStep, personSaved }: ReturnType<typeof rateOfAccount>,
  more: number,
): Promise<void> {
  await sql.query(
    `update send_lane set paced_until = greatest(paced_until, now() - make_interval(secs => $3))
       + make_interval(secs => $4)
     where organization_id = $1 and conversation_id = $2`,
    [send.organization_id, send.conversation_id, personSaved, personStep * more],
  )
  await sql.query(
    `update channel_pace set paced_until = greatest(paced_until, now() - make_interval(secs => $3))
       + make_interval(secs => $4)
     where organization_id = $1 and channel_account_id = $2`,
    [send.organization_id, send.channel_account_id, saved, more / perSecond],
  )
}
