import type { Work } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canSeeLead } from '../policy.ts'

/** A person with everybody who was merged into him, and all their leads. */
export interface WholePerson {
  contactIds: string[]
  leadIds: string[]
}

/**
 * All that is one person, for an actor who sees all of his leads: half a person is neither told nor erased.
 *
 * @throws DeskError erase-out-of-sight
 */
export async function findPerson(
  { actor, sql, organizationId }: Pick<Work, 'actor' | 'sql' | 'organizationId'>,
  contactId: string,
): Promise<WholePerson> {
  const contacts = await sql.query<{ id: string }>(
    'select id from contact where organization_id = $1 and (id = $2 or merged_into = $2)',
    [organizationId, contactId],
  )
  const contactIds = contacts.map(({ id }) => id)
  const leads = await sql.query<{ id: string; ownerId: string | null; closedAt: Date | null }>(
    `select id, owner_id as "ownerId", closed_at as "closedAt" from lead
     where organization_id = $1 and contact_id = any($2) order by id`,
    [organizationId, contactIds],
  )
  if (!leads.every((lead) => canSeeLead(actor, lead))) throw new DeskError('forbidden', 'erase-out-of-sight')
  return { contactIds, leadIds: leads.map(({ id }) => id) }
}
