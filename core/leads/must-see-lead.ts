import type { Looking } from '../contacts/read-masks.ts'
import { kept } from '../database/kept-plans.ts'
import { DeskError } from '../errors.ts'
import { visibleLeads } from '../team/visible-leads.ts'

/**
 * For what hangs on a lead: whoever does not see the lead does not see that either.
 *
 * @throws DeskError lead-not-found, also for a lead of another organization, and for one that the actor's role does not
 *   let him see: none is told from the others
 */
export async function mustSeeLead(looking: Looking, leadId: string): Promise<{ contactId: string }> {
  const lead = await findSeenLead(looking, leadId)
  if (!lead) throw new DeskError('not-found', 'lead-not-found')
  return lead
}

/** The person of a lead that the actor sees; undefined for any other. */
export async function findSeenLead(
  { actor, sql, organizationId }: Looking,
  leadId: string,
): Promise<{ contactId: string } | undefined> {
  const values: unknown[] = [organizationId, leadId]
  const [lead] = await sql.query<{ contactId: string }>(
    kept(`select l.contact_id as "contactId" from lead l
     where l.organization_id = $1 and l.id = $2 and ${visibleLeads(actor, values)}`),
    values,
  )
  return lead
}
