import type { InboundMessage } from '../../channels/inbound-item.ts'
import type { Sql } from '../../database/sql.ts'
import { insertAttachments } from './insert-attachments.ts'
import type { Addressed } from './receive-messages.ts'

/** What came for a message that is stored without its file. */
export interface Filling extends Addressed<InboundMessage> {
  /** Ours of the stored message. */
  id: string
}

/**
 * Puts the content into old messages whose networks told only that there was a file: an import brings the file later,
 * under the same id. Who wrote it, when, and how far it had come stays as it was said first; an edit heard since stays
 * the newest. What was filled or erased meanwhile is left as it is.
 */
export async function fillPlaceholders(sql: Sql, organizationId: string, fillings: Filling[]): Promise<void> {
  const rows = fillings.map(({ id, item }) => ({
    id,
    kind: item.kind,
    body: item.body ?? null,
    data: item.referral ? { ...item.data, referral: item.referral } : item.data,
    album_id: typeof item.data.albumId === 'string' ? item.data.albumId : null,
    reply_to: item.replyTo ?? null,
  }))
  const filled = await sql.query<{ id: string }>(
    `update message m set kind = f.kind, body = case when m.edited_at is null then f.body else m.body end,
       data = f.data || case when m.data ? 'originalBody' then jsonb_build_object('originalBody', f.body) else '{}' end,
       album_id = f.album_id, reply_to_external_id = coalesce(m.reply_to_external_id, f.reply_to)
     from jsonb_to_recordset($2::jsonb) as f(id uuid, kind text, body text, data jsonb, album_id text, reply_to text)
     where m.organization_id = $1 and m.id = any($3) and m.id = f.id and ${awaitsContent('m')} returning m.id`,
    [organizationId, JSON.stringify(rows), rows.map(({ id }) => id)],
  )
  const ids = new Set(filled.map(({ id }) => id))
  await insertAttachments(
    sql,
    organizationId,
    fillings.filter(({ id }) => ids.has(id)),
  )
}

/** The condition, in SQL, that a stored message waits for its content. */
export const awaitsContent = (message: string): string =>
  `${message}.kind = 'unsupported' and ${message}.data @> '{"placeholder": true}'`
