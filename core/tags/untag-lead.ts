import { z } from 'zod'
import { cleanText } from '../clean-text.ts'
import { defineCommand } from '../command.ts'
import { findLeadForChange } from '../leads/find-lead-for-change.ts'
import { canWorkLeads } from '../policy.ts'
import { findTag } from './find-tag.ts'
import { tagKey } from './tag-key.ts'

/**
 * Takes a tag off a lead, by its id or its name. One that is not on it changes nothing.
 *
 * @throws DeskError lead-not-found, tag-not-found
 */
export const untagLead = defineCommand({
  input: z.union([
    z.object({ leadId: z.uuid(), tagId: z.uuid() }),
    z.object({ leadId: z.uuid(), name: z.string().max(1_000).transform(cleanText) }),
  ]),
  allowed: canWorkLeads,
  async run(work, input) {
    const { actor, sql, organizationId, record, remember } = work
    if (actor.kind !== 'member') throw new Error('Only members untag leads.')
    const { leadId } = input
    await findLeadForChange(work, leadId)
    if ('tagId' in input) await findTag(work, input.tagId)
    const [where, value] = 'tagId' in input ? ['t.id = $3', input.tagId] : ['t.key = $3', tagKey(input.name)]
    const [tag] = await sql.query<{ name: string }>(
      `delete from lead_tag l using tag t where l.organization_id = $1 and l.lead_id = $2 and l.tag_id = t.id
         and t.organization_id = $1 and ${where} returning t.name`,
      [organizationId, leadId, value],
    )
    if (!tag) return
    remember(leadId, 'lead.untagged', { tag: tag.name })
    record({ type: 'lead.tags-changed', data: { leadId, byId: actor.memberId }, lane: leadId })
  },
})
