import type { KnownMember } from '../actor.ts'
import type { Work } from '../command.ts'
import { readKnownMember } from '../team/read-known-member.ts'

/**
 * Reads an active member who works leads, and holds his row against a removal at the same moment: before any lead is
 * locked, since a removal locks the member first and his leads then. Undefined: he may not be given leads.
 */
export async function holdAssignee(
  { sql, organizationId }: Work,
  memberId: string,
): Promise<KnownMember | undefined> {
  const member = await readKnownMember(sql, organizationId, memberId, { lock: true })
  return member?.permissions.includes('leads.work') ? member : undefined
}
