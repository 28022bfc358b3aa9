import { type FaultyRow, shownFaults, type Tally } from '../contact-import.ts'
import type { JudgedRow } from './judge-rows.ts'

/** Adds rows to a tally, each by its end. */
export function countRows(tally: Tally, rows: readonly JudgedRow[]): void {
  for (const { faults, known } of rows) {
    tally.rows += 1
    const [fault] = faults
    if (fault) tally[fault.code === 'duplicate' ? 'duplicates' : 'faulty'] += 1
    else tally[known?.contactId ? 'matched' : 'created'] += 1
  }
}

/** Keeps the first faults, for people to see at a glance. */
export function keepFaults(kept: FaultyRow[], rows: readonly JudgedRow[]): void {
  for (const { record, faults } of rows) {
    if (kept.length >= shownFaults) return
    if (faults.length > 0) kept.push({ line: record.line, faults })
  }
}
