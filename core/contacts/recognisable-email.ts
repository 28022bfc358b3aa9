import { domainToASCII } from 'node:url'

/**
 * The one form of an e-mail address by which we recognise a person: lower case, NFC, the domain as the DNS writes it.
 * Nothing is folded that only some mail hosts fold, such as the dots of one of them: two different mailboxes never
 * become one person.
 *
 * @returns undefined for what is no address that a person would type
 */
export function recognisableEmail(written: string): string | undefined {
  const text = written.trim().normalize('NFC').toLowerCase()
  const split = text.lastIndexOf('@')
  const local = text.slice(0, Math.max(split, 0))
  const domain = domainToASCII(text.slice(split + 1).replace(/\.$/, ''))
  if (local === '' || local.length > 64 || local.length + domain.length > 253) return undefined
  if (!/^[^\s\p{C}"(),:;<>@[\\\]]+$/u.test(local) || /^\.|\.\.|\.$/.test(local)) return undefined
  return isDomain(domain) ? `${local}@${domain}` : undefined
}

/** At least two labels, of which the last is no number: an address of a machine is none of a person. */
function isDomain(domain: string): boolean {
  const labels = domain.split('.')
  return (
    labels.length > 1 &&
    labels.every((label) => /^(?!-)[a-z\d-]{1,63}(?<!-)$/.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '')
  )
}
