import { z } from 'zod'
import { defineQuery } from '../../command.ts'
import { canManageTeam } from '../../policy.ts'
import { findOwnRole } from './find-own-role.ts'

/** What those have who have a role, and would have to be handed over if they worked leads no more. */
export interface RoleWork {
  /** Somebody's own words: escape it. */
  name: string
  /** Who they are; of those who have left none. */
  memberIds: string[]
  /** Their open leads. */
  leads: number
  reminders: number
}

/**
 * The work of all who have a role of the organization's own.
 *
 * @throws DeskError role-not-found
 */
export const readRoleWork = defineQuery({
  input: z.object({ roleId: z.uuid() }),
  allowed: canManageTeam,
  async run(work, { roleId }): Promise<RoleWork> {
    const { sql, organizationId } = work
    const { name } = await findOwnRole(work, roleId)
    const [row] = await sql.query<Omit<RoleWork, 'name'> & Record<string, unknown>>(
      `with bearer as (select array_agg(m.id) as ids from member m
         where m.organization_id = $1 and m.role_id = $2 and m.state = 'active')
       select coalesce(b.ids, '{}') as "memberIds",
         (select count(*)::int from lead l where l.organization_id = $1 and l.owner_id = any(b.ids)
            and l.closed_at is null) as leads,
         (select count(*)::int from reminder r where r.organization_id = $1 and r.member_id = any(b.ids)
            and r.done_at is null and r.cancelled_at is null and r.fired_at is null) as reminders
       from bearer b`,
      [organizationId, roleId],
    )
    const { memberIds = [], leads = 0, reminders = 0 } = row ?? {}
    return { name, memberIds, leads, reminders }
  },
})
