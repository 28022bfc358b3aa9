import type { Work } from '../command.ts'
import type { Sql } from '../database/sql.ts'
import { canSeePhones } from '../policy.ts'
import { type Address, createMask, type Mask, unmasked } from './mask.ts'

/** What a query works with, as far as masking needs it. */
export type Looking = Pick<Work, 'actor' | 'sql' | 'organizationId'>

/**
 * For each contact the mask that the actor sees him through: one that hides nothing where he may see numbers and
 * addresses.
 */
export async function readMasks(
  { actor, sql, organizationId }: Looking,
  contactIds: readonly string[],
): Promise<(contactId: string) => Mask> {
  return canSeePhones(actor) ? () => unmasked : readMasksOf(sql, organizationId, contactIds)
}

/** For each contact the mask of those who may not see numbers. Also those are hidden by which a person was known once. */
export async function readMasksOf(
  sql: Sql,
  organizationId: string,
  contactIds: readonly string[],
): Promise<(contactId: string) => Mask> {
  if (contactIds.length === 0) return () => unmasked
  const rows = await sql.query<Address & { contactId: string; [column: string]: unknown }>(
    `select contact_id as "contactId", kind, value from contact_identity
     where organization_id = $1 and contact_id = any($2) and kind in ('phone', 'email')`,
    [organizationId, [...new Set(contactIds)]],
  )
  const masks = new Map<string, Mask>()
  for (const id of new Set(contactIds)) {
    masks.set(id, createMask(rows.filter(({ contactId }) => contactId === id)))
  }
  return (contactId) => masks.get(contactId) ?? unmasked
}

/** The mask of the person of a lead, also of one that was folded into another. */
export async function readMaskOfLead(looking: Looking, leadId: string): Promise<Mask> {
  const { actor, sql, organizationId } = looking
  if (canSeePhones(actor)) return unmasked
  const [lead] = await sql.query<{ contactId: string }>(
    'select contact_id as "contactId" from lead where organization_id = $1 and id = $2',
    [organizationId, leadId],
  )
  return lead ? (await readMasks(looking, [lead.contactId]))(lead.contactId) : unmasked
}
