import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { newId, shortId } from '../new-id.ts'
import { authorize, canInvite, canManageTeam } from '../policy.ts'
import { Invitation } from './invitation.ts'

/** How long an invitation may be used, in days. */
export const invitationDays = 7

export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/**
 * For a role of the organization's own: a version that does not know of such roles does not find the link, so that it
 * cannot give more than it says.
 */
export const hashOwnRoleSecret = (secret: string): Buffer => hashSecret(`own-role:${secret}`)

/**
 * Makes a link that works once, for seven days. Its code is the organization and a secret of 128 bits: at most 64
 * characters of A–Z, a–z, 0–9, _ and -, as Telegram's deep links allow.
 */
export const inviteMember = defineCommand({
  input: z.object({ role: z.enum(['admin', 'agent', 'viewer']) }),
  allowed: canManageTeam,
  async run({ actor, em, organizationId, now, audit }, { role }) {
    authorize(canInvite(actor, role))
    if (actor.kind !== 'member') throw new Error('Only members invite.')
    const secret = randomBytes(16).toString('base64url')
    const id = newId()
    const expiresAt = new Date(now.getTime() + invitationDays * 24 * 3_600_000)
    em.create(Invitation, {
      organizationId,
      id,
      secretHash: hashSecret(secret),
      role,
      roleId: null,
      invitedBy: actor.memberId,
      expiresAt,
      acceptedBy: null,
      acceptedAt: null,
      createdAt: now,
    })
    audit('inviteMember', { invitationId: id, role })
    return { code: `${shortId(organizationId)}${secret}`, expiresAt }
  },
})
