import { idAt, type JsonRecord, recordAt } from '../loose-json.ts'

/** The part of an event that must be there. @throws Error with the reason */
export function needed(record: JsonRecord, key: string): JsonRecord {
  const part = recordAt(record, key)
  if (part === undefined) throw new Error(`\`${key}\` is missing or is not an object`)
  return part
}

/** An id that must be there. @throws Error with the reason */
export function neededId(record: JsonRecord, key: string): string {
  const id = idAt(record, key)
  if (id === undefined) throw new Error(`\`${key}\` is missing or is not an id`)
  return id
}
