import { z } from 'zod'
import { defineCommand, type Work } from '../command.ts'
import { DeskError } from '../errors.ts'
import { newId } from '../new-id.ts'
import { canMergeContacts } from '../policy.ts'
import { haveContactsAlone } from './hold-contacts.ts'
import type { MergeJournal } from './merge-journal.ts'
import { moveThreads } from './move-threads.ts'
import { partLeads } from './part-leads.ts'
import { canJoinContacts } from './visible-contacts.ts'

interface Merge extends Record<string, unknown> {
  kept_id: string
  merged_id: string
  moved: MergeJournal
  undone: boolean
  buried: boolean
}

/**
 * Takes a merge apart: each of the two contacts has its identities, conversations and leads again, also those that came
 * in since, which go with their thread. Several merges of one contact are undone from the newest back. Hearing it twice
 * undoes once; the merge is not suggested again for the reasons that were known.
 *
 * @throws DeskError merge-not-found, merge-not-newest
 */
export const undoMerge = defineCommand({
  input: z.object({ mergeId: z.uuid() }),
  allowed: canMergeContacts,
  async run(work, { mergeId }) {
    const { actor, sql, organizationId, audit, record, remember } = work
    if (actor.kind !== 'member') throw new Error('Only members undo merges.')
    await haveContactsAlone(sql, organizationId)
    const [merge] = await sql.query<Merge>(
      `select m.kept_id, m.merged_id, m.moved, m.undone_at is not null as undone,
         exists (select from contact_merge later where later.organization_id = $1 and later.undone_at is null
           and later.serial > m.serial and m.kept_id in (later.kept_id, later.merged_id)) as buried
       from contact_merge m where m.organization_id = $1 and m.id = $2 for update`,
      [organizationId, mergeId],
    )
    if (!merge || !(await seesMerge(work, merge))) throw new DeskError('not-found', 'merge-not-found')
    if (merge.undone) return
    if (merge.buried) throw new DeskError('conflict', 'merge-not-newest')
    const { kept_id: keptId, merged_id: mergedId, moved } = merge
    await partContacts(work, merge)
    await moveThreads(sql, organizationId, keptId, mergedId, moved.threads)
    const leadIds = await partLeads(sql, organizationId, keptId, mergedId, moved)
    await sql.query(
      `update contact_merge set undone_at = now(), undone_by = $3 where organization_id = $1 and id = $2`,
      [organizationId, mergeId, actor.memberId],
    )
    await dismissPair(work, keptId, mergedId, actor.memberId)
    audit('undoMerge', { mergeId, keptId, mergedId })
    for (const leadId of leadIds) {
      remember(leadId, 'contact.merge-undone', { mergeId })
      record({ type: 'contact.merge-undone', data: { mergeId, leadId, byId: actor.memberId }, lane: leadId })
    }
  },
})

/** Whoever was merged further is where he is now; once it is undone, each of the two is himself again. */
async function seesMerge({ actor, sql, organizationId }: Work, { kept_id, merged_id, undone }: Merge) {
  const rows = await sql.query<{ id: string }>(
    `select distinct coalesce(merged_into, id) as id from contact where organization_id = $1 and id = any($2)`,
    [organizationId, undone ? [kept_id, merged_id] : [kept_id]],
  )
  const places = rows.map(({ id }) => id)
  return canJoinContacts(actor, sql, organizationId, places)
}

/** The name goes back unless somebody has given another since. */
async function partContacts({ sql, organizationId }: Work, { kept_id, merged_id, moved }: Merge) {
  const { before, after } = moved
  await sql.query(
    `update contact set merged_into = case when id = $2 then null else $2 end
     where organization_id = $1 and (id = $2 or id = any($3))`,
    [organizationId, merged_id, moved.contacts],
  )
  await sql.query(
    `update contact k set blocked_at = null, blocked_by = null from contact m
     where k.organization_id = $1 and k.id = $2 and m.organization_id = $1 and m.id = $3
       and k.blocked_at = m.blocked_at and k.blocked_by = m.blocked_by`,
    [organizationId, kept_id, merged_id],
  )
  await sql.query(
    `update contact set name = $3, name_source = $4, name_at = $5
     where organization_id = $1 and id = $2 and name is not distinct from $6
       and name_source is not distinct from $7`,
    [organizationId, kept_id, before.name, before.name_source, before.name_at, after.name, after.name_source],
  )
}

/** Staff have said that the two are not one. */
async function dismissPair({ sql, organizationId }: Work, one: string, other: string, memberId: string) {
  await sql.query(
    `insert into merge_suggestion
       (organization_id, id, contact_id, other_id, reasons, state, decided_at, decided_by)
     values ($1, $2, least($3::uuid, $4::uuid), greatest($3::uuid, $4::uuid), '{}', 'dismissed', now(), $5)
     on conflict (organization_id, contact_id, other_id) do update
       set state = 'dismissed', decided_at = now(), decided_by = excluded.decided_by`,
    [organizationId, newId(), one, other, memberId],
  )
}
