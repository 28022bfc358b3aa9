import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalWords } from './normal-words.ts'

const same = (one: string, other: string) =>
  expect(normalWords(one), `${one} / ${other}`).toBe(normalWords(other))

describe('two ways of writing a word are one', () => {
  it('with and without capitals and accents', () => {
    same('Ça coûte combien, Zoë ?', 'ca coute combien zoe')
    same('STRASSE', 'straße')
    same('Łódź Ørsted Cœur', 'lodz orsted coeur')
    same('İstanbul ılık', 'istanbul ilik')
    same('ΟΔΟΣ', 'οδός')
  })

  it('in Arabic and Persian, with and without vowels, hamza and the like', () => {
    same('مُحَمَّد', 'محمد')
    same('أحمد إبراهيم آدم', 'احمد ابراهيم ادم')
    same('مدرسة', 'مدرسه')
    same('مصطفى', 'مصطفي')
    same('شـــكرا', 'شكرا')
    same('کتاب های', 'كتاب هاي')
  })

  it('in digits of every keyboard and in full width', () => {
    same('٠١٢٣ ۴۵۶', '0123 456')
    same('ＡＢＣ１２３', 'abc123')
  })

  it('in Hebrew with and without points', () => same('שָׁלוֹם', 'שלום'))
})

describe('what is normalised', () => {
  it('has each sign of a script without spaces by itself', () => {
    expect(normalWords('我要退款OK')).toBe('我 要 退 款 ok')
    expect(normalWords('がんばれ')).toBe('が ん ば れ')
    expect(normalWords('환불해주세요')).toBe('환불해주세요')
  })

  it('keeps the vowels of scripts in which they are letters', () => {
    expect(normalWords('की')).not.toBe(normalWords('का'))
    expect(normalWords('น้ำ')).not.toBe('')
  })

  it('holds nothing that means something in a pattern, whatever was typed', () => {
    expect(normalWords('100%_\\ \'";--')).toBe('100')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const words = normalWords(text)
        expect(words).not.toMatch(/[%_\\']|^ | $| {2}/)
        expect(normalWords(words)).toBe(words)
      }),
    )
  })
})
