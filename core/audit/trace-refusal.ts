import { z } from 'zod'
import { describeActor } from '../actor.ts'
import { defineCommand } from '../command.ts'
import { newId } from '../new-id.ts'
import { isMember } from '../policy.ts'
import { writeAudit } from './write-trail.ts'

/**
 * Writes down what an edge has refused to a member by itself, such as a button that names nothing of his organization:
 * a probe leaves a trace whoever noticed it. `of` is what he wanted, in the edge's word; `code` why he did not get it.
 */
export const traceRefusal = defineCommand({
  input: z.object({ of: z.string().max(60), code: z.string().max(60) }),
  allowed: isMember,
  async run({ actor, sql, organizationId }, { of, code }) {
    const line = { id: newId(), action: of, data: { code } }
    await writeAudit(sql, organizationId, describeActor(actor), 'refused', [line])
  },
})
