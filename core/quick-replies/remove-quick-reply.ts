import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canWorkLeads } from '../policy.ts'
import { canChangeQuickReply } from './can-change.ts'
import { findOwn } from './find-own.ts'

/**
 * Removes a quick reply: one's own, or as an owner or admin one of everybody's. What was sent with it stays.
 *
 * @throws DeskError quick-reply-not-found
 */
export const removeQuickReply = defineCommand({
  input: z.object({ quickReplyId: z.uuid() }),
  allowed: canWorkLeads,
  async run(work, { quickReplyId }) {
    const { actor, sql, organizationId, audit } = work
    const known = await findOwn(work, quickReplyId)
    if (!canChangeQuickReply(actor, known)) throw new DeskError('forbidden', 'not-allowed')
    if (known.shared) audit('removeQuickReply', { quickReplyId })
    await sql.query('delete from quick_reply where organization_id = $1 and id = $2', [
      organizationId,
      quickReplyId,
    ])
  },
})
