import { isOversized } from './size-limits.ts'

/** How a stored file is handed to a browser. */
export interface Serving {
  type: string
  /** `inline` only for what a browser shows without running anything. */
  disposition: 'inline' | 'attachment'
  /** Whether parts may be asked for: players want that. */
  ranges: boolean
  /** The usual ending of such a file, for one that has no name. */
  extension: string
}

const images = new Map([
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/gif', 'gif'],
  ['image/webp', 'webp'],
])
const players = new Map([
  ['audio/mpeg', 'mp3'],
  ['audio/ogg', 'ogg'],
  ['audio/mp4', 'm4a'],
  ['audio/aac', 'aac'],
  ['audio/amr', 'amr'],
  ['audio/wav', 'wav'],
  ['audio/webm', 'weba'],
  ['video/mp4', 'mp4'],
  ['video/webm', 'webm'],
  ['video/quicktime', 'mov'],
  ['video/3gpp', '3gp'],
])

/**
 * Decides by what the bytes said of themselves. Anything that is not on the list of the harmless is a download of
 * unnamed bytes, whatever it is called. A PDF keeps its type, which networks that fetch it want, and is a download too:
 * no browser shows one inside a sandbox.
 */
export function decideServing(
  file: { mime: string; width: number | null; height: number | null },
  download: boolean,
): Serving {
  const { mime } = file
  const disposition = download ? 'attachment' : 'inline'
  const image = images.get(mime)
  if (image && !isOversized(file.width, file.height)) {
    return { type: mime, disposition, ranges: false, extension: image }
  }
  const player = players.get(mime)
  if (player) return { type: mime, disposition, ranges: true, extension: player }
  if (mime === 'application/pdf') {
    return { type: mime, disposition: 'attachment', ranges: false, extension: 'pdf' }
  }
  return {
    type: 'application/octet-stream',
    disposition: 'attachment',
    ranges: false,
    extension: image ?? 'bin',
  }
}
