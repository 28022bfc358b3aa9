/** Why a file as a whole cannot be read as a list of people; each has its sentence in `locales/`. */
export const listFaultCodes = [
  'empty',
  'spreadsheet',
  'not-text',
  'quote-open',
  'record-too-long',
  'too-many-columns',
  'too-many-rows',
  'too-large',
  'unreachable',
  'interrupted',
] as const
export type ListFaultCode = (typeof listFaultCodes)[number]

/** A file that cannot be read. `line` is where, counted from 1, where that can be said; `limit` is what it is beyond. */
export class ListFault extends Error {
  readonly code: ListFaultCode
  readonly line: number | undefined
  readonly limit: number | undefined

  constructor(code: ListFaultCode, { line, limit }: { line?: number; limit?: number } = {}) {
    super(line === undefined ? code : `${code} at line ${line}`)
    this.name = 'ListFault'
    this.code = code
    this.line = line
    this.limit = limit
  }
}
