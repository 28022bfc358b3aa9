import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { canReadLeads } from '../policy.ts'
import { visibleLeads } from '../team/visible-leads.ts'
import { createMask } from './mask.ts'
import type { MergeReason } from './merge-reason.ts'
import { readMasks } from './read-masks.ts'
import { visibleContacts } from './visible-contacts.ts'

/** One of the two contacts of a suggestion. Names are the customers' own: escape them. */
export interface SuggestedContact {
  id: string
  name: string | null
  phone: string | null
  email: string | null
  username: string | null
  networks: string[]
  /** Its open lead, else its newest. */
  lead: { id: string; number: number } | null
  createdAt: Date
}

export interface MergeSuggestion {
  id: string
  reasons: MergeReason[]
  createdAt: Date
  /** The older of the two first: the one to keep, where staff have no better reason. */
  contacts: [SuggestedContact, SuggestedContact]
}

/**
 * Open suggestions, newest first: of all, of one contact, of the one behind a lead, or one alone. Those whose contacts have become one meanwhile
 * are left out; a contact that was merged into another is shown as that one. Nobody is shown a contact of whose
 * leads he sees none.
 */
export const listMergeSuggestions = defineQuery({
  input: z.object({
    contactId: z.uuid().optional(),
    leadId: z.uuid().optional(),
    suggestionId: z.uuid().optional(),
    limit: z.number().int().min(1).max(50).default(20),
  }),
  allowed: canReadLeads,
  async run(work, { contactId, leadId, suggestionId, limit }): Promise<MergeSuggestion[]> {
    const { actor, sql, organizationId } = work
    const values: unknown[] = [organizationId, suggestionId ?? null, contactId ?? null, limit, leadId ?? null]
    const seen = ['s.one', 's.two'].map((contact) => visibleContacts(actor, values, contact)).join(' and ')
    const visible = visibleLeads(actor, values)
    const isAsked = (contactId ?? leadId) ? isOfMine : 'true'
    const rows = await sql.query<{ suggestion: MergeSuggestion & { contacts: SuggestedContact[] } }>(
      `with person as (
         select coalesce($3::uuid, (select contact_id from lead where organization_id = $1 and id = $5)) as id
       ), mine as (
         select id from person
         union all select c.id from person p join contact c on c.organization_id = $1 and c.merged_into = p.id
       ), live as (
         select s.id, s.reasons, s.created_at, coalesce(a.merged_into, a.id) as one, coalesce(b.merged_into, b.id) as two
         from merge_suggestion s
         join contact a on a.organization_id = $1 and a.id = s.contact_id
         join contact b on b.organization_id = $1 and b.id = s.other_id
         where s.organization_id = $1 and s.state = 'open' and ($2::uuid is null or s.id = $2) and ${isAsked}
       )
       select json_build_object('id', s.id, 'reasons', s.reasons, 'createdAt', s.created_at,
         'contacts', (select json_agg(json_build_object('id', c.id, 'name', c.name, 'createdAt', c.created_at,
             'phone', (${known(`i.kind = 'phone'`)}), 'email', (${known(`i.kind = 'email'`)}),
             'username', (${known(`i.kind like '%\\_username'`)}),
             'networks', (select coalesce(json_agg(distinct a.network), '[]') from conversation v
               join channel_account a on a.organization_id = $1 and a.id = v.channel_account_id
               where v.organization_id = $1 and v.contact_id = c.id),
             'lead', (select json_build_object('id', l.id, 'number', l.number) from lead l
               where l.organization_id = $1 and l.contact_id = c.id and l.merged_into is null and ${visible}
               order by (l.closed_at is null) desc, l.created_at desc limit 1))
           order by c.created_at, c.id)
           from contact c where c.organization_id = $1 and c.id in (s.one, s.two))) as suggestion
       from live s where s.one <> s.two and ${seen}
       order by s.created_at desc, s.id limit $4`,
      values,
    )
    const maskOf = await readMasks(
      work,
      rows.flatMap(({ suggestion }) => suggestion.contacts.map(({ id }) => id)),
    )
    return rows.map(({ suggestion: { contacts, ...rest } }) => ({
      ...rest,
      createdAt: new Date(rest.createdAt),
      contacts: contacts.map((contact) => ({
        ...maskOf(contact.id)(contact),
        createdAt: new Date(contact.createdAt),
      })) as MergeSuggestion['contacts'],
    }))
  },
})

/** A suggestion for a place where numbers and addresses may not be seen. */
export const maskSuggestion = (suggestion: MergeSuggestion): MergeSuggestion => ({
  ...suggestion,
  contacts: suggestion.contacts.map((contact) => {
    const { phone, email } = contact
    const mask = createMask([
      ...(phone === null ? [] : [{ kind: 'phone', value: phone }]),
      ...(email === null ? [] : [{ kind: 'email', value: email }]),
    ])
    return mask(contact)
  }) as MergeSuggestion['contacts'],
})

const known = (where: string) => `select i.value from contact_identity i where i.organization_id = $1
  and i.contact_id = c.id and i.valid_until is null and ${where} order by i.claimed, i.valid_from limit 1`

/** SQL: the suggestion `s` is about one of `mine`; each half by its own index, since there may be thousands. */
const isOfMine = `s.id in (
  select o.id from mine join merge_suggestion o on o.organization_id = $1 and o.contact_id = mine.id
  union all select o.id from mine join merge_suggestion o on o.organization_id = $1 and o.other_id = mine.id)`
