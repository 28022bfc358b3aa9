import { LockMode } from '@mikro-orm/core'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { authorize, canManageTeam, canRemoveMember } from '../policy.ts'
import { Member } from './member.ts'

/**
 * Takes a member off the team. From the commit on nothing of his is carried out; his open leads have no owner again,
 * so that the others see them.
 */
export const removeMember = defineCommand({
  input: z.object({ memberId: z.uuid() }),
  allowed: canManageTeam,
  async run({ actor, em, sql, organizationId, now, audit, record }, { memberId }) {
    const member = await em.findOne(
      Member,
      { organizationId, id: memberId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    )
    if (!member) throw new DeskError('not-found', 'member-not-found')
    authorize(canRemoveMember(actor, member.role))
    if (member.state === 'removed') return
    em.assign(member, { state: 'removed', removedAt: now })
    const released = await sql.query<{ id: string }>(
      `update lead set owner_id = null, claimed_at = null
       where organization_id = $1 and owner_id = $2 and closed_at is null returning id`,
      [organizationId, memberId],
    )
    const byId = actor.kind === 'member' ? actor.memberId : memberId
    for (const { id } of released) {
      record({ type: 'lead.released', data: { leadId: id, previousOwnerId: memberId, byId }, lane: id })
    }
    audit('removeMember', { memberId, leads: released.length })
  },
})
