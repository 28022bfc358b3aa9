import type { NetworkFailure } from '../channels/inbound-item.ts'

/**
 * Sorts an answer that is not the file. Links of the networks expire and are asked for anew, and their CDNs have bad
 * hours in which they deny files that they have: so a refusal is never the last word at once.
 *
 * @param retryAfter the header of that name
 */
export function sortStatus(
  status: number,
  retryAfter: string | undefined,
): { again: 'later' | 'perhaps'; failure: NetworkFailure; afterMs?: number } {
  const failure = { code: `http-${status}`, title: `The download was refused (${status}).` }
  const again = status >= 500 || status === 429 || status === 408 || status === 425 ? 'later' : 'perhaps'
  const seconds = Number(retryAfter)
  return Number.isFinite(seconds) && seconds > 0
    ? { again, failure, afterMs: Math.min(seconds, 3_600) * 1_000 }
    : { again, failure }
}
