import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { readMasks } from '../contacts/read-masks.ts'
import { kept } from '../database/kept-plans.ts'
import { DeskError } from '../errors.ts'
import { mustSeeLead } from '../leads/must-see-lead.ts'
import { canReadLeads } from '../policy.ts'
import { Message } from './message.ts'

/**
 * One message, with the files it refers to and the text of the message that it answers.
 *
 * @throws DeskError message-not-found, lead-not-found
 */
export const readMessage = defineQuery({
  input: z.object({ messageId: z.uuid() }),
  allowed: canReadLeads,
  async run(work, { messageId }) {
    const { em, sql, organizationId } = work
    const message = await em.findOne(Message, { organizationId, id: messageId })
    if (!message) throw new DeskError('not-found', 'message-not-found')
    const { contactId } = await mustSeeLead(work, message.leadId)
    const mask = (await readMasks(work, [contactId]))(contactId)
    const attachments = await sql.query<{
      id: string
      kind: string
      mime: string | null
      fileName: string | null
      size: number | null
      state: 'waiting' | 'stored' | 'lost' | 'erased'
    }>(
      kept(`select id, kind, coalesce(stored_mime, mime) as mime, file_name as "fileName", size::float8 as size, state
       from attachment where organization_id = $1 and message_id = $2 order by id`),
      [organizationId, messageId],
    )
    const [answered] = message.replyToExternalId
      ? await sql.query<{ id: string; kind: string; body: string | null; direction: string }>(
          `select id, kind, body, direction from message
           where organization_id = $1 and channel_account_id = $2 and external_id = $3`,
          [organizationId, message.channelAccountId, message.replyToExternalId],
        )
      : []
    const { id, leadId, conversationId, direction, kind, body, data, status, authorId, sentAt, source } =
      message
    return {
      id,
      leadId,
      conversationId,
      direction,
      kind,
      body: mask(body ?? null),
      data: mask(data),
      status,
      failure: message.failure ?? null,
      authorId: authorId ?? null,
      origin: message.origin ?? null,
      sentAt: sentAt ?? message.createdAt,
      editedAt: message.editedAt ?? null,
      revokedAt: message.revokedAt ?? null,
      erasedAt: message.erasedAt ?? null,
      /** Where it was written: here, in the network's own app, or in old chats that were imported. */
      source,
      albumId: message.albumId ?? null,
      attachments: mask(attachments),
      answered: mask(answered ?? null),
    }
  },
})
