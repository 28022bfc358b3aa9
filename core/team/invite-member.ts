import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { newId, shortId } from '../new-id.ts'
import { authorize, canGive, canInvite, canManageTeam } from '../policy.ts'
import { Invitation } from './invitation.ts'
import { nearestRole } from './rights.ts'
import { findOwnRole } from './roles/find-own-role.ts'

/** How long an invitation may be used, in days. */
export const invitationDays = 7

export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/**
 * For a role of the organization's own: a version that does not know of such roles does not find the link, so that it
 * cannot give more than it says.
 */
export const hashOwnRoleSecret = (secret: string): Buffer => hashSecret(`own-role:${secret}`)

/**
 * Makes a link to a role, one of the four or of the organization's own, that works once, for seven days. Its code is the organization and a secret of 128 bits: at most 64
 * characters of A–Z, a–z, 0–9, _ and -, as Telegram's deep links allow.
 *
 * @throws DeskError role-not-found
 */
export const inviteMember = defineCommand({
  input: z.union([z.object({ role: z.enum(['admin', 'agent', 'viewer']) }), z.object({ roleId: z.uuid() })]),
  allowed: canManageTeam,
  async run(work, input) {
    const { actor, em, organizationId, now, audit } = work
    if (actor.kind !== 'member') throw new Error('Only members invite.')
    const own = 'roleId' in input ? await findOwnRole(work, input.roleId, 'share') : undefined
    const role = 'role' in input ? input.role : nearestRole(own?.rights.permissions ?? [])
    authorize(own ? canGive(actor, own.rights.permissions) : canInvite(actor, role))
    const secret = randomBytes(16).toString('base64url')
    const id = newId()
    const expiresAt = new Date(now.getTime() + invitationDays * 24 * 3_600_000)
    em.create(Invitation, {
      organizationId,
      id,
      secretHash: own ? hashOwnRoleSecret(secret) : hashSecret(secret),
      role,
      roleId: own?.id ?? null,
      invitedBy: actor.memberId,
      expiresAt,
      acceptedBy: null,
      acceptedAt: null,
      createdAt: now,
    })
    audit('inviteMember', { invitationId: id, role: own?.id ?? role })
    return { code: `${shortId(organizationId)}${secret}`, expiresAt }
  },
})
