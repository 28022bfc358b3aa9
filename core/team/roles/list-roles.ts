import { z } from 'zod'
import { defineQuery } from '../../command.ts'
import { canManageTeam } from '../../policy.ts'
import { type Rights, rightsOf, type Scope } from '../rights.ts'

/** A role of the organization's own. Its name is somebody's own words: escape it. */
export interface OwnRoleState extends Rights {
  id: string
  name: string
  /** So many have it. */
  members: number
}

/** The roles that the organization has made, by name. */
export const listRoles = defineQuery({
  input: z.object({}),
  allowed: canManageTeam,
  async run({ sql, organizationId }): Promise<OwnRoleState[]> {
    const rows = await sql.query<{
      id: string
      name: string
      permissions: string[]
      scope: Scope
      unclaimed: boolean
      members: number
    }>(
      `select r.id, r.name, r.permissions, r.scope, r.unclaimed,
         (select count(*)::int from member m where m.organization_id = $1 and m.role_id = r.id) as members
       from staff_role r where r.organization_id = $1 order by lower(r.name), r.id`,
      [organizationId],
    )
    return rows.map(({ id, name, members, ...ownRole }) => ({
      id,
      name,
      members,
      ...rightsOf({ role: 'viewer', ownRole: { name, ...ownRole } }),
    }))
  },
})
