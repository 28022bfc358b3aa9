import type { InboundMessage } from '../../channels/inbound-item.ts'
import type { Sql } from '../../database/sql.ts'
import { newId } from '../../new-id.ts'

export interface NewMessage {
  id: string
  accountId: string
  conversationId: string
  leadId: string
  opensLead: boolean
  item: InboundMessage
}

/**
 * Stores messages and their files.
 *
 * @returns those that were stored: one that another transaction stored meanwhile is left to that one
 */
export async function insertMessages(
  sql: Sql,
  organizationId: string,
  messages: NewMessage[],
): Promise<NewMessage[]> {
  const rows = messages.map(({ id, accountId, conversationId, leadId, item }) => ({
    id,
    conversation_id: conversationId,
    lead_id: leadId,
    account_id: accountId,
    external_id: item.externalId,
    kind: item.kind,
    body: item.body ?? null,
    data: item.referral ? { ...item.data, referral: item.referral } : item.data,
    reply_to: item.replyTo ?? null,
    sent_at: item.sentAt,
  }))
  const inserted = await sql.query<{ id: string }>(
    `insert into message (organization_id, id, conversation_id, lead_id, channel_account_id, direction,
       external_id, kind, body, data, reply_to_external_id, status, sent_at, received_at)
     select $1, m.id, m.conversation_id, m.lead_id, m.account_id, 'inbound', m.external_id, m.kind, m.body,
       m.data, m.reply_to, 'received', m.sent_at, now()
     from jsonb_to_recordset($2::jsonb) as m(id uuid, conversation_id uuid, lead_id uuid, account_id uuid,
       external_id text, kind text, body text, data jsonb, reply_to text, sent_at timestamptz)
     on conflict (organization_id, channel_account_id, external_id) where external_id is not null
       do nothing returning id`,
    [organizationId, JSON.stringify(rows)],
  )
  const ids = new Set(inserted.map((row) => row.id))
  const stored = messages.filter(({ id }) => ids.has(id))
  await insertAttachments(sql, organizationId, stored)
  return stored
}

async function insertAttachments(sql: Sql, organizationId: string, messages: NewMessage[]) {
  const rows = messages.flatMap(({ id, item }) =>
    item.attachments.map((file) => ({
      id: newId(),
      message_id: id,
      kind: file.kind,
      network_media_id: file.mediaId ?? null,
      url: file.url ?? null,
      mime: file.mime ?? null,
      file_name: file.fileName ?? null,
      sha256: file.sha256 ?? null,
      size: file.size ?? null,
    })),
  )
  if (rows.length === 0) return
  await sql.query(
    `insert into attachment (organization_id, id, message_id, kind, network_media_id, url, mime, file_name, sha256, size)
     select $1, a.* from jsonb_to_recordset($2::jsonb) as a(id uuid, message_id uuid, kind text,
       network_media_id text, url text, mime text, file_name text, sha256 text, size bigint)`,
    [organizationId, JSON.stringify(rows)],
  )
}

/**
 * Brings the times of conversations and leads forward, never back: messages come in any order. The conversation also
 * learns which lead its newest message belongs to.
 */
export async function touchConversations(sql: Sql, organizationId: string, messages: NewMessage[]) {
  if (messages.length === 0) return
  const newest = new Map<string, NewMessage>()
  for (const message of messages) {
    const other = newest.get(message.conversationId)
    if (!other || other.item.sentAt <= message.item.sentAt) newest.set(message.conversationId, message)
  }
  const rows = [...newest.values()].toSorted((a, b) => (a.conversationId < b.conversationId ? -1 : 1))
  const values = [
    organizationId,
    rows.map(({ conversationId }) => conversationId),
    rows.map(({ leadId }) => leadId),
    rows.map(({ item }) => item.sentAt),
  ]
  await sql.query(
    `update conversation c set
       last_inbound_at = greatest(c.last_inbound_at, n.sent_at),
       lead_id = case when n.sent_at >= c.last_message_at then n.lead_id else c.lead_id end,
       last_message_at = greatest(c.last_message_at, n.sent_at)
     from unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) as n(id, lead_id, sent_at)
     where c.organization_id = $1 and c.id = any($2) and c.id = n.id`,
    values,
  )
  await sql.query(
    `update lead l set last_inbound_at = greatest(l.last_inbound_at, n.sent_at),
       last_message_at = greatest(l.last_message_at, n.sent_at)
     from (select lead_id, max(sent_at) as sent_at
           from unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) as n(id, lead_id, sent_at) group by lead_id) n
     where l.organization_id = $1 and l.id = any($3) and l.id = n.lead_id`,
    values,
  )
}
