import { z } from 'zod'
import { defineCommand, type Work } from '../command.ts'
import { DeskError } from '../errors.ts'
import { type Fold, foldLead } from '../leads/fold-lead.ts'
import { newId } from '../new-id.ts'
import { canMergeContacts } from '../policy.ts'
import { haveContactsAlone } from './hold-contacts.ts'
import type { ContactName, MergeJournal } from './merge-journal.ts'
import { moveThreads } from './move-threads.ts'
import { canJoinContacts } from './visible-contacts.ts'

interface Row extends ContactName, Record<string, unknown> {
  id: string
  merged_into: string | null
}

interface LeadRow extends Record<string, unknown> {
  id: string
  contact_id: string
  open: boolean
}

/**
 * Makes two contacts one: what `mergedId` is known by, its conversations and leads belong to `keptId` from now on. Of
 * two open leads the younger is folded into the older. Nothing is lost: `undoMerge` takes it all apart again, also what
 * came in meanwhile. Hearing it twice merges once.
 *
 * @throws DeskError merge-with-itself, contact-not-found, contact-merged (one of the two was merged away already)
 */
export const mergeContacts = defineCommand({
  input: z.object({ keptId: z.uuid(), mergedId: z.uuid() }),
  allowed: canMergeContacts,
  async run(work, { keptId, mergedId }) {
    const { actor, sql, organizationId, audit, record, remember } = work
    if (actor.kind !== 'member') throw new Error('Only members merge contacts.')
    if (keptId === mergedId) throw new DeskError('invalid', 'merge-with-itself')
    await haveContactsAlone(sql, organizationId)
    const { kept, merged } = await findPair(work, keptId, mergedId)
    // One that was merged away has no lead any more: its place is that of the contact that it was merged into.
    const places = [...new Set([kept, merged].map((one) => one.merged_into ?? one.id))]
    if (!(await canJoinContacts(actor, sql, organizationId, places))) {
      throw new DeskError('not-found', 'contact-not-found')
    }
    if (merged.merged_into === keptId) return { mergeId: await standingMerge(work, keptId, mergedId) }
    if (kept.merged_into || merged.merged_into) throw new DeskError('conflict', 'contact-merged')
    const leads = await sql.query<LeadRow>(
      `select id, contact_id, closed_at is null as open from lead
       where organization_id = $1 and contact_id in ($2, $3) order by id for update`,
      [organizationId, keptId, mergedId],
    )
    const fold = await foldYounger(work, leads)
    const mergeId = newId()
    const journal: MergeJournal = {
      threads: [...new Set([mergedId, ...(await moveThreads(sql, organizationId, mergedId, keptId))])],
      leads: leads.filter((lead) => lead.contact_id === mergedId).map(({ id }) => id),
      keptLeads: leads.filter((lead) => lead.contact_id === keptId).map(({ id }) => id),
      contacts: await moveContact(work, keptId, mergedId),
      fold,
      before: nameOf(kept),
      after: nameOf(await nameKept(work, keptId, mergedId)),
    }
    await sql.query(
      `insert into contact_merge (organization_id, id, kept_id, merged_id, moved, by_id)
       values ($1, $2, $3, $4, $5::jsonb, $6)`,
      [organizationId, mergeId, keptId, mergedId, JSON.stringify(journal), actor.memberId],
    )
    audit('mergeContacts', { mergeId, keptId, mergedId })
    const leadId = fold?.older ?? leads.find(({ open }) => open)?.id ?? leads.at(-1)?.id
    if (leadId) {
      remember(leadId, 'contact.merged', { mergeId })
      record({ type: 'contact.merged', data: { mergeId, leadId, byId: actor.memberId }, lane: leadId })
    }
    return { mergeId }
  },
})

async function findPair({ sql, organizationId }: Work, keptId: string, mergedId: string) {
  const rows = await sql.query<Row>(
    `select id, name, name_source, name_at, merged_into from contact
     where organization_id = $1 and id in ($2, $3) order by id for update`,
    [organizationId, keptId, mergedId],
  )
  const kept = rows.find(({ id }) => id === keptId)
  const merged = rows.find(({ id }) => id === mergedId)
  if (!kept || !merged) throw new DeskError('not-found', 'contact-not-found')
  return { kept, merged }
}

async function standingMerge({ sql, organizationId }: Work, keptId: string, mergedId: string) {
  const [merge] = await sql.query<{ id: string }>(
    `select id from contact_merge
     where organization_id = $1 and kept_id = $2 and merged_id = $3 and undone_at is null`,
    [organizationId, keptId, mergedId],
  )
  // Merged by way of a third one: there is no merge of these two that could be undone by itself.
  if (!merge) throw new DeskError('conflict', 'contact-merged')
  return merge.id
}

/** The older of two open leads stays; lead ids rise with time. */
async function foldYounger({ sql, organizationId }: Work, leads: LeadRow[]): Promise<Fold | null> {
  const [older, younger] = leads.filter(({ open }) => open)
  return older && younger ? foldLead(sql, organizationId, younger.id, older.id) : null
}

/** The merged contact's row stays, and so do those that were merged into it: all say where they are now. */
async function moveContact({ sql, organizationId }: Work, keptId: string, mergedId: string) {
  const contacts = await sql.query<{ id: string }>(
    `update contact set merged_into = $2 where organization_id = $1 and merged_into = $3 returning id`,
    [organizationId, keptId, mergedId],
  )
  await sql.query(`update contact set merged_into = $2 where organization_id = $1 and id = $3`, [
    organizationId,
    keptId,
    mergedId,
  ])
  // Nobody gets through by being merged; undoing the merge takes this back where nobody has decided since.
  await sql.query(
    `update contact k set blocked_at = m.blocked_at, blocked_by = m.blocked_by from contact m
     where k.organization_id = $1 and k.id = $2 and k.blocked_at is null
       and m.organization_id = $1 and m.id = $3 and m.blocked_at is not null`,
    [organizationId, keptId, mergedId],
  )
  await sql.query(`update lead set contact_id = $2 where organization_id = $1 and contact_id = $3`, [
    organizationId,
    keptId,
    mergedId,
  ])
  return contacts.map(({ id }) => id)
}

/** The kept contact takes the other's name where it has none, or only the network's while the other's is a person's. */
async function nameKept({ sql, organizationId }: Work, keptId: string, mergedId: string) {
  const [row] = await sql.query<Row>(
    `update contact k set
       name = case when b.better then m.name else k.name end,
       name_source = case when b.better then m.name_source else k.name_source end,
       name_at = case when b.better then m.name_at else k.name_at end,
       language = coalesce(k.language, m.language)
     from contact m, lateral (select m.name is not null and (k.name is null
       or coalesce(k.name_source, 'network') = 'network' and m.name_source in ('staff', 'book')) as better
       from contact k where k.organization_id = $1 and k.id = $2) b
     where k.organization_id = $1 and k.id = $2 and m.organization_id = $1 and m.id = $3
     returning k.id, k.name, k.name_source, k.name_at, k.merged_into`,
    [organizationId, keptId, mergedId],
  )
  if (!row) throw new Error('The kept contact is gone.')
  return row
}

const nameOf = ({ name, name_source, name_at }: Row): ContactName => ({ name, name_source, name_at })
