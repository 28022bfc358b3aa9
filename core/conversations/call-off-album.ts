import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { findLeadForChange } from '../leads/find-lead-for-change.ts'
import { canWorkLeads } from '../policy.ts'
import { albumKey } from './albums.ts'
import { lockLane } from './lock-lane.ts'
import { withdraw } from './waiting-messages.ts'

/**
 * Takes the parts of a member's album back that wait still: one of them has said that the album is not for the customer.
 * Named as `queueReply` was given it; nothing happens where nothing waits.
 *
 * @throws DeskError lead-not-found
 */
export const callOffAlbum = defineCommand({
  input: z.object({
    leadId: z.uuid(),
    origin: z.object({ account: z.string().max(100), chat: z.string().max(100) }),
    album: z.string().min(1).max(100),
  }),
  allowed: canWorkLeads,
  async run(work, { leadId, origin, album }) {
    const { actor, sql, organizationId } = work
    if (actor.kind !== 'member') throw new Error('Only members send albums.')
    const { contactId } = await findLeadForChange(work, leadId)
    const waiting = await sql.query<{ message_id: string; conversation_id: string }>(
      `select s.message_id, s.conversation_id from conversation c
       join outbound_send s on s.organization_id = $1 and s.conversation_id = c.id and s.album = $3
       where c.organization_id = $1 and c.contact_id = $2 order by s.conversation_id, s.id`,
      [organizationId, contactId, albumKey(actor.memberId, origin, album)],
    )
    for (const { message_id: messageId, conversation_id: conversationId } of waiting) {
      await lockLane(sql, organizationId, conversationId)
      await withdraw(sql, organizationId, messageId)
    }
    if (waiting.length > 0) work.wakes('send')
  },
})
