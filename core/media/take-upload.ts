import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { UploadSource } from '../channels/channel-port.ts'
import type { Fetched } from './fetch-file.ts'
import { type MediaStore, uploadKey } from './media-store.ts'

export interface TakeOptions {
  store: MediaStore
  /** Where the file is written, under a name of its own; made where it is missing. */
  folder: string
  organizationId: string
  signal: AbortSignal
}

/** Brings a file that came with its call to where downloads go, and ends as they do. */
export async function takeUpload({ upload }: UploadSource, options: TakeOptions): Promise<Fetched> {
  const { store, folder, organizationId, signal } = options
  const path = join(folder, randomUUID())
  try {
    const opened = await store.open(uploadKey(organizationId, upload))
    if (!opened) {
      const failure = {
        code: 'upload-gone',
        title: 'The file that came with the form is not there any more.',
      }
      return { outcome: 'failed', again: 'perhaps', failure }
    }
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const hash = createHash('sha256')
    const count = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk)
        yield chunk
      }
    }
    await pipeline(opened.stream, count, createWriteStream(path, { flags: 'wx', mode: 0o600 }), { signal })
    return { outcome: 'fetched', path, size: opened.size, sha256: hash.digest('hex') }
  } catch (error) {
    await rm(path, { force: true })
    if (signal.aborted) return { outcome: 'aborted' }
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    const failure = { code, title: 'The store did not give the file that came with the form.' }
    return { outcome: 'failed', again: 'later', failure }
  }
}
