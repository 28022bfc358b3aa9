import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import type { Say } from '../../i18n.ts'
import type { MediaStore } from '../../media/media-store.ts'
import { escapeFormula } from '../escape-formula.ts'
import { sayFault } from '../say-fault.ts'
import type { JudgedRow } from './judge-rows.ts'

export interface ReportOptions {
  /** Where the file is written on its way into the store. */
  folder: string
  say: Say
  delimiter: string
  headings: readonly string[]
}

/** The file of the rows that are left out. */
export interface Report {
  add(rows: readonly JudgedRow[]): Promise<void>
  /** Puts it into the store. @returns its size in bytes; undefined where no row is left out */
  keep(store: MediaStore, key: string): Promise<number | undefined>
  /** Must be called in the end, whatever became of it. */
  close(): Promise<void>
}

/**
 * Writes the rows that are left out as a list of their own, with what is wrong with each behind its cells: mended, it can
 * be imported as it is. UTF-8 with a byte order mark, which Excel needs; no cell is a formula.
 */
export function openReport({ folder, say, delimiter, headings }: ReportOptions): Report {
  const path = join(folder, randomUUID())
  let file: FileHandle | undefined
  const write = async (rows: string[][]) => {
    if (!file) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      file = await open(path, 'wx', 0o600)
      await file.write('\ufeff')
      await write([[...headings, say('import-report-line'), say('import-report-fault')]])
    }
    const escaped = rows.map((row) => row.map(escapeFormula))
    await file.write(stringify(escaped, { delimiter, record_delimiter: '\r\n' }))
  }
  return {
    async add(rows) {
      const left = rows.filter(({ faults }) => faults.length > 0)
      if (left.length === 0) return
      await write(
        left.map(({ record, faults }) => {
          const cells = [...record.cells]
          while (cells.length < headings.length) cells.push('')
          // Without the marks that keep names apart in a chat: some spreadsheets show them as boxes.
          const words = faults
            .map((fault) => sayFault(say, fault))
            .join(' ')
            .replace(/[\u2068\u2069]/g, '')
          return [...cells, String(record.line), words]
        }),
      )
    },
    async keep(store, key) {
      if (!file) return undefined
      await file.sync()
      const { size } = await file.stat()
      await store.put(key, createReadStream(path), { mime: 'text/csv', size })
      return size
    },
    async close() {
      await file?.close()
      await rm(path, { force: true })
    },
  }
}
