/**
 * Takes out what PostgreSQL cannot store in `text` or `jsonb`: NUL characters and lone surrogates, either of which
 * would fail the whole transaction and so let one name block a queue.
 */
export function cleanText(value: string): string {
  return value.replaceAll('\u0000', '').toWellFormed()
}

/** The same for every string and key inside plain JSON. Depth is limited: what lies deeper than 64 is dropped. */
export function cleanJson(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (value === null || typeof value !== 'object') return value
  if (depth > 64) return null
  if (Array.isArray(value)) return value.map((item) => cleanJson(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [cleanText(key), cleanJson(item, depth + 1)]),
  )
}
