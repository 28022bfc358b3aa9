import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { DeskError } from '../errors.ts'
import { findSeenLead } from '../leads/must-see-lead.ts'
import { canReadLeads } from '../policy.ts'
import { visibleLeads } from '../team/visible-leads.ts'
import type { NameSource } from './name-contacts.ts'
import { type Looking, readMasks } from './read-masks.ts'
import { readTouches, type TouchOfLead } from './read-touches.ts'
import { visibleContacts } from './visible-contacts.ts'

/** A person with everything he is and was known by. Names and values are his own: escape them. */
export interface ContactView {
  id: string
  name: string | null
  nameSource: NameSource | null
  language: string | null
  createdAt: Date
  identities: {
    kind: string
    value: string
    claimed: boolean
    from: Date
    until: Date | null
    /** Of the merge that brought it here; null for the contact's own. */
    mergeId: string | null
  }[]
  preferences: { network: string; account: string; category: string; wants: boolean; at: Date }[]
  reachability: { network: string; account: string; state: 'blocked' | 'reachable'; at: Date }[]
  /** What was merged into it, newest first; only the first that stands can be undone. */
  merges: { id: string; name: string | null; by: string | null; at: Date; undoneAt: Date | null }[]
  leads: { id: string; number: number; status: string; source: string; createdAt: Date }[]
  /** Over all leads: what brought the person first, and what brought him last. */
  firstTouch: TouchOfLead | null
  lastTouch: TouchOfLead | null
}

/**
 * One contact, by its id or by one of its leads, with those of its leads that the actor sees; he sees one at least. A contact that was merged into another is answered with that one.
 *
 * @throws DeskError contact-not-found, also for a contact of another organization
 */
export const readContact = defineQuery({
  input: z.union([z.object({ contactId: z.uuid() }), z.object({ leadId: z.uuid() })]),
  allowed: canReadLeads,
  async run(work, input): Promise<ContactView> {
    const { actor, sql, organizationId } = work
    const id = await findId(work, input)
    const [contact] = await sql.query<
      Pick<ContactView, 'id' | 'name' | 'nameSource' | 'language' | 'createdAt'>
    >(
      `select id, name, name_source as "nameSource", language, created_at as "createdAt" from contact
       where organization_id = $1 and id = $2`,
      [organizationId, id],
    )
    if (!contact) throw new DeskError('not-found', 'contact-not-found')
    const of = [organizationId, contact.id]
    const ofLeads: unknown[] = [...of]
    const visible = visibleLeads(actor, ofLeads)
    const mask = (await readMasks(work, [contact.id]))(contact.id)
    return mask({
      ...contact,
      identities: await sql.query(
        `select i.kind, i.value, i.claimed, i.valid_from as "from", i.valid_until as "until",
           (select m.id from contact_merge m where m.organization_id = $1 and m.kept_id = $2
             and m.undone_at is null and m.moved->'threads' ? i.thread_id::text) as "mergeId"
         from contact_identity i where i.organization_id = $1 and i.contact_id = $2
         order by i.valid_until is not null, i.claimed, i.valid_from, i.id`,
        of,
      ),
      preferences: await sql.query(
        `select a.network, a.name as account, p.category, p.wants, p.at from contact_preference p
         join channel_account a on a.organization_id = $1 and a.id = p.channel_account_id
         where p.organization_id = $1 and p.contact_id = $2 order by p.at desc`,
        of,
      ),
      reachability: await sql.query(
        `select a.network, a.name as account, r.state, r.at from contact_reachability r
         join channel_account a on a.organization_id = $1 and a.id = r.channel_account_id
         where r.organization_id = $1 and r.contact_id = $2 order by r.at desc`,
        of,
      ),
      merges: await sql.query(
        `select m.id, c.name, b.name as by, m.created_at as at, m.undone_at as "undoneAt" from contact_merge m
         join contact c on c.organization_id = $1 and c.id = m.merged_id
         left join member b on b.organization_id = $1 and b.id = m.by_id
         where m.organization_id = $1 and m.kept_id = $2 order by m.serial desc`,
        of,
      ),
      leads: await sql.query(
        `select id, number, status, source, created_at as "createdAt" from lead l
         where organization_id = $1 and contact_id = $2 and merged_into is null and ${visible} order by number desc`,
        ofLeads,
      ),
      ...(await readTouches(work, contact.id)),
    })
  },
})

async function findId(looking: Looking, input: { contactId: string } | { leadId: string }) {
  const { actor, sql, organizationId } = looking
  if ('leadId' in input) {
    const lead = await findSeenLead(looking, input.leadId)
    if (lead) return lead.contactId
    throw new DeskError('not-found', 'contact-not-found')
  }
  const values: unknown[] = [organizationId, input.contactId]
  const visible = visibleContacts(actor, values, 'coalesce(c.merged_into, c.id)')
  const [row] = await sql.query<{ id: string }>(
    `select coalesce(c.merged_into, c.id) as id from contact c
     where c.organization_id = $1 and c.id = $2 and ${visible}`,
    values,
  )
  if (!row) throw new DeskError('not-found', 'contact-not-found')
  return row.id
}
