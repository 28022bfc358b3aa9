import type { RowFault } from '../row-fault.ts'
import type { ListRecord } from './read-records.ts'
import { type ListedPerson, type RowContext, readRow } from './read-row.ts'

/** A row, and what is to become of it. */
export interface SortedRow {
  row: number
  record: ListRecord
  /** The person of a row that can be imported. */
  person?: ListedPerson
  /** Why the row is left out: what is wrong with it, or the row before it that it repeats. */
  faults: RowFault[]
}

/**
 * Sorts the rows of a list, one after another: those to import, those with faults, and those that repeat somebody who
 * came before, by phone, e-mail or username. The same list sorted again comes out the same, so an import that was
 * interrupted goes on where it was.
 *
 * It remembers whom it has met: some 100 bytes for each phone and e-mail.
 */
export function createSorter(context: RowContext): (record: ListRecord) => SortedRow {
  const met = new Map<string, number>()
  let row = 0
  return (record) => {
    row += 1
    const read = readRow(record, row, context)
    if ('faults' in read) return { row, record, faults: read.faults }
    const keys = read.person.identities.map(({ kind, value }) => `${kind[0]}${value}`)
    const earlier = keys.flatMap((key) => met.get(key) ?? [])
    if (earlier.length > 0) {
      const first = Math.min(...earlier)
      return { row, record, faults: [{ code: 'duplicate', column: null, value: String(first) }] }
    }
    for (const key of keys) met.set(key, record.line)
    return { row, record, person: read.person, faults: [] }
  }
}
