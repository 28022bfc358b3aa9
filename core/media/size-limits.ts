import type { FileKind } from '../channels/inbound-item.ts'

const megabyte = 1_000_000
const images: ReadonlySet<string> = new Set<FileKind>(['image', 'sticker'])

/** How many bytes a file of a kind may have, when `MEDIA_MAX_MB` is so much. Pictures never need more than 20 MB. */
export const maxBytesOf = (kind: string, maxMb: number): number =>
  Math.min(maxMb, images.has(kind) ? 20 : maxMb) * megabyte

/**
 * The most pixels that we hand to anybody's screen or model: unpacked they are 200 MB. A larger image is kept, and is
 * only ever given out as a file to download.
 */
export const maxPixels = 50_000_000

/** Whether an image is too large to be opened lightly; so is one whose size nobody knows. */
export const isOversized = (width: number | null, height: number | null): boolean =>
  width === null || height === null || width * height > maxPixels
