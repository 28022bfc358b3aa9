import fc from 'fast-check'
import { expect, it } from 'vitest'
import { excerptOf } from './excerpt.ts'
import { normalWords } from './normal-words.ts'

const shown = (text: string, term: string, size?: number) => {
  const { text: piece, from, to } = excerptOf(text, [normalWords(term)], size)
  return [piece, piece.slice(from, to)]
}

it('shows the word where it stands, as it was written', () => {
  expect(shown('Ça coûte combien ?', 'coute')).toEqual(['Ça coûte combien ?', 'coûte'])
  expect(shown('أريد الحِجز غداً', 'الحجز')).toEqual(['أريد الحِجز غداً', 'الحِجز'])
  expect(shown('我要退款', '退款')[1]).toBe('退款')
  expect(shown('Write to lina.haddad@example.com', 'haddad@example')[1]).toBe('haddad@example')
  expect(shown('Lina Haddad', 'adda')[1]).toBe('adda')
})

it('cuts a long text around the word', () => {
  const [piece = '', word] = shown(`${'before '.repeat(60)}refund ${'after '.repeat(60)}`, 'refund', 60)
  expect(word).toBe('refund')
  expect(piece).toMatch(/^…before .*after.*…$/)
  expect(piece.length).toBeLessThan(70)
})

it('shows the beginning where the word is not to be found', () => {
  expect(excerptOf('Hello there', ['zzz'])).toEqual({ text: 'Hello there', from: 0, to: 0 })
})

it('never splits a character and never points outside, whatever was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.nat(300), (written, at) => {
      const text = written.toWellFormed()
      const [term = 'x'] = normalWords(text.slice(at)).split(' ')
      const { text: piece, from, to } = excerptOf(text, [term || 'x'], 40)
      expect(piece.isWellFormed()).toBe(true)
      expect(from).toBeLessThanOrEqual(to)
      expect(to).toBeLessThanOrEqual(piece.length)
    }),
  )
})
