import type { KnownActor } from '../actor.ts'
import type { Sql } from '../database/sql.ts'
import { canSeeLead } from '../policy.ts'
import { visibleLeads } from '../team/visible-leads.ts'

/**
 * SQL: whether the actor sees a contact: he sees one of its leads. $1 is the organization; what the condition needs is
 * put behind the values that the statement has already.
 *
 * @param contact the expression that gives the contact's id
 */
export function visibleContacts(actor: KnownActor, values: unknown[], contact: string): string {
  const visible = visibleLeads(actor, values, 'own')
  if (visible === 'true') return 'true'
  return `exists (select from lead own where own.organization_id = $1 and own.contact_id = ${contact} and ${visible})`
}

/**
 * Whether the actor may make one person of several or the other way round: he sees a lead of each, and every open one,
 * so that nobody moves the lead of a colleague whom he does not see.
 */
export async function canJoinContacts(
  actor: KnownActor,
  sql: Sql,
  organizationId: string,
  contactIds: readonly string[],
): Promise<boolean> {
  if (actor.kind === 'member' && actor.sees === 'all') return true
  const leads = await sql.query<{ contactId: string; ownerId: string | null; closedAt: Date | null }>(
    `select contact_id as "contactId", owner_id as "ownerId", closed_at as "closedAt" from lead
     where organization_id = $1 and contact_id = any($2)`,
    [organizationId, contactIds],
  )
  return contactIds.every((id) => {
    const own = leads.filter(({ contactId }) => contactId === id)
    return (
      own.some((lead) => canSeeLead(actor, lead)) &&
      own.every((lead) => lead.closedAt !== null || canSeeLead(actor, lead))
    )
  })
}
