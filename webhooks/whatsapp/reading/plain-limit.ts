const thousand = /^(\d+)K$/

/**
 * Meta's limit of people to whom a business may write first in 24 hours, which it writes as `TIER_2K`, `2000` or -1:
 * digits, or `unlimited`; undefined where there is none yet.
 */
export function plainLimit(limit: unknown): string | undefined {
  if (limit === -1) return 'unlimited'
  if (typeof limit === 'number') return Number.isSafeInteger(limit) && limit > 0 ? String(limit) : undefined
  if (typeof limit !== 'string') return undefined
  const tier = limit.toUpperCase().replace(/^TIER_/, '')
  if (tier === 'UNLIMITED' || tier === '-1') return 'unlimited'
  const thousands = thousand.exec(tier)?.[1]
  if (thousands !== undefined) return `${thousands}000`
  return /^\d{1,9}$/.test(tier) ? tier : undefined
}
