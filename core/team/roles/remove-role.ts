import { z } from 'zod'
import { defineCommand } from '../../command.ts'
import { DeskError } from '../../errors.ts'
import { authorize, canGive, canManageTeam } from '../../policy.ts'
import { findOwnRole } from './find-own-role.ts'
import { holdRoles } from './save-role.ts'

/**
 * Removes a role of the organization's own that nobody has; invitations to it, which nobody has accepted, work no more.
 *
 * @throws DeskError role-not-found, role-in-use (with `count`)
 */
export const removeRole = defineCommand({
  input: z.object({ roleId: z.uuid() }),
  allowed: canManageTeam,
  async run(work, { roleId }) {
    const { actor, sql, organizationId, audit } = work
    await holdRoles(work)
    const { rights } = await findOwnRole(work, roleId, 'update')
    authorize(canGive(actor, rights.permissions))
    const [used] = await sql.query<{ count: number }>(
      'select count(*)::int as count from member where organization_id = $1 and role_id = $2',
      [organizationId, roleId],
    )
    if (used && used.count > 0) throw new DeskError('conflict', 'role-in-use', { count: used.count })
    await sql.query(
      'update invitation set role_id = null where organization_id = $1 and role_id = $2 and accepted_by is not null',
      [organizationId, roleId],
    )
    await sql.query('delete from staff_role where organization_id = $1 and id = $2', [organizationId, roleId])
    audit('removeRole', { roleId })
  },
})
