import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { readMasks } from '../contacts/read-masks.ts'
import { canReadLeads } from '../policy.ts'
import { visibleLeads } from '../team/visible-leads.ts'
import { isOversized } from './size-limits.ts'

/** Far more than any network puts into one album. */
const mostFiles = 100

/**
 * The files that belong together with a message's: those of all messages of its album that are known by now, in order,
 * or its own where it is no part of one. `caption` is what was written with a file: with the first one of its message.
 * `mime` is what its content says, null until it is stored.
 */
export const listAlbumFiles = defineQuery({
  input: z.object({ messageId: z.uuid() }),
  allowed: canReadLeads,
  async run(work, { messageId }) {
    const { actor, sql, organizationId } = work
    const values: unknown[] = [organizationId, messageId]
    const visible = visibleLeads(actor, values)
    const rows = await sql.query<{
      id: string
      messageId: string
      kind: string
      state: 'waiting' | 'stored' | 'lost' | 'erased'
      mime: string | null
      contactId: string
      fileName: string | null
      size: number | null
      width: number | null
      height: number | null
      caption: string | null
    }>(
      `select a.id, a.message_id as "messageId", a.kind, a.state, a.stored_mime as mime, l.contact_id as "contactId", a.file_name as "fileName",
         a.size::float8 as size, a.width, a.height,
         case when row_number() over (partition by m.id order by a.id) = 1 then m.body end as caption
       from message o
       join lead l on l.organization_id = $1 and l.id = o.lead_id and ${visible}
       join message m on m.organization_id = $1 and m.lead_id = o.lead_id
         and (m.id = o.id or m.album_id = o.album_id and m.conversation_id = o.conversation_id)
       join attachment a on a.organization_id = $1 and a.message_id = m.id
       where o.organization_id = $1 and o.id = $2 order by m.sent_at, m.id, a.id limit ${mostFiles}`,
      values,
    )
    const maskOf = await readMasks(
      work,
      rows.map(({ contactId }) => contactId),
    )
    return rows.map(({ contactId, ...row }) => ({
      ...maskOf(contactId)(row),
      isOversized: row.mime?.startsWith('image/') === true && isOversized(row.width, row.height),
    }))
  },
})
