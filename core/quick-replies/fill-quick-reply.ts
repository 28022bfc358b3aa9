import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { canWorkLeads } from '../policy.ts'
import { findOwn } from './find-own.ts'
import { readValues } from './read-values.ts'
import { fillVariables } from './variables.ts'

/**
 * A quick reply as it would be sent to a lead: to look at before it goes. Nothing is counted.
 *
 * @returns the text, and which variables in it there are not (`unknown`) or nobody knows here (`missing`)
 * @throws DeskError quick-reply-not-found, lead-not-found
 */
export const fillQuickReply = defineQuery({
  input: z.object({ quickReplyId: z.uuid(), leadId: z.uuid().exactOptional() }),
  allowed: canWorkLeads,
  async run(work, { quickReplyId, leadId }) {
    const reply = await findOwn(work, quickReplyId)
    return { reply, ...fillVariables(reply.body, await readValues(work, leadId)) }
  },
})
