import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canReadLeads } from '../policy.ts'
import { Message } from './message.ts'

/** One message, with the files it refers to and the text of the message that it answers. */
export const readMessage = defineQuery({
  input: z.object({ messageId: z.uuid() }),
  allowed: canReadLeads,
  async run({ em, sql, organizationId }, { messageId }) {
    const message = await em.findOne(Message, { organizationId, id: messageId })
    if (!message) throw new DeskError('not-found', 'message-not-found')
    const attachments = await sql.query<{ kind: string; mime: string | null; fileName: string | null }>(
      `select kind, mime, file_name as "fileName" from attachment
       where organization_id = $1 and message_id = $2 order by id`,
      [organizationId, messageId],
    )
    const [answered] = message.replyToExternalId
      ? await sql.query<{ id: string; kind: string; body: string | null; direction: string }>(
          `select id, kind, body, direction from message
           where organization_id = $1 and channel_account_id = $2 and external_id = $3`,
          [organizationId, message.channelAccountId, message.replyToExternalId],
        )
      : []
    const { id, leadId, direction, kind, body, data, status, authorId, sentAt } = message
    return {
      id,
      leadId,
      direction,
      kind,
      body: body ?? null,
      data,
      status,
      failure: message.failure ?? null,
      authorId: authorId ?? null,
      origin: message.origin ?? null,
      sentAt: sentAt ?? message.createdAt,
      attachments,
      answered: answered ?? null,
    }
  },
})
