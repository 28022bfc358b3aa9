import type { GraphCall } from './graph-call.ts'

/** A page of a list: `limit` items (25 unless asked, at most 1000) from the cursor `after`; `next` where there is more. */
export function graphPage<T>(items: readonly T[], { query, origin, id, edge }: GraphCall) {
  const limit = Math.min(Math.max(Number(query.get('limit') ?? 25) || 25, 1), 1000)
  const from = readCursor(query.get('after'))
  const data = items.slice(from, from + limit)
  const end = from + data.length
  if (data.length === 0) return { data }
  const cursors = { before: cursor(from), after: cursor(end) }
  if (end >= items.length) return { data, paging: { cursors } }
  const next = new URLSearchParams(query)
  next.delete('access_token')
  next.set('limit', String(limit))
  next.set('after', cursors.after)
  return { data, paging: { cursors, next: `${origin}/graph/v26.0/${id}/${edge}?${next}` } }
}

/** Opaque, as Graph's cursors are: nobody may count on what is in them. */
const cursor = (position: number) => Buffer.from(`at:${position}`).toString('base64url')

function readCursor(given: string | null): number {
  const text = given === null ? '' : Buffer.from(given, 'base64url').toString()
  return Number(/^at:(\d+)$/.exec(text)?.[1] ?? 0)
}
