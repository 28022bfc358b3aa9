import { LockMode } from '@mikro-orm/core'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { newId } from '../new-id.ts'
import { isPerson } from '../policy.ts'
import { Invitation } from './invitation.ts'
import { hashOwnRoleSecret, hashSecret } from './invite-member.ts'
import { Member } from './member.ts'

/**
 * Makes the person a member, with the role of the invitation. Whoever opens a link first has it; the same person may
 * open it again without harm. Somebody who is on the team already keeps the role he has.
 *
 * @returns the member, and what the one who invited him is called
 * @throws DeskError invitation-unknown for a wrong, used-up or expired link: one answer for all, so that guessing
 *   teaches nothing
 */
export const acceptInvitation = defineCommand({
  input: z.object({ secret: z.string().min(1).max(64) }),
  allowed: isPerson,
  async run({ actor, em, organizationId, now, audit, record }, { secret }) {
    if (actor.kind !== 'person') throw new Error('Only persons accept invitations.')
    const { person } = actor
    const invitation = await em.findOne(
      Invitation,
      { organizationId, secretHash: { $in: [hashSecret(secret), hashOwnRoleSecret(secret)] } },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    )
    if (!invitation) throw new DeskError('not-found', 'invitation-unknown')
    const inviter = await em.findOne(Member, { organizationId, id: invitation.invitedBy })
    const invitedBy = inviter?.name ?? ''
    const known = await em.findOne(Member, { organizationId, telegramUserId: person.telegramUserId })
    if (known && invitation.acceptedBy === known.id && known.state === 'active')
      return { memberId: known.id, invitedBy }
    if (invitation.acceptedBy || invitation.expiresAt < now)
      throw new DeskError('not-found', 'invitation-unknown')
    if (known?.state === 'active') return { memberId: known.id, invitedBy }
    const memberId = known?.id ?? newId()
    const facts = {
      name: person.name,
      username: person.username ?? null,
      role: invitation.role,
      roleId: invitation.roleId ?? null,
      state: 'active' as const,
      unreachableSince: null,
      removedAt: null,
    }
    if (known) em.assign(known, facts)
    else {
      em.create(Member, {
        ...facts,
        teamId: null,
        organizationId,
        id: memberId,
        telegramUserId: person.telegramUserId,
        language: null,
        createdAt: now,
      })
    }
    em.assign(invitation, { acceptedBy: memberId, acceptedAt: now })
    audit('acceptInvitation', { invitationId: invitation.id, memberId, role: facts.roleId ?? facts.role })
    record({
      type: 'member.joined',
      data: { memberId, invitedBy: invitation.invitedBy, invitedAs: invitation.name ?? null },
      lane: memberId,
    })
    return { memberId, invitedBy }
  },
})
