import { crc32, deflateSync } from 'node:zlib'

/** A small real file of the kind a customer's phone would send, and the type it has. */
export interface PlaceholderFile {
  mime: string
  bytes: Buffer
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const frame = Buffer.alloc(4)
  frame.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([frame, body, sum])
}

/** A 96 by 64 picture that fades from the person's colour to white, so that one sees whose picture it is. */
function picture(colour: string): Buffer {
  const [width, height] = [96, 64]
  const shade = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  const rows: number[] = []
  for (let y = 0; y < height; y += 1) {
    rows.push(0)
    for (let x = 0; x < width; x += 1) {
      const fade = (x / width + y / height) / 2
      for (const part of shade) rows.push(Math.round(part + (255 - part) * fade))
    }
  }
  const header = Buffer.from([0, 0, 0, width, 0, 0, 0, height, 8, 2, 0, 0, 0])
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const pixels = chunk('IDAT', deflateSync(Buffer.from(rows)))
  return Buffer.concat([signature, chunk('IHDR', header), pixels, chunk('IEND', Buffer.alloc(0))])
}

function oggSum(page: Buffer): number {
  let sum = 0
  for (const byte of page) {
    sum ^= byte << 24
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1
  }
  return sum >>> 0
}

function oggPage(flags: number, position: number, number: number, packets: Buffer[]): Buffer {
  const head = Buffer.alloc(27)
  head.write('OggS')
  head.writeUInt8(flags, 5)
  head.writeBigUInt64LE(BigInt(position), 6)
  head.writeUInt32LE(1, 14)
  head.writeUInt32LE(number, 18)
  head.writeUInt8(packets.length, 26)
  const page = Buffer.concat([head, Buffer.from(packets.map((packet) => packet.length)), ...packets])
  page.writeUInt32LE(oggSum(page), 22)
  return page
}

/** One second of silence in Opus: fifty packets of 20 ms. */
function silence(): Buffer {
  const head = Buffer.from('OpusHead\x01\x01\x00\x00\x80\xbb\x00\x00\x00\x00\x00', 'latin1')
  const tags = Buffer.concat([Buffer.from('OpusTags'), Buffer.alloc(8)])
  const quiet = Array.from({ length: 50 }, () => Buffer.from([0xf8, 0xff, 0xfe]))
  return Buffer.concat([oggPage(2, 0, 0, [head]), oggPage(0, 0, 1, [tags]), oggPage(4, 48_000, 2, quiet)])
}

function document(): Buffer {
  const words = 'BT /F1 18 Tf 24 92 Td (A document from a customer) Tj ET'
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${words.length}>>stream\n${words}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj${object}endobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  return Buffer.from(
    `${text}${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`,
  )
}

/** Only the container's opening: enough to be recognised as MP4, nothing to play. */
const clip = Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0isommp42\0\0\0\x08mdat', 'latin1')
const sticker = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64')

/** A file for a message of this kind: `image`, `video`, `audio`, `voice`, `document` or `sticker`. */
export function placeholderFile(kind: string, colour: string): PlaceholderFile {
  if (kind === 'image') return { mime: 'image/png', bytes: picture(colour) }
  if (kind === 'video') return { mime: 'video/mp4', bytes: clip }
  if (kind === 'sticker') return { mime: 'image/webp', bytes: sticker }
  if (kind === 'document') return { mime: 'application/pdf', bytes: document() }
  return { mime: 'audio/ogg; codecs=opus', bytes: silence() }
}
