import type { Readable } from 'node:stream'

/** A part of a file: both ends belong to it. In bytes from 0. */
export interface ByteRange {
  start: number
  end: number
}

export interface OpenedFile {
  /** To be read to its end or destroyed. */
  stream: Readable
  /** Of the whole file in bytes, also where only a part was asked for. */
  size: number
}

/** Where the bytes of files are kept: a folder, or anything that speaks S3. `media-store.contract.ts` is what it promises. */
export interface MediaStore {
  /**
   * Keeps bytes under a key; what was there before is replaced at once and as a whole. Resolves when they would survive
   * a power cut (or the store says so).
   *
   * @throws when the bytes could not be kept, or were not `size` many: then nothing is under the key but what was before
   */
  put(key: string, content: Readable | Buffer, about: { mime: string; size: number }): Promise<void>
  /** Undefined: nothing is under this key. */
  open(key: string, range?: ByteRange): Promise<OpenedFile | undefined>
  /** Harmless when nothing is there. */
  remove(key: string): Promise<void>
  close?(): Promise<void>
}

/**
 * Keys are ours alone: words of letters, digits, `-` and `_`, joined by slashes. No dot, so no way out of a folder.
 *
 * @throws for anything else
 */
export function checkKey(key: string): string {
  if (!/^[\w-]{1,64}(\/[\w-]{1,64}){0,3}$/.test(key)) throw new Error('This is no key of the media store.')
  return key
}

/** The one key of an attachment: known before anything is stored, so that nothing is ever stored without a name. */
export const storeKey = (organizationId: string, attachmentId: string): string =>
  `${organizationId}/${attachmentId}`

/** The key of a file that came with a call, until it is its attachment's. */
export const uploadKey = (organizationId: string, uploadId: string): string =>
  `${organizationId}/upload-${uploadId}`
