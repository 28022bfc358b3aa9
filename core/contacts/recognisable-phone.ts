import parsePhoneNumber from 'libphonenumber-js/min'

/**
 * The one form of a phone number by which we recognise a person: E.164, with the variants that networks use for the
 * same mobile folded together.
 * - Mexico: WhatsApp still sends `521…` for numbers that are dialled `+52…`.
 * - Argentina: WhatsApp sends `549…`; people write `+54…`.
 * - Brazil: older accounts lack the ninth digit that every mobile has had since 2016.
 * A number that libphonenumber does not know is kept as its digits, so that a test number still names one person.
 *
 * @param digits as networks and people write it, with or without plus sign and punctuation
 * @returns undefined when there are no digits at all
 */
export function recognisablePhone(digits: string): string | undefined {
  const bare = digits.replace(/\D/g, '')
  if (bare === '') return undefined
  const folded = foldMobileVariants(bare)
  return parsePhoneNumber(`+${folded}`)?.number ?? `+${folded}`
}

function foldMobileVariants(digits: string): string {
  if (/^521\d{10}$/.test(digits)) return `52${digits.slice(3)}`
  if (/^54[1-8]\d{9}$/.test(digits)) return `549${digits.slice(2)}`
  if (/^55\d{2}[6-9]\d{7}$/.test(digits)) return `${digits.slice(0, 4)}9${digits.slice(4)}`
  return digits
}
