import type { InboundMessage } from '../../channels/inbound-item.ts'
import type { Sql } from '../../database/sql.ts'
import { newId } from '../../new-id.ts'

/** Stores the files of messages that are stored already: references, whose bytes the media loop fetches. */
export async function insertAttachments(
  sql: Sql,
  organizationId: string,
  messages: { id: string; accountId: string; item: InboundMessage }[],
): Promise<void> {
  const rows = messages.flatMap(({ id, accountId, item }) =>
    item.attachments.map((file) => ({
      id: newId(),
      message_id: id,
      account_id: accountId,
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
    `insert into attachment (organization_id, id, message_id, channel_account_id, kind, network_media_id, url, mime,
       file_name, sha256, size)
     select $1, a.* from jsonb_to_recordset($2::jsonb) as a(id uuid, message_id uuid, account_id uuid, kind text,
       network_media_id text, url text, mime text, file_name text, sha256 text, size bigint)`,
    [organizationId, JSON.stringify(rows)],
  )
}
