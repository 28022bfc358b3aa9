import { open } from 'node:fs/promises'
import { type ImageSize, readImageSize } from './read-image-size.ts'

/** What the bytes of a file say of it. */
export interface FileFacts {
  /** One of what `file-type` recognises; `application/octet-stream` for text of every kind and for what it does not know. */
  mime: string
  /** Of an image whose header tells it. */
  imageSize?: ImageSize
}

/** Enough for a cover picture in front of the sound, and little enough that a crafted file cannot keep us busy. */
const headBytes = 1_000_000

/** Two names of one thing. */
const otherNames = new Map([
  ['audio/x-m4a', 'audio/mp4'],
  ['video/x-m4v', 'video/mp4'],
  ['audio/vnd.wave', 'audio/wav'],
  ['audio/opus', 'audio/ogg'],
])

/**
 * Finds out what a file is from its content. Its name and what anybody said of it do not count: a page that is called
 * `photo.jpg` is a page. What a browser would run as a page or a script (HTML, SVG, XML) is told apart from nothing:
 * no text is recognised at all.
 */
export async function sniffFile(path: string): Promise<FileFacts> {
  const head = await readHead(path)
  const mime = await sniff(head)
  const imageSize = mime.startsWith('image/') ? readImageSize(head) : undefined
  return imageSize ? { mime, imageSize } : { mime }
}

/** Exported for the tests: the content type that the first bytes of a file speak for. */
export async function sniff(head: Buffer): Promise<string> {
  // Loaded with the first file: it knows a great many formats.
  const { fileTypeFromBuffer } = await import('file-type/core')
  try {
    const found = (await fileTypeFromBuffer(head))?.mime.split(';')[0]?.trim() ?? ''
    const mime = otherNames.get(found) ?? found
    return isText(mime) || mime === '' ? 'application/octet-stream' : mime
  } catch {
    // A file that breaks its reader is of no type that we could vouch for.
    return 'application/octet-stream'
  }
}

const isText = (mime: string): boolean =>
  mime.startsWith('text/') || /(^|[/+-])(xml|html|xhtml|svg|javascript|json)($|[+-])/.test(mime)

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const head = Buffer.alloc(Math.min(size, headBytes))
    const { bytesRead } = await file.read(head, 0, head.length, 0)
    return head.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
