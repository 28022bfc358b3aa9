/** A JSON object of which nothing is known yet. */
export type JsonRecord = Record<string, unknown>

/** Longer ids than any network gives would fail a database index and with it a whole batch. */
const longestId = 512

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function recordAt(record: JsonRecord, key: string): JsonRecord | undefined {
  const value = record[key]
  return isRecord(value) ? value : undefined
}

/** A string that says something: an empty one counts as absent. */
export function textAt(record: JsonRecord, key: string): string | undefined {
  const value = record[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** An id or code, which networks write now as a string and now as a number; too long ones count as absent. */
export function idAt(record: JsonRecord, key: string): string | undefined {
  const value = record[key]
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
  return typeof value === 'string' && value !== '' && value.length <= longestId ? value : undefined
}

/** The first of several spellings that holds an id. */
export function firstIdAt(record: JsonRecord, keys: string[]): string | undefined {
  for (const key of keys) {
    const id = idAt(record, key)
    if (id !== undefined) return id
  }
  return undefined
}

export function listAt(record: JsonRecord, key: string): unknown[] | undefined {
  const value = record[key]
  return Array.isArray(value) ? value : undefined
}

/** What is left of a record without some keys; undefined when nothing is left, so that it can be dropped. */
export function restOf(record: JsonRecord, known: Iterable<string>): JsonRecord | undefined {
  const seen = new Set(known)
  const left = Object.entries(record).filter(([key]) => !seen.has(key))
  return left.length > 0 ? Object.fromEntries(left) : undefined
}
