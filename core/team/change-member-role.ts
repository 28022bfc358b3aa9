import { z } from 'zod'
import { holdAssignee } from '../assignment/hold-assignee.ts'
import { defineCommand, type Work } from '../command.ts'
import { DeskError } from '../errors.ts'
import { authorize, canManageTeam, canRule, isOwner } from '../policy.ts'
import { handOver, namedLeads } from './hand-over.ts'
import { holdMember, mustLeaveAnOwner } from './hold-member.ts'
import { roles } from './member.ts'
import { builtInRights, nearestRole, type Rights } from './rights.ts'
import { findOwnRole } from './roles/find-own-role.ts'

/**
 * Gives a member another role: one of the four, or one of the organization's own. It holds for the next thing he does.
 * Only owners make owners and admins, and unmake them; nobody changes his own role, but an owner may step down while
 * there is another one. The open leads of whoever works leads no more go to `successorId`, with his reminders, or back to
 * where everybody finds them; with a role that works leads he keeps them, whoever is named.
 *
 * @throws DeskError member-not-found, role-not-found, role-of-oneself, last-owner, assignee-unfit for a successor who does
 *   not work leads
 */
export const changeMemberRole = defineCommand({
  input: z.object({
    memberId: z.uuid(),
    to: z.union([z.object({ role: z.enum(roles) }), z.object({ roleId: z.uuid() })]),
    successorId: z.uuid().exactOptional(),
  }),
  allowed: canManageTeam,
  async run(work, { memberId, to, successorId }) {
    const { actor, sql, organizationId, audit, record } = work
    if (actor.kind !== 'member') throw new Error('Only members change roles.')
    const successor = successorId === undefined ? undefined : await holdAssignee(work, successorId)
    const member = await holdMember(work, memberId)
    if (!member.isActive) throw new DeskError('not-found', 'member-not-found')
    const next = await readNext(work, to)
    if (member.role === next.role && member.roleId === next.roleId) return
    authorize(
      canRule(actor, { role: member.role, ...member.rights }) &&
        canRule(actor, { role: next.role, ...next.rights }),
    )
    if (memberId === actor.memberId && !isOwner(actor)) throw new DeskError('conflict', 'role-of-oneself')
    if (successorId !== undefined && (!successor || successorId === memberId)) {
      throw new DeskError('invalid', 'assignee-unfit')
    }
    if (member.role === 'owner') await mustLeaveAnOwner(work, memberId)
    await sql.query('update member set role = $3, role_id = $4 where organization_id = $1 and id = $2', [
      organizationId,
      memberId,
      next.role,
      next.roleId,
    ])
    const leadIds = canWorkWith(next.rights) ? [] : await handOver(work, [memberId], successor)
    const leads = leadIds.length
    const [from, now] = [member.roleId ?? member.role, next.roleId ?? next.role]
    const handed = leads > 0 ? { leads, successorId: successorId ?? null } : {}
    audit('changeMemberRole', { memberId, from, to: now, ...handed })
    record({
      type: 'member.role-changed',
      data: {
        memberId,
        byId: actor.memberId,
        ...handed,
        ...(leads > 0 ? { leadIds: leadIds.slice(0, namedLeads) } : {}),
      },
      lane: memberId,
    })
  },
})

const canWorkWith = ({ permissions }: Rights): boolean => permissions.includes('leads.work')

async function readNext(
  work: Work,
  to: { role: keyof typeof builtInRights } | { roleId: string },
): Promise<{ role: keyof typeof builtInRights; roleId: string | null; rights: Rights }> {
  if ('role' in to) return { role: to.role, roleId: null, rights: builtInRights[to.role] }
  const { rights } = await findOwnRole(work, to.roleId, 'share')
  return { role: nearestRole(rights.permissions), roleId: to.roleId, rights }
}
