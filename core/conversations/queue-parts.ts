import type { OutboundMessage } from '../channels/channel-port.ts'
import type { Sql } from '../database/sql.ts'
import { newId } from '../new-id.ts'
import type { MessageOrigin } from './message.ts'
import type { Part } from './plan-parts.ts'

/** Where messages go and who wrote them. */
export interface Errand {
  leadId: string
  conversationId: string
  channelAccountId: string
  within: OutboundMessage['within']
  /** The network's id of the message that the first of them answers. */
  replyTo: string | null
  /** Null: a machine. */
  authorId: string | null
  origin: MessageOrigin | null
  /** Of the first message; the second has `:2` added, and so on. Null: the caller knows by other means what is double. */
  idempotencyKey: string | null
  /** Whether it comes before what machines queued. */
  urgent: boolean
}

/**
 * Stores messages as queued, in order, each with its place in front of the network. One that has a file waits for its
 * bytes, and those behind it with it; whoever calls wakes `send` and `media` after the commit.
 *
 * @returns their ids
 */
export async function queueParts(
  sql: Sql,
  organizationId: string,
  errand: Errand,
  parts: Part[],
): Promise<string[]> {
  const rows = parts.map(({ kind, body, content, data, file, album }, index) => ({
    id: newId(),
    position: index,
    kind,
    body,
    content,
    data,
    file,
    album,
    replyTo: index === 0 ? errand.replyTo : null,
    key:
      errand.idempotencyKey &&
      (index === 0 ? errand.idempotencyKey : `${errand.idempotencyKey}:${index + 1}`),
  }))
  const { leadId, conversationId, channelAccountId, within, authorId, origin, urgent } = errand
  await sql.query(
    `insert into message (organization_id, id, conversation_id, lead_id, channel_account_id, direction, kind, body, data,
       content, within, reply_to_external_id, status, author_id, origin, idempotency_key, sent_at)
     select $1, m.id, $3, $4, $5, 'outbound', m.kind, m.body, m.data, nullif(m.content, 'null'), $6, m."replyTo", 'queued',
       $7, $8, m.key, now()
     from jsonb_to_recordset($2::jsonb) as m(id uuid, kind text, body text, data jsonb, content jsonb, "replyTo" text,
       key text)`,
    [
      organizationId,
      JSON.stringify(rows),
      conversationId,
      leadId,
      channelAccountId,
      within,
      authorId,
      origin && JSON.stringify(origin),
    ],
  )
  const files = rows.flatMap(({ id, file }) =>
    file ? { ...file, messageId: id, mediaId: file.source.mediaId } : [],
  )
  if (files.length > 0) {
    await sql.query(
      `insert into attachment (organization_id, id, message_id, kind, network_media_id, mime, file_name, size, origin)
       select $1, f.id, f."messageId", f.kind, f."mediaId", f.mime, f."fileName", f.size, 'telegram_staff'
       from jsonb_to_recordset($2::jsonb) as f(id uuid, "messageId" uuid, kind text, "mediaId" text, mime text,
         "fileName" text, size bigint)`,
      [organizationId, JSON.stringify(files)],
    )
  }
  await sql.query(
    `insert into outbound_send (organization_id, message_id, conversation_id, channel_account_id, urgent, due_at,
       file_bytes, album)
     select $1, s.id, $3, $4, $5, case when s.file is null or s.file = 'null' then now() else 'infinity' end,
       coalesce((s.file->>'size')::bigint, 0), s.album
     from jsonb_to_recordset($2::jsonb) as s(id uuid, position int, file jsonb, album text) order by s.position`,
    [organizationId, JSON.stringify(rows), conversationId, channelAccountId, urgent],
  )
  return rows.map(({ id }) => id)
}
