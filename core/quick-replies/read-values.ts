import type { Work } from '../command.ts'
import { DeskError } from '../errors.ts'
import { mustSeeLead } from '../leads/must-see-lead.ts'
import type { Values } from './variables.ts'

/**
 * What the variables of a quick reply mean to the actor, for a lead or for none. The agent is called by his first name,
 * as people sign.
 *
 * @throws DeskError lead-not-found
 */
export async function readValues(
  work: Pick<Work, 'actor' | 'sql' | 'organizationId'>,
  leadId: string | undefined,
): Promise<Values> {
  const { actor, sql, organizationId } = work
  const [organization] = await sql.query<{ name: string }>('select name from organization where id = $1', [
    organizationId,
  ])
  const values: Values = {
    ...(organization ? { business: organization.name } : {}),
    ...(actor.kind === 'member' ? { agent: firstOf(actor.name) } : {}),
  }
  if (leadId === undefined) return values
  await mustSeeLead(work, leadId)
  const [lead] = await sql.query<{ number: number; name: string | null }>(
    `select l.number, p.name from lead l join contact p on p.organization_id = $1 and p.id = l.contact_id
     where l.organization_id = $1 and l.id = $2`,
    [organizationId, leadId],
  )
  if (!lead) throw new DeskError('not-found', 'lead-not-found')
  const name = lead.name?.replace(/\s+/g, ' ').trim() ?? ''
  // A lead's number has no sign of ours before it: it is for the customer's eyes.
  return { ...values, lead: String(lead.number), ...(name ? { name, first_name: firstOf(name) } : {}) }
}

const firstOf = (name: string): string => name.trim().split(/\s+/)[0] ?? ''
