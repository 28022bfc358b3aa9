import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { exactly } from './exactly.ts'
import { checkKey, type MediaStore } from './media-store.ts'

/**
 * Keeps files in a folder, readable by this user only. A file is written beside its place, synced, and then renamed into
 * it: whoever opens a key finds the whole file or none, also after a power cut.
 *
 * Processes on several machines need a folder that they share, or S3.
 *
 * @param folder is made when the first file comes
 */
export function createDiskStore(folder: string): MediaStore {
  const placeOf = (key: string) => {
    // Spread over 256 folders: a single one with a million files makes every tool slow.
    const shard = createHash('sha256').update(checkKey(key)).digest('hex').slice(0, 2)
    return join(folder, shard, ...key.split('/'))
  }

  return {
    async put(key, content, { size }) {
      const place = placeOf(key)
      const incoming = join(folder, 'incoming')
      await mkdir(incoming, { recursive: true, mode: 0o700 })
      await mkdir(dirname(place), { recursive: true, mode: 0o700 })
      const draft = join(incoming, randomUUID())
      try {
        const source = Buffer.isBuffer(content) ? Readable.from([content]) : content
        const sink = createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true })
        await pipeline(exactly(source, size), sink)
        await rename(draft, place)
        await syncFolder(dirname(place))
      } finally {
        await rm(draft, { force: true })
      }
    },
    async open(key, range) {
      let file: Awaited<ReturnType<typeof open>>
      try {
        file = await open(placeOf(key), 'r')
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
      try {
        const { size } = await file.stat()
        return { stream: createReadStream('', { fd: file, ...range }), size }
      } catch (error) {
        await file.close()
        throw error
      }
    },
    async remove(key) {
      await rm(placeOf(key), { force: true })
    },
  }
}

/** The new name is part of the folder: without this a power cut could take the name and leave the bytes. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}

const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes(String((error as NodeJS.ErrnoException).code))
