import { type ReadTime, readTime } from '../read-time.ts'
import type { Place } from './dialect.ts'

/** The time of an event; where it makes no sense, the time of its entry, and only then the time of reading. */
export function readEventTime(raw: unknown, place: Pick<Place, 'entryTime' | 'now'>): ReadTime {
  const own = readTime(fromIso(raw), place.now)
  if (!('unreadable' in own)) return own
  const entry = readTime(fromIso(place.entryTime), place.now)
  return 'unreadable' in entry ? own : { at: entry.at, unreadable: raw ?? null }
}

/** Some of Meta's times are ISO 8601 with an offset without its colon: `2026-11-20T10:00:00+0000`. */
export function fromIso(raw: unknown): unknown {
  if (typeof raw !== 'string' || !/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:?\d\d)$/.test(raw)) return raw
  const milliseconds = Date.parse(raw.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
  // Seconds and milliseconds are told apart by magnitude: a date before 2001 would be taken for seconds.
  return milliseconds >= 1e12 ? milliseconds : raw
}
