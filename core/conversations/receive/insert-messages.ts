import type { InboundMessage } from '../../channels/inbound-item.ts'
import { kept } from '../../database/kept-plans.ts'
import type { Sql } from '../../database/sql.ts'
import type { MessageOriginFacts } from './decide-origin.ts'
import type { Weight } from './decide-weight.ts'
import { insertAttachments } from './insert-attachments.ts'

export interface NewMessage extends MessageOriginFacts {
  id: string
  weight: Weight
  accountId: string
  conversationId: string
  /** The identity of the person that it came under: where an answer goes. */
  identityId: string | null
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
  const rows = messages.map(({ id, accountId, conversationId, leadId, direction, source, status, item }) => ({
    id,
    conversation_id: conversationId,
    lead_id: leadId,
    account_id: accountId,
    direction,
    source,
    status,
    external_id: item.externalId,
    kind: item.kind,
    body: item.body ?? null,
    data: item.referral ? { ...item.data, referral: item.referral } : item.data,
    album_id: typeof item.data.albumId === 'string' ? item.data.albumId : null,
    reply_to: item.replyTo ?? null,
    sent_at: item.sentAt,
  }))
  const inserted = await sql.query<{ id: string }>(
    kept(`insert into message (organization_id, id, conversation_id, lead_id, channel_account_id, direction, source,
       external_id, kind, body, data, album_id, reply_to_external_id, status, sent_at, received_at)
     select $1, m.id, m.conversation_id, m.lead_id, m.account_id, m.direction, m.source, m.external_id, m.kind,
       m.body, m.data, m.album_id, m.reply_to, m.status, m.sent_at, now()
     from jsonb_to_recordset($2::jsonb) as m(id uuid, conversation_id uuid, lead_id uuid, account_id uuid,
       direction text, source text, external_id text, kind text, body text, data jsonb, album_id text,
       reply_to text, status text, sent_at timestamptz)
     on conflict (organization_id, channel_account_id, external_id) where external_id is not null
       do nothing returning id`),
    [organizationId, JSON.stringify(rows)],
  )
  const ids = new Set(inserted.map((row) => row.id))
  const stored = messages.filter(({ id }) => ids.has(id))
  await insertAttachments(sql, organizationId, stored)
  return stored
}
