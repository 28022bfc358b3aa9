import { describe, expect, it } from 'vitest'
import { gramsOf } from './grams-of.ts'
import { normalWords } from './normal-words.ts'
import { readSearch, type Wanted } from './read-search.ts'

const organization = '01a2b3c4-0000-7000-8000-00000000000c'
const read = (typed: string, country?: string) => {
  const search = readSearch(organization, typed, country)
  if (!search) throw new Error('nothing was understood')
  return search
}

/** As PostgreSQL does it: the keys find, the patterns decide. */
function finds({ patterns, keys }: Wanted, text: string): boolean {
  const words = normalWords(text)
  const grams = new Set(gramsOf(organization, words))
  const matches = patterns.every((pattern) => ` ${words} `.includes(pattern.slice(1, -1)))
  if (matches)
    expect(
      keys.every((key) => grams.has(key)),
      `the keys of ${patterns} are in “${text}”`,
    ).toBe(true)
  return matches
}

describe('what is typed', () => {
  it.each([
    ['haddad', 'Lina Haddad', true],
    ['adda', 'Lina Haddad', true],
    ['HÁDDAD lina', 'Lina Haddad', true],
    ['lina omar', 'Lina Haddad', false],
    ['li', 'Lina', true],
    ['na', 'Lina', false],
    ['l', 'Lina', true],
    ['lina.haddad@example.com', 'write to Lina.Haddad@example.com please', true],
    ['haddad@example', 'lina.haddad@example.com', true],
    ['@lina_h', 'lina_h', true],
    ['退款', '我要退款', true],
    ['款', '我要退款', true],
    ['退要', '我要退款', false],
    ['الحجز', 'أريد الحِجز غداً', true],
    ['اح', 'قال أحمد', true],
    ['c++', 'I teach C and Go', true],
    ['o’brien', "Pat O'Brien", true],
    ['환불', '환불해주세요', true],
  ])('%s is looked for in “%s”: %s', (typed, text, found) => {
    expect(finds(read(typed).words, text)).toBe(found)
  })

  it('is called just so only by whole words', () => {
    expect(finds(read('lin').named, 'Lina Haddad')).toBe(false)
    expect(finds(read('Lina').named, 'Lina Haddad')).toBe(true)
  })

  it.each([
    '+33 6 39 98 00 01',
    '06 39 98 00 01',
    '0033639980001',
    '(0)6-39-98-00-01',
    '980001',
    '٠٦٣٩٩٨٠٠٠١',
  ])('%s is a part of a telephone number', (typed) => {
    const { phone } = read(typed, 'FR')
    expect(phone && finds(phone, '+33639980001')).toBe(true)
  })

  it('is a whole number in the form that is kept', () => {
    const { phone } = read('(11) 8765-4321', 'BR')
    expect(phone && finds(phone, '+5511987654321')).toBe(true)
  })

  it('is the number of a lead with and without its sign', () => {
    expect([read('#12').number, read('12').number, read('١٢').number]).toEqual([12, 12, 12])
    expect([read('a12').number, read('1234567890').number]).toEqual([undefined, undefined])
  })

  it('is no telephone number when it has letters or too few digits', () => {
    expect([read('room 204').phone, read('12').phone]).toEqual([undefined, undefined])
  })

  it.each(['', '   ', '%', '_ \\ %', '!!! 🎉', "'"])('“%s” cannot be looked for', (typed) => {
    expect(readSearch(organization, typed)).toBeUndefined()
  })

  it('stays small, however much is typed', () => {
    const many = Array.from({ length: 500 }, (_, index) => `word${index}`).join(' ')
    expect(read(many).words.patterns).toHaveLength(8)
    expect(read(many).words.keys.length).toBeLessThan(8 * 25)
  })
})

it('keys of two organizations are different ones', () => {
  const other = gramsOf('01a2b3c4-0000-7000-8000-00000000000d', 'lina haddad')
  expect(gramsOf(organization, 'lina haddad').filter((gram) => other.includes(gram))).toEqual([])
})
