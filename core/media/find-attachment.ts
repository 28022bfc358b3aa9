import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { readMasks } from '../contacts/read-masks.ts'
import { DeskError } from '../errors.ts'
import { mustSeeLead } from '../leads/must-see-lead.ts'
import { canReadLeads } from '../policy.ts'
import { isOversized } from './size-limits.ts'

/**
 * What is known of one file, without its bytes. `mime` is what its content says, and null until it is stored;
 * `claimedMime` is what the sender said. `isOversized`: an image that nothing should try to open.
 *
 * @throws DeskError attachment-not-found, lead-not-found
 */
export const findAttachment = defineQuery({
  input: z.object({ attachmentId: z.uuid() }),
  allowed: canReadLeads,
  async run(work, { attachmentId }) {
    const { sql, organizationId } = work
    const [row] = await sql.query<{
      id: string
      messageId: string
      leadId: string
      direction: 'inbound' | 'outbound'
      kind: string
      state: 'waiting' | 'stored' | 'lost' | 'erased'
      mime: string | null
      claimedMime: string | null
      fileName: string | null
      size: string | null
      width: number | null
      height: number | null
      storedAt: Date | null
    }>(
      `select a.id, a.message_id as "messageId", m.lead_id as "leadId", m.direction, a.kind, a.state,
         a.stored_mime as mime, a.mime as "claimedMime", a.file_name as "fileName", a.size, a.width, a.height,
         a.stored_at as "storedAt"
       from attachment a join message m on m.organization_id = a.organization_id and m.id = a.message_id
       where a.organization_id = $1 and a.id = $2`,
      [organizationId, attachmentId],
    )
    if (!row) throw new DeskError('not-found', 'attachment-not-found')
    const { contactId } = await mustSeeLead(work, row.leadId)
    const mask = (await readMasks(work, [contactId]))(contactId)
    return {
      ...row,
      fileName: mask(row.fileName),
      size: row.size === null ? null : Number(row.size),
      isOversized: row.mime?.startsWith('image/') === true && isOversized(row.width, row.height),
    }
  },
})
