/**
 * The wait that a `Retry-After` header asks for, in seconds or as a date; at most an hour, undefined if
 * unreadable.
 */
export function retryAfterMs(header: string | null, now = Date.now()): number | undefined {
  if (header === null) return undefined
  const seconds = Number(header)
  const wait = header.trim() !== '' && Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now
  return Number.isFinite(wait) ? Math.min(Math.max(Math.ceil(wait), 0), 3_600_000) : undefined
}
