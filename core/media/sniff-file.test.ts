import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { decideServing } from './decide-serving.ts'
import { readImageSize } from './read-image-size.ts'
import { maxBytesOf } from './size-limits.ts'
import { sniff, sniffFile } from './sniff-file.ts'
import { jpegOf, pngOf, webpOf } from './testing/images.ts'

const known = { width: 800, height: 600 }

it.each([
  ['a page', '<!doctype html><script>alert(1)</script>'],
  ['a drawing that may hold scripts', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['XML', '<?xml version="1.0"?><a xmlns:x="http://www.w3.org/1999/xhtml"/>'],
  ['a script', 'alert(document.domain)'],
  ['plain text', 'Bonjour'],
  ['nothing', ''],
  ['half a file', '\x89PNG\r\n'],
])('vouches for no type of text or the unknown: %s', async (_name, text) => {
  expect(await sniff(Buffer.from(text, 'latin1'))).toBe('application/octet-stream')
})

it('believes the bytes and not the name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-sniff-'))
  const path = join(folder, 'holiday.html')
  writeFileSync(path, pngOf(800, 600))
  expect(await sniffFile(path)).toEqual({ mime: 'image/png', imageSize: known })
  rmSync(folder, { recursive: true })
})

it.each([
  ['a PNG', pngOf(800, 600)],
  ['a JPEG', jpegOf(800, 600)],
  ['a WebP', webpOf(800, 600)],
  ['a GIF', Buffer.from('GIF89a\x20\x03\x58\x02\x80\0\0', 'latin1')],
])('reads the size of %s from its header', (_name, head) => {
  expect(readImageSize(head)).toEqual(known)
})

it('is not led in circles or out of the file by a broken header', () => {
  expect(readImageSize(Buffer.from('ffd8ffe00000ffe00000', 'hex'))).toBeUndefined()
  expect(readImageSize(Buffer.alloc(100, 0xff))).toBeUndefined()
  expect(readImageSize(Buffer.from('ffd8ffe1ffff00', 'hex'))).toBeUndefined()
  for (let length = 0; length < 40; length += 1) readImageSize(pngOf(800, 600).subarray(0, length))
})

it('hands out an image of 50 000 by 50 000 pixels only as a download of bytes', () => {
  const bomb = decideServing({ mime: 'image/png', width: 50_000, height: 50_000 }, false)
  expect(bomb).toMatchObject({ type: 'application/octet-stream', disposition: 'attachment' })
  const unknown = decideServing({ mime: 'image/jpeg', width: null, height: null }, false)
  expect(unknown).toMatchObject({ type: 'application/octet-stream', disposition: 'attachment' })
})
it.each([
  'application/x-msdownload',
  'application/x-elf',
  'image/svg+xml',
  'application/zip',
  'text/html',
  'constructor',
])('hands out %s only as a download of bytes', (mime) => {
  const serving = decideServing({ mime, ...known }, false)
  expect(serving).toMatchObject({ type: 'application/octet-stream', disposition: 'attachment' })
})
it('shows pictures and plays sounds, unless a download was asked for', () => {
  expect(decideServing({ mime: 'image/jpeg', ...known }, false).disposition).toBe('inline')
  expect(decideServing({ mime: 'audio/ogg', width: null, height: null }, false)).toMatchObject({
    type: 'audio/ogg',
    disposition: 'inline',
    ranges: true,
  })
  expect(decideServing({ mime: 'image/jpeg', ...known }, true).disposition).toBe('attachment')
})
it('takes pictures up to 20 MB and other files up to what the operator allows', () => {
  expect(maxBytesOf('image', 100)).toBe(20_000_000)
  expect(maxBytesOf('video', 100)).toBe(100_000_000)
  expect(maxBytesOf('image', 5)).toBe(5_000_000)
})
