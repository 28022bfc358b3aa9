import { createHash, randomBytes } from 'node:crypto'
import { extname } from 'node:path'
import type { Upload } from './params.ts'

export interface StoredFile {
  key: string
  name: string
  mime: string
  /** As getFile gives it: `photos/file_3.jpg`. */
  path: string
  bytes: Buffer
  /** How large it is said to be, where nobody wants to carry so many bytes around. */
  claimedBytes?: number
}

/** The size of a file as the Bot API tells it. */
export const sizeOf = (file: StoredFile) => file.claimedBytes ?? file.bytes.length

/** The bytes behind file ids. A file id is good for one bot only, as in reality. */
export interface FileStore {
  add(upload: Upload, folder: string, claimedBytes?: number): StoredFile
  byKey(key: string): StoredFile | undefined
  byPath(path: string): StoredFile | undefined
  /** The id under which this bot knows the file; `variant` tells sizes of one photo apart. */
  idFor(botId: number, file: StoredFile, variant?: string): string
  uniqueId(file: StoredFile, variant?: string): string
  /** The file behind an id, undefined when the id is another bot's or nobody's. */
  byId(botId: number, fileId: string): StoredFile | undefined
  save(): unknown
  restore(saved: unknown): void
}

const keptBytes = 24 * 1024 * 1024

/** Creates an empty file store. What it saves is bounded: the newest files up to 24 MiB together. */
export function createFileStore(): FileStore {
  const files = new Map<string, StoredFile>()
  let serial = 0
  const digest = (text: string) => createHash('sha256').update(text).digest('base64url')
  const store: FileStore = {
    add(upload, folder, claimedBytes) {
      const key = randomBytes(9).toString('base64url')
      const path = `${folder}/file_${serial}${extname(upload.name).toLowerCase()}`
      serial += 1
      const file: StoredFile = { key, name: upload.name, mime: upload.mime, path, bytes: upload.bytes }
      if (claimedBytes !== undefined) file.claimedBytes = claimedBytes
      files.set(key, file)
      return file
    },
    byKey: (key) => files.get(key),
    byPath: (path) => [...files.values()].find((file) => file.path === path),
    idFor(botId, file, variant = '') {
      const body = `${file.key}.${variant}`
      return `AgACAgI${Buffer.from(body).toString('base64url')}-${digest(`${botId}.${body}`).slice(0, 24)}`
    },
    uniqueId: (file, variant = '') => `AQAD${digest(`${file.key}.${variant}`).slice(0, 12)}`,
    byId(botId, fileId) {
      if (!fileId.startsWith('AgACAgI')) return undefined
      const body = Buffer.from(fileId.slice(7, -25), 'base64url').toString('utf8')
      const [key = '', variant = ''] = body.split('.')
      const file = files.get(key)
      return file && store.idFor(botId, file, variant) === fileId ? file : undefined
    },
    save() {
      const kept: object[] = []
      let total = 0
      for (const file of [...files.values()].toReversed()) {
        total += file.bytes.length
        if (total > keptBytes) break
        kept.unshift({ ...file, bytes: file.bytes.toString('base64') })
      }
      return { serial, files: kept }
    },
    restore(saved) {
      const { serial: next, files: kept } = saved as {
        serial: number
        files: (Omit<StoredFile, 'bytes'> & { bytes: string })[]
      }
      serial = next
      for (const file of kept) files.set(file.key, { ...file, bytes: Buffer.from(file.bytes, 'base64') })
    },
  }
  return store
}
