import { z } from 'zod'
import type { Sql } from '../database/sql.ts'
import { DeskError } from '../errors.ts'
import type { ListColumn, ListMapping } from './list-mapping.ts'
import type { ListFaultCode } from './reading/list-fault.ts'
import type { ListFormat } from './reading/list-format.ts'
import type { RowFault } from './row-fault.ts'

/** See the migration. */
export const importStates = [
  'reading',
  'mapping',
  'checking',
  'checked',
  'running',
  'done',
  'undoing',
  'undone',
  'cancelled',
  'refused',
] as const
export type ImportState = (typeof importStates)[number]

/** How many rows there were, and their ends: every row has one. */
export interface Tally {
  rows: number
  /** Rows about people whom nobody knew: each is a new contact with a lead. */
  created: number
  /** Rows about people who are known by phone or e-mail: what they say is added to the lead that there is. */
  matched: number
  duplicates: number
  faulty: number
}
export const noRows = (): Tally => ({ rows: 0, created: 0, matched: 0, duplicates: 0, faulty: 0 })

/** The first faults of a list, by row. */
export interface FaultyRow {
  line: number
  faults: RowFault[]
}
export const shownFaults = 5

/** An import as edges see it. File name, headings, samples and values are the sender's own: escape them. */
export interface ContactImport {
  id: string
  byId: string
  state: ImportState
  fileName: string
  format: ListFormat | null
  columns: ListColumn[]
  mapping: ListMapping | null
  found: Tally | null
  done: Tally | null
  undone: { removed: number; kept: number } | null
  faults: FaultyRow[]
  failure: { code: ListFaultCode; line?: number; limit?: number } | null
  /** The file of the rows that are left out, which `core.files` opens by this id. */
  report: { id: string; size: number } | null
  createdAt: Date
  /** Until when a finished import can be taken back; null where there is nothing to take back. */
  undoUntil: Date | null
}

/** How long an import can be taken back, and how long one waits for its member's next word, in hours. */
export const undoHours = 24
export const patienceHours = 7 * 24

/** What every command about one import takes. */
export const importInput = z.object({ importId: z.uuid() })

const columns = `id, by_id as "byId", state, file_name as "fileName", format, coalesce(columns, '[]') as columns, mapping,
  found, done, undone, faults, failure,
  case when report_id is not null then jsonb_build_object('id', report_id, 'size', report_size) end as report,
  created_at as "createdAt",
  case when state in ('done', 'cancelled') and rows_done > 0 and finished_at + interval '${undoHours} hours' > now()
    then finished_at + interval '${undoHours} hours' end as "undoUntil"`

/** @throws DeskError import-not-found, also for one of another organization */
export async function readContactImport(
  sql: Sql,
  organizationId: string,
  importId: string,
  { forChange = false } = {},
): Promise<ContactImport> {
  const [found] = await sql.query<ContactImport & Record<string, unknown>>(
    `select ${columns} from contact_import where organization_id = $1 and id = $2 ${forChange ? 'for update' : ''}`,
    [organizationId, importId],
  )
  if (!found) throw new DeskError('not-found', 'import-not-found')
  return found
}

/**
 * Moves an import, locked by the caller, to another state. Where a person has the next word, it waits for that only so
 * long; otherwise the work is due now. Whoever worked on it has lost his lease.
 */
export async function moveImport(
  sql: Sql,
  organizationId: string,
  importId: string,
  state: ImportState,
  more: { set?: string; values?: unknown[] } = {},
): Promise<void> {
  await sql.query(
    `update contact_import set state = $3, due_at = now() + make_interval(hours => $4), attempts = 0, lease_token = null,
       lease_until = null, told_at = '-infinity' ${more.set ? `, ${more.set}` : ''}
     where organization_id = $1 and id = $2`,
    [organizationId, importId, state, hoursOf[state], ...(more.values ?? [])],
  )
}

/** After which an import in that state is due: for its work, or for being too old. */
const hoursOf: Record<ImportState, number> = {
  reading: 0,
  mapping: patienceHours,
  checking: 0,
  checked: patienceHours,
  running: 0,
  done: undoHours,
  undoing: 0,
  undone: undoHours,
  cancelled: undoHours,
  refused: 0,
}
