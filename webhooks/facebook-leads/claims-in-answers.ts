import type { IdentityClaim } from '#core/channels/inbound-item.ts'
import { recognisablePhone } from '#core/contacts/recognisable-phone.ts'
import { recognisableEmail } from '#core/contacts/recognisable-email.ts'

/** Forms cut off at this many: nobody has more numbers and addresses, and each one is looked up. */
const most = 10

/**
 * Whom the answers of a form name. Everybody can type anything into a form, so these are claims. A number counts where
 * it is written with its country: the form does not say which one is meant otherwise.
 */
export function claimsInAnswers(answers: Record<string, string>): IdentityClaim[] {
  const values = Object.values(answers).map((value) => value.trim())
  const phones = values.filter(isInternational).flatMap((value) => recognisablePhone(value.replace(/^(p:)?\s*00/, '')) ?? [])
  const emails = values.flatMap((value) => (value.includes('@') ? (recognisableEmail(value) ?? []) : []))
  return [
    ...[...new Set(phones)].map((value) => ({ kind: 'phone' as const, value, claimed: true })),
    ...[...new Set(emails)].map((value) => ({ kind: 'email' as const, value, claimed: true })),
  ].slice(0, most)
}

function isInternational(value: string): boolean {
  const digits = value.replace(/\D/g, '')
  return /^(p:)?\s*(\+|00)[\d\s().\-/]+$/.test(value) && digits.length >= 8 && digits.length <= 17
}
