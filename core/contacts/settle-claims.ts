import type { IdentityClaim } from '../channels/inbound-item.ts'
import type { Sql } from '../database/sql.ts'
import { passingKinds } from './passing-kinds.ts'
import { readCountry } from './read-country.ts'
import { recognisableEmail } from './recognisable-email.ts'
import { recognisablePhone } from './recognisable-phone.ts'

/**
 * Brings claims into the form that we compare: a phone in a national form by the organization's country, an e-mail by
 * its own rules. What cannot be one is left out. Costs a statement only where somebody wrote a phone without a plus.
 */
export async function settleClaims(
  sql: Sql,
  organizationId: string,
  claims: IdentityClaim[][],
): Promise<IdentityClaim[][]> {
  const national = claims.some((list) => list.some(isNational))
  const country = national ? await readCountry(sql, organizationId) : undefined
  return claims.map((list) => list.flatMap((claim) => settle(claim, country) ?? []))
}

const isNational = ({ kind, value }: IdentityClaim) => kind === 'phone' && !value.startsWith('+')

function settle(claim: IdentityClaim, country: string | undefined): IdentityClaim | undefined {
  if (claim.kind === 'phone') {
    // With a plus it is as the reader made it.
    return isNational(claim) ? withValue(claim, recognisablePhone(claim.value, country)) : claim
  }
  if (claim.kind === 'email') return withValue(claim, recognisableEmail(claim.value))
  if (passingKinds.has(claim.kind)) return withValue(claim, claim.value.replace(/^@/, '').toLowerCase())
  return claim
}

const withValue = (claim: IdentityClaim, value: string | undefined): IdentityClaim | undefined =>
  value ? { ...claim, value } : undefined
