import type { IdentityClaim } from '../../channels/inbound-item.ts'
import { recognisableEmail } from '../../contacts/recognisable-email.ts'
import { dialablePhone } from '../../contacts/recognisable-phone.ts'
import type { LeadStatus } from '../../leads/lead.ts'
import { normalWords } from '../../search/normal-words.ts'
import { mostOfLead, readTag, type TagWords } from '../../tags/read-tag.ts'
import { unescapeFormula } from '../escape-formula.ts'
import type { ListColumn, ListMapping } from '../list-mapping.ts'
import type { RowFault, RowFaultCode } from '../row-fault.ts'
import { listLimits } from './list-format.ts'
import { readDate } from './read-date.ts'
import type { ListRecord } from './read-records.ts'
import { readLanguage, readStatus, readUsername } from './read-words.ts'

/** A row that can be imported. */
export interface ListedPerson {
  /** Its place among the rows, counted from 1, headings and empty rows left out. */
  row: number
  line: number
  name?: string
  /** All claimed: the list says so, and nobody has proved it. */
  identities: IdentityClaim[]
  language?: string
  source?: string
  status: LeadStatus
  ownerId: string | null
  createdAt?: Date
  tags: TagWords[]
  /** What is written on the lead, line by line; '' for nothing. */
  note: string
}

export type ReadRow = { person: ListedPerson } | { faults: RowFault[] }

/** What rows are read with. */
export interface RowContext {
  columns: readonly ListColumn[]
  mapping: ListMapping
  /** Members who may have leads, by what they may be called in a list; null: several are called so. */
  owners: ReadonlyMap<string, string | null>
  now: Date
}

const longest = { name: 200, source: 60 }
const shownOfValue = 60

/**
 * Reads one row by the mapping. A cell that cannot be what its column is makes the row a fault rather than a lead with
 * half of what was known: whoever wants the words as they are maps the column to `keep`.
 */
export function readRow({ line, cells }: ListRecord, row: number, context: RowContext): ReadRow {
  const { columns, mapping, owners, now } = context
  const faults: RowFault[] = []
  const person: ListedPerson = { row, line, identities: [], status: 'new', ownerId: null, tags: [], note: '' }
  const names: { whole?: string; first?: string; last?: string } = {}
  const lines: string[] = []
  const fault = (code: RowFaultCode, column: ListColumn | undefined, value: string) =>
    faults.push({ code, column: column?.heading ?? null, value: value.slice(0, shownOfValue) })
  const claim = (kind: IdentityClaim['kind'], value: string) => {
    if (person.identities.some((known) => known.kind === kind && known.value === value)) return
    person.identities.push({ kind, value, claimed: true })
  }

  const extra = cells.slice(columns.length).find((cell) => cell !== '')
  if (extra !== undefined) fault('too-many-cells', undefined, extra)

  for (const [index, column] of columns.entries()) {
    const cell = unescapeFormula(cells[index] ?? '')
    const target = mapping.targets[index] ?? 'keep'
    if (cell === '' || target === 'skip') continue
    if (cell.length > listLimits.cell) {
      fault('too-long', column, cell)
      continue
    }
    switch (target) {
      case 'name':
        names.whole = cell
        break
      case 'first_name':
        names.first = cell
        break
      case 'last_name':
        names.last = cell
        break
      case 'phone': {
        const value = dialablePhone(cell, mapping.country ?? undefined)
        if (value) claim('phone', value)
        else fault('phone-unreadable', column, cell)
        break
      }
      case 'email': {
        const value = recognisableEmail(cell.replace(/^mailto:/i, ''))
        if (value) claim('email', value)
        else fault('email-unreadable', column, cell)
        break
      }
      case 'telegram_username':
      case 'instagram_username': {
        const value = readUsername(cell)
        if (value) claim(target, value)
        else fault('username-unreadable', column, cell)
        break
      }
      case 'source':
        person.source = cell.slice(0, longest.source)
        break
      case 'status': {
        const status = readStatus(cell)
        if (status) person.status = status
        else fault('status-unknown', column, cell)
        break
      }
      case 'language': {
        const language = readLanguage(cell)
        if (language) person.language = language
        else fault('language-unknown', column, cell)
        break
      }
      case 'owner': {
        const ownerId = owners.get(normalWords(cell))
        if (ownerId) person.ownerId = ownerId
        else fault('owner-unknown', column, cell)
        break
      }
      case 'created': {
        const date = readDate(cell, mapping.dateOrder, now)
        if (date) person.createdAt = date
        else fault('date-unreadable', column, cell)
        break
      }
      case 'tags': {
        const words = cell.split(/[,;|\n]/).filter((word) => word.trim() !== '')
        for (const word of words) {
          const tag = person.tags.length < mostOfLead ? readTag(word) : undefined
          // What cannot be a tag is not lost.
          if (!tag) lines.push(`${column.heading}: ${word.trim()}`)
          else if (!person.tags.some(({ key }) => key === tag.key)) person.tags.push(tag)
        }
        break
      }
      case 'note':
        lines.push(cell)
        break
      case 'keep':
        lines.push(`${column.heading}: ${cell}`)
        break
    }
  }
  const name = names.whole ?? [names.first, names.last].filter(Boolean).join(' ')
  if (name.length > longest.name) fault('too-long', undefined, name)
  if (person.identities.length === 0 && faults.length === 0) fault('nobody', undefined, name)
  if (faults.length > 0) return { faults }
  return { person: { ...person, ...(name ? { name } : {}), note: lines.join('\n') } }
}
