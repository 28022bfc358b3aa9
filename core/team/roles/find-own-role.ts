import type { Work } from '../../command.ts'
import { DeskError } from '../../errors.ts'
import { type Rights, rightsOf, type Scope } from '../rights.ts'

export interface FoundRole {
  id: string
  name: string
  rights: Rights
}

/**
 * A role of the organization's own.
 *
 * @param lock `share` while somebody is given it, `update` to change or remove it
 * @throws DeskError role-not-found, also for one of another organization
 */
export async function findOwnRole(
  { sql, organizationId }: Pick<Work, 'sql' | 'organizationId'>,
  roleId: string,
  lock: 'share' | 'update' | 'none' = 'none',
): Promise<FoundRole> {
  const [role] = await sql.query<{ name: string; permissions: string[]; scope: Scope; unclaimed: boolean }>(
    `select name, permissions, scope, unclaimed from staff_role where organization_id = $1 and id = $2
     ${lock === 'none' ? '' : `for ${lock}`}`,
    [organizationId, roleId],
  )
  if (!role) throw new DeskError('not-found', 'role-not-found')
  return { id: roleId, name: role.name, rights: rightsOf({ role: 'viewer', ownRole: role }) }
}
