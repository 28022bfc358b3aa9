import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lengthOf, splitText } from './split-text.ts'

const characters = (max: number) => ({ max, unit: 'characters' as const })
const bytes = (max: number) => ({ max, unit: 'bytes' as const })
const bare = (text: string) => text.replaceAll(/\s/g, '')

it('leaves alone what fits', () => {
  expect(splitText('Good morning', characters(12))).toEqual(['Good morning'])
})
it('parts between words, so that words and links stay whole', () => {
  const link = 'https://atlas.example/classes?day=monday&time=7'
  const parts = splitText(`Look at our morning classes here: ${link} and tell me`, characters(50))
  expect(parts).toEqual(['Look at our morning classes here:', link, 'and tell me'])
})
it('parts between paragraphs and sentences rather than in the middle of one', () => {
  expect(splitText('One two three.\n\nFour five six seven', characters(24))).toEqual([
    'One two three.',
    'Four five six seven',
  ])
  expect(splitText('One two three. Four five six', characters(20))).toEqual([
    'One two three.',
    'Four five six',
  ])
})
it('counts bytes where the network does', () => {
  const parts = splitText('é'.repeat(600), bytes(1000))
  expect(parts.map((part) => lengthOf(part, 'bytes'))).toEqual([1000, 200])
})
it('never cuts a family, a flag or a letter with its accent', () => {
  for (const sign of ['👨‍👩‍👧', '🇲🇦', 'e\u0301']) {
    const parts = splitText(sign.repeat(40), characters(7))
    expect(parts.every((part) => part === sign.repeat(part.length / sign.length))).toBe(true)
  }
})
it('loses nothing but white space, keeps the order, and makes no part too long, whatever is written', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 300 })
  const words = fc.array(fc.string({ unit: 'grapheme', maxLength: 12 })).map((list) => list.join(' \n'))
  fc.assert(
    fc.property(
      fc.oneof(text, words),
      fc.integer({ min: 4, max: 60 }),
      fc.boolean(),
      (written, max, inBytes) => {
        const limit = inBytes ? bytes(max) : characters(max)
        const parts = splitText(written, limit)
        expect(bare(parts.join(''))).toBe(bare(written))
        for (const part of parts) {
          expect(part.isWellFormed()).toBe(true)
          expect(part).not.toBe('')
          expect(lengthOf(part, limit.unit)).toBeLessThanOrEqual(max)
        }
      },
    ),
  )
})
