import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { canWorkLeads } from '../policy.ts'
import { visibleLeads } from '../team/visible-leads.ts'
import type { LeadStatus } from './lead.ts'
import { readTypedIdentities, typedIdentities } from './read-typed-identities.ts'

const mostFound = 5

interface KnownPerson {
  [column: string]: unknown
  leadId: string
  number: number
  name: string | null
  status: LeadStatus
}

/**
 * Who is known already of what a member is about to add: the newest lead of each person with the same phone, e-mail
 * address or username, as far as the member sees it.
 *
 * @throws DeskError phone-unreadable, email-unreadable, username-unreadable
 */
export const findKnownPeople = defineQuery({
  input: z.object(typedIdentities),
  allowed: canWorkLeads,
  async run(work, typed) {
    const { actor, sql, organizationId } = work
    const identities = await readTypedIdentities(work, typed)
    const values: unknown[] = [
      organizationId,
      identities.map(({ kind }) => kind),
      identities.map(({ value }) => value),
    ]
    const known = await sql.query<KnownPerson>(
      `select distinct on (l.contact_id) l.id as "leadId", l.number, c.name, l.status
       from unnest($2::text[], $3::text[]) as t(kind, value)
       join contact_identity i on i.organization_id = $1 and i.kind = t.kind and i.value = t.value
         and i.valid_until is null
       join lead l on l.organization_id = $1 and l.contact_id = i.contact_id
       join contact c on c.organization_id = $1 and c.id = l.contact_id
       where ${visibleLeads(actor, values)}
       order by l.contact_id, l.created_at desc limit ${mostFound}`,
      values,
    )
    return { known }
  },
})
