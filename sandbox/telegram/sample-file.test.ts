import { expect, it } from 'vitest'
import { sampleFile } from './sample-file.ts'

it('a voice note is what telephones record and every network takes: Opus in OGG, and tiny', () => {
  const { mime, bytes } = sampleFile('voice')
  expect(mime).toBe('audio/ogg')
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('OggS')
  expect(bytes.subarray(28, 36).toString('latin1')).toBe('OpusHead')
  expect(bytes.length).toBeLessThan(8_000)
})

it('a piece of music is MP3', () => {
  const { mime, bytes } = sampleFile('audio')
  expect([mime, bytes.readUInt16BE() & 0xffe0]).toEqual(['audio/mpeg', 0xffe0])
})
