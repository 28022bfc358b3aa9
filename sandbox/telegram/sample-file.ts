import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import type { Upload } from './params.ts'
import type { Media } from './world.ts'

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A picture that really opens: a soft gradient, 320 × 200. */
function samplePng(): Buffer {
  const width = 320
  const height = 200
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (1 + width * 3) + 1 + x * 3
      rows[at] = 90 + Math.floor((x / width) * 120)
      rows[at + 1] = 140 + Math.floor((y / height) * 80)
      rows[at + 2] = 200
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** A second of a quiet tone: as Telegram's apps record it, in Opus, and as a piece of music. */
const sampleOf = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'samples', name))

/**
 * What a person sends when no bytes are given: a small file of the kind, with the name and type asked for
 * if any.
 */
export function sampleFile(kind: Media['kind'], name?: string, mime?: string): Upload {
  if (kind === 'photo' || kind === 'sticker')
    return { name: name ?? 'photo.png', mime: mime ?? 'image/png', bytes: samplePng() }
  if (kind === 'voice')
    return { name: name ?? 'voice.ogg', mime: mime ?? 'audio/ogg', bytes: sampleOf('voice.ogg') }
  if (kind === 'audio')
    return { name: name ?? 'sound.mp3', mime: mime ?? 'audio/mpeg', bytes: sampleOf('audio.mp3') }
  const bytes = Buffer.from('A file from the playground.\n')
  return {
    name: name ?? (kind === 'document' ? 'note.txt' : 'clip.mp4'),
    mime: mime ?? (kind === 'document' ? 'text/plain' : 'video/mp4'),
    bytes,
  }
}
