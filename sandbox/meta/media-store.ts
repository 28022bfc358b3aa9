import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { present } from './fields.ts'
import { newObjectId } from './ids.ts'

/** A file that Meta keeps for a number. */
export interface StoredMedia {
  id: string
  phoneNumberId: string
  mime: string
  filename?: string
  bytes: Buffer
}

interface SavedMedia extends Omit<StoredMedia, 'bytes'> {
  base64: string
}

/** Files larger than this (bytes) do not outlive a restart: the state file must stay small. */
const savedUpTo = 256 * 1024
const urlLivesMs = 5 * 60_000
const openUrlLivesMs = 24 * 3_600_000

export interface MediaStore {
  add(media: Omit<StoredMedia, 'id'>): StoredMedia
  get(id: string): StoredMedia | undefined
  remove(id: string): void
  /** A download address below `origin`, good for five minutes. */
  url(media: StoredMedia, origin: string): string
  /** A download address below `origin` that needs no token, good for a day, as those of Instagram and Messenger. */
  openUrl(media: StoredMedia, origin: string): string
  /** The file an address of either kind leads to; undefined when the address is forged, stale or the file is gone. */
  atUrl(url: URL): StoredMedia | undefined
  save(): SavedMedia[]
  restore(saved: SavedMedia[]): void
}

export function sha256(bytes: Buffer, encoding: 'base64' | 'hex'): string {
  return createHash('sha256').update(bytes).digest(encoding)
}

export function createMediaStore(now: () => number): MediaStore {
  const files = new Map<string, StoredMedia>()
  const key = randomBytes(32)
  const seal = (path: string, id: string, expires: string) =>
    createHmac('sha256', key).update(`${path}.${id}.${expires}`).digest('base64url')
  const address = (path: string, id: string, origin: string, livesMs: number) => {
    const expires = String(now() + livesMs)
    return `${origin}${path}?mid=${id}&ext=${expires}&hash=${seal(path, id, expires)}`
  }
  return {
    add(media) {
      const stored = { ...media, id: newObjectId() }
      files.set(stored.id, stored)
      return stored
    },
    get: (id) => files.get(id),
    remove: (id) => void files.delete(id),
    url: ({ id }, origin) => address('/graph/lookaside/attachments/', id, origin, urlLivesMs),
    openUrl: ({ id }, origin) => address('/graph/cdn/', id, origin, openUrlLivesMs),
    atUrl(url) {
      const [id, expires] = [url.searchParams.get('mid') ?? '', url.searchParams.get('ext') ?? '']
      const given = Buffer.from(url.searchParams.get('hash') ?? '')
      const wanted = Buffer.from(seal(url.pathname, id, expires))
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined
      return Number(expires) > now() ? files.get(id) : undefined
    },
    save: () =>
      [...files.values()]
        .filter(({ bytes }) => bytes.length <= savedUpTo)
        .map(({ bytes, ...media }) => ({ ...media, base64: bytes.toString('base64') })),
    restore(saved) {
      files.clear()
      for (const { base64, filename, ...media } of saved)
        files.set(media.id, { ...media, ...present({ filename }), bytes: Buffer.from(base64, 'base64') })
    },
  }
}
