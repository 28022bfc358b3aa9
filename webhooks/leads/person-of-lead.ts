import type { IdentityClaim, Person } from '#core/channels/inbound-item.ts'
import { recognisableEmail } from '#core/contacts/recognisable-email.ts'
import { recognisablePhone } from '#core/contacts/recognisable-phone.ts'

/** What somebody wrote about himself into a form. */
export interface LeadFacts {
  name?: string | undefined
  phone?: string | undefined
  email?: string | undefined
}

/** Fewer digits are no number that anybody could call. */
const fewestDigits = 6
const longestName = 200

/**
 * The person behind a form. Whatever he typed is claimed and not proved; who left neither phone nor e-mail is still a
 * lead, known by what he sent alone.
 *
 * @param submission an id of the submission that no other has
 */
export function personOfLead({ name, phone, email }: LeadFacts, submission: string): Person {
  const identities: IdentityClaim[] = []
  const digits = phone?.replace(/\D/g, '') ?? ''
  const number =
    phone !== undefined && digits.length >= fewestDigits && digits.length <= 20
      ? recognisablePhone(phone)
      : undefined
  if (number !== undefined) identities.push({ kind: 'phone', value: number, claimed: true })
  const address = email === undefined ? undefined : recognisableEmail(email)
  if (address !== undefined) identities.push({ kind: 'email', value: address, claimed: true })
  if (identities.length === 0) identities.push({ kind: 'submission', value: submission })
  const called = name?.trim().slice(0, longestName)
  return { identities, ...(called ? { name: called } : {}) }
}
