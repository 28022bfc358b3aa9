import type { Say } from '#core/i18n.ts'
import type { ContactImport } from '#core/imports/contact-import.ts'
import type { ColumnTarget } from '#core/imports/fields.ts'
import type { ListFaultCode } from '#core/imports/reading/list-fault.ts'
import type { Encoding } from '#core/imports/reading/list-format.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'
import type { Voice } from '../voice.ts'

const targetKeys: Record<ColumnTarget, string> = {
  name: 'import-target-name',
  first_name: 'import-target-first-name',
  last_name: 'import-target-last-name',
  phone: 'import-target-phone',
  email: 'import-target-email',
  telegram_username: 'import-target-telegram',
  instagram_username: 'import-target-instagram',
  source: 'import-target-source',
  status: 'import-target-status',
  tags: 'import-target-tags',
  note: 'import-target-note',
  language: 'import-target-language',
  owner: 'import-target-owner',
  created: 'import-target-created',
  keep: 'import-target-keep',
  skip: 'import-target-skip',
}

const refusalKeys: Record<ListFaultCode, string> = {
  empty: 'import-refused-empty',
  spreadsheet: 'import-refused-spreadsheet',
  'not-text': 'import-refused-not-text',
  'quote-open': 'import-refused-quote-open',
  'record-too-long': 'import-refused-record-too-long',
  'too-many-columns': 'import-refused-columns',
  'too-many-rows': 'import-refused-rows',
  'too-large': 'import-refused-too-large',
  unreachable: 'import-refused-unreachable',
  interrupted: 'import-refused-interrupted',
}

/** Names that are the same in every language. */
const encodingNames: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
  'windows-1256': 'Windows-1256',
}

export const sayTarget = (say: Say, target: ColumnTarget): string => say(targetKeys[target])
export const nameOfEncoding = (encoding: Encoding): string => encodingNames[encoding]

/** Why a file was not taken, and what to do, as HTML. */
export const sayRefusal = (say: Say, { code, line, limit }: NonNullable<ContactImport['failure']>): string =>
  say(refusalKeys[code], { line: String(line ?? ''), limit: limit ?? 0 })

/** The head of everything that is shown of an import, as HTML. */
export const importTitle = ({ mark }: Voice, { fileName }: Pick<ContactImport, 'fileName'>): string =>
  `📥 ${mark}<b>${escapeHtml(cutLine(fileName, 60))}</b>`
