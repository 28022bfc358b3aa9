import { expect, it } from 'vitest'
import { fitFile } from './fit-file.ts'

const limits = {
  image: { maxBytes: 5_000_000, mimes: ['image/jpeg', 'image/png'] },
  audio: { maxBytes: 16_000_000, mimes: ['audio/ogg', 'audio/mpeg'] },
  document: { maxBytes: 100_000_000 },
}
const file = (kind: 'image' | 'voice' | 'video_note', mime: string, size: number) => ({ kind, mime, size })

it('sends a file as what it is where the network takes it', () => {
  expect(fitFile(file('image', 'image/JPEG; q=1', 1_000), limits)).toEqual({ kind: 'image' })
})
it('sends as a document what is of another type, too large, or of a kind that the network does not have', () => {
  expect(fitFile(file('image', 'image/heic', 1_000), limits)).toEqual({ kind: 'document' })
  expect(fitFile(file('image', 'image/png', 6_000_000), limits)).toEqual({ kind: 'document' })
  expect(fitFile(file('video_note', 'video/mp4', 1_000), limits)).toEqual({ kind: 'document' })
  expect(fitFile(file('voice', 'audio/ogg; codecs=opus', 1_000), limits)).toEqual({ kind: 'audio' })
})
it('refuses what fits in no way, and says how large it may be', () => {
  expect(fitFile(file('image', 'image/png', 200_000_000), limits)).toEqual({
    refused: 'file-too-large',
    limit: 100_000_000,
  })
  expect(fitFile(file('image', 'image/heic', 1_000), { image: limits.image })).toEqual({
    refused: 'file-not-carried',
  })
  expect(fitFile(file('voice', 'audio/ogg', 1), {})).toEqual({ refused: 'file-not-carried' })
})
