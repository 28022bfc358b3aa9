import { z } from 'zod'
import type { IdentityClaim } from '../channels/inbound-item.ts'
import type { Work } from '../command.ts'
import { readCountry } from '../contacts/read-country.ts'
import { recognisableEmail } from '../contacts/recognisable-email.ts'
import { dialablePhone } from '../contacts/recognisable-phone.ts'
import { DeskError } from '../errors.ts'

/** The networks on which people have a name of their own that staff can be told. */
export const usernameNetworks = ['instagram', 'telegram', 'whatsapp'] as const

/** What a member may know somebody by. */
export const typedIdentities = {
  phone: z.string().trim().max(60).optional(),
  email: z.string().trim().max(320).optional(),
  username: z.object({ network: z.enum(usernameNetworks), value: z.string().trim().max(100) }).optional(),
}
type Typed = z.output<z.ZodObject<typeof typedIdentities>>

/**
 * Reads what a member typed as identities, the strongest first. Nobody has proved them.
 *
 * @throws DeskError phone-unreadable, email-unreadable, username-unreadable
 */
export async function readTypedIdentities(
  { sql, organizationId }: Pick<Work, 'sql' | 'organizationId'>,
  { phone, email, username }: Typed,
): Promise<IdentityClaim[]> {
  const identities: IdentityClaim[] = []
  if (phone) {
    const value = dialablePhone(phone, await readCountry(sql, organizationId))
    if (!value) throw new DeskError('invalid', 'phone-unreadable')
    identities.push({ kind: 'phone', value, claimed: true })
  }
  if (email) {
    const value = recognisableEmail(email)
    if (!value) throw new DeskError('invalid', 'email-unreadable')
    identities.push({ kind: 'email', value, claimed: true })
  }
  if (username) {
    const value = username.value.replace(/^@/, '').toLowerCase()
    if (!/^[a-z\d._]{2,40}$/.test(value)) throw new DeskError('invalid', 'username-unreadable')
    identities.push({ kind: `${username.network}_username`, value, claimed: true })
  }
  return identities
}
