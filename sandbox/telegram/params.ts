import { badRequest } from './api-error.ts'

/** A file that came with a call. */
export interface Upload {
  name: string
  mime: string
  bytes: Buffer
}

/** The parameters of one Bot API call, whichever way they were sent. */
export interface Params {
  /** Undefined when absent; numbers and booleans of a JSON body as text. */
  string(name: string): string | undefined
  /** Integers only; undefined when absent or not a number, which the Bot API treats alike. */
  integer(name: string): number | undefined
  number(name: string): number | undefined
  boolean(name: string): boolean
  /**
   * A value that is JSON by nature; sent as a string in forms and queries. Throws 400 when it does not
   * parse.
   */
  json(name: string): unknown
  /** The upload under this name, or the one that its `attach://` points to. */
  upload(name: string): Upload | undefined
  attached(reference: string): Upload | undefined
  /** For the call log: values as they came, files as their names and sizes. */
  shown(): Record<string, unknown>
}

/**
 * Reads parameters out of plain values and uploads. Later sources win over earlier ones; do the merging
 * before.
 */
export function createParams(values: Map<string, unknown>, uploads: Map<string, Upload>): Params {
  const params: Params = {
    string(name) {
      const value = values.get(name)
      if (value === undefined || value === null) return undefined
      return typeof value === 'object' ? JSON.stringify(value) : String(value)
    },
    integer(name) {
      const value = params.number(name)
      return value === undefined ? undefined : Math.trunc(value)
    },
    number(name) {
      const text = params.string(name)
      if (text === undefined || text.trim() === '') return undefined
      const value = Number(text)
      return Number.isFinite(value) ? value : undefined
    },
    boolean(name) {
      return ['true', 'yes', '1'].includes((params.string(name) ?? '').toLowerCase())
    },
    json(name) {
      const value = values.get(name)
      if (typeof value !== 'string') return value ?? undefined
      if (value.trim() === '') return undefined
      try {
        return JSON.parse(value)
      } catch (error) {
        if (error instanceof SyntaxError) throw badRequest(`can't parse ${name} JSON object`)
        throw error
      }
    },
    upload(name) {
      return uploads.get(name) ?? params.attached(params.string(name) ?? '')
    },
    attached(reference) {
      return reference.startsWith('attach://') ? uploads.get(reference.slice('attach://'.length)) : undefined
    },
    shown() {
      const files = [...uploads].map(([name, upload]) => [
        name,
        `${upload.name} (${upload.bytes.length} bytes)`,
      ])
      return { ...Object.fromEntries(values), ...Object.fromEntries(files) }
    },
  }
  return params
}
