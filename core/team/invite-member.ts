import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { cleanText } from '../clean-text.ts'
import { defineCommand } from '../command.ts'
import { newId, shortId } from '../new-id.ts'
import { authorize, canGive, canInvite, canManageTeam } from '../policy.ts'
import { nearestRole } from './rights.ts'
import { findOwnRole } from './roles/find-own-role.ts'

/** How long an invitation may be used, in days. */
export const invitationDays = 7

const secretBytes = 16

export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/**
 * For a role of the organization's own: a version that does not know of such roles does not find the link, so that it
 * cannot give more than it says.
 */
export const hashOwnRoleSecret = (secret: string): Buffer => hashSecret(`own-role:${secret}`)

const more = {
  name: z.string().transform(cleanText).pipe(z.string().trim().min(1).max(64)).exactOptional(),
  idempotencyKey: z.string().min(1).max(200).exactOptional(),
}

/**
 * Makes a link to a role, one of the four or of the organization's own, that works once, for seven days. Its code is the
 * organization and a secret of 128 bits: at most 64 characters of A–Z, a–z, 0–9, _ and -, as Telegram's deep links allow.
 * `name` is for whom it is meant. Heard again with the same key, it is the same link.
 *
 * @throws DeskError role-not-found
 */
export const inviteMember = defineCommand({
  input: z.union([
    z.object({ role: z.enum(['admin', 'agent', 'viewer']), ...more }),
    z.object({ roleId: z.uuid(), ...more }),
  ]),
  allowed: canManageTeam,
  async run(work, input) {
    const { actor, sql, vault, organizationId, now, audit } = work
    const { name, idempotencyKey } = input
    if (actor.kind !== 'member') throw new Error('Only members invite.')
    const { memberId } = actor
    const own = 'roleId' in input ? await findOwnRole(work, input.roleId, 'share') : undefined
    const role = 'role' in input ? input.role : nearestRole(own?.rights.permissions ?? [])
    authorize(own ? canGive(actor, own.rights.permissions) : canInvite(actor, role))
    const place = `invitation/${organizationId}/${memberId}/${idempotencyKey}`
    const bytes = idempotencyKey === undefined ? randomBytes(secretBytes) : vault.derive(place)
    const secret = bytes.subarray(0, secretBytes).toString('base64url')
    const secretHash = own ? hashOwnRoleSecret(secret) : hashSecret(secret)
    const id = newId()
    const expiresAt = new Date(now.getTime() + invitationDays * 24 * 3_600_000)
    const [made] = await sql.query(
      `insert into invitation (organization_id, id, secret_hash, role, role_id, name, invited_by, expires_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (organization_id, secret_hash) do nothing returning id`,
      [organizationId, id, secretHash, role, own?.id ?? null, name ?? null, memberId, expiresAt, now],
    )
    if (made) audit('inviteMember', { invitationId: id, role: own?.id ?? role })
    return { code: `${shortId(organizationId)}${secret}`, expiresAt }
  },
})
