import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { canWorkLeads } from '../policy.ts'
import { findOwn } from './find-own.ts'
import { readValues } from './read-values.ts'
import { fillVariables } from './variables.ts'

/**
 * Counts a use of a quick reply and gives its text, filled in for the lead. Sending it is another command.
 *
 * `useKey` names the use, such as the place of the pressed button: heard twice in a row, it counts once.
 *
 * @returns the text, and which variables in it there are not (`unknown`) or nobody knows here (`missing`)
 * @throws DeskError quick-reply-not-found, lead-not-found
 */
export const useQuickReply = defineCommand({
  input: z.object({ quickReplyId: z.uuid(), leadId: z.uuid(), useKey: z.string().min(1).max(200) }),
  allowed: canWorkLeads,
  async run(work, { quickReplyId, leadId, useKey }) {
    const { sql, organizationId } = work
    const reply = await findOwn(work, quickReplyId)
    const filled = fillVariables(reply.body, await readValues(work, leadId))
    await sql.query(
      `update quick_reply set uses = uses + 1, last_used_at = now(), last_use_key = $3
       where organization_id = $1 and id = $2 and last_use_key is distinct from $3`,
      [organizationId, quickReplyId, useKey],
    )
    return filled
  },
})
