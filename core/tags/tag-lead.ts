import { z } from 'zod'
import { cleanText } from '../clean-text.ts'
import { defineCommand, type Work } from '../command.ts'
import { DeskError } from '../errors.ts'
import { findLeadForChange } from '../leads/find-lead-for-change.ts'
import { newId } from '../new-id.ts'
import { canWorkLeads } from '../policy.ts'
import { findTag, type Tag } from './find-tag.ts'
import { longestTag, mostOfLead, mostOfOrganization, readTag } from './read-tag.ts'

/**
 * Puts a tag on a lead: one that there is, by its id, or any by its name, with or without `#` before it. One that is on
 * the lead already changes nothing.
 *
 * @throws DeskError tag-unreadable (with `limit`), tag-not-found, tags-many (with `limit`), lead-not-found
 */
export const tagLead = defineCommand({
  input: z.union([
    z.object({ leadId: z.uuid(), tagId: z.uuid() }),
    z.object({ leadId: z.uuid(), name: z.string().max(1_000).transform(cleanText) }),
  ]),
  allowed: canWorkLeads,
  async run(work, input) {
    const { actor, sql, organizationId, record, remember } = work
    if (actor.kind !== 'member') throw new Error('Only members tag leads.')
    const { leadId } = input
    await findLeadForChange(work, leadId)
    const tag = 'tagId' in input ? await findTag(work, input.tagId) : await findOrAddTag(work, input.name)
    // The lead is locked: nobody else counts its tags meanwhile.
    const [counted] = await sql.query<{ count: number; has: boolean }>(
      `select count(*)::int as count, coalesce(bool_or(tag_id = $3), false) as has from lead_tag
       where organization_id = $1 and lead_id = $2`,
      [organizationId, leadId, tag.id],
    )
    if (counted?.has) return tag
    if ((counted?.count ?? 0) >= mostOfLead)
      throw new DeskError('conflict', 'tags-many', { limit: mostOfLead })
    await sql.query(
      `insert into lead_tag (organization_id, lead_id, tag_id, by_id) values ($1, $2, $3, $4)`,
      [organizationId, leadId, tag.id, actor.memberId],
    )
    remember(leadId, 'lead.tagged', { tag: tag.name })
    record({ type: 'lead.tags-changed', data: { leadId, byId: actor.memberId }, lane: leadId })
    return tag
  },
})

/** Of two who write the same new tag at once, the second waits here for the first and then has its tag. */
async function findOrAddTag({ sql, organizationId }: Work, written: string): Promise<Tag> {
  const words = readTag(written)
  if (!words) throw new DeskError('invalid', 'tag-unreadable', { limit: longestTag })
  const [added] = await sql.query<Tag>(
    `insert into tag (organization_id, id, name, key)
     select $1, $2, $3, $4 where (select count(*) from tag where organization_id = $1) < ${mostOfOrganization}
       or exists (select from tag where organization_id = $1 and key = $4)
     on conflict (organization_id, key) do update set name = tag.name returning id, name`,
    [organizationId, newId(), words.name, words.key],
  )
  if (!added) throw new DeskError('conflict', 'tags-many', { limit: mostOfOrganization })
  return added
}
