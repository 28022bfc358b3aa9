import { crc32 } from 'node:zlib'

/** A PNG of that many pixels as its header says; there is no picture in it. */
export function pngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', Buffer.alloc(16)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** The same for a JPEG, with a thumbnail's segment in front of the frame. */
export function jpegOf(width: number, height: number): Buffer {
  const frame = Buffer.from('ffc00011080000000003012200021101031101', 'hex')
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  const thumbnail = Buffer.concat([Buffer.from('ffe10102', 'hex'), Buffer.alloc(256, 0xff)])
  return Buffer.concat([Buffer.from('ffd8', 'hex'), thumbnail, frame, Buffer.from('ffd9', 'hex')])
}

/** The same for a WebP of the extended kind. */
export function webpOf(width: number, height: number): Buffer {
  const file = Buffer.alloc(30)
  file.write('RIFF', 0)
  file.writeUInt32LE(22, 4)
  file.write('WEBPVP8X', 8)
  file.writeUInt32LE(10, 16)
  file.writeUIntLE(width - 1, 24, 3)
  file.writeUIntLE(height - 1, 27, 3)
  return file
}
