import { describe, expect, it } from 'vitest'
import { readAmount } from './read-amount.ts'
import { tellMoney } from './tell-money.ts'

describe('an amount that a member types', () => {
  it.each([
    ['1200', 120_000, 'EUR'],
    ['1 200', 120_000, 'EUR'],
    ['1\u202f200,50 €', 120_050, 'EUR'],
    ['1.200', 120_000, 'EUR'],
    ['1,200', 120_000, 'EUR'],
    ['1.200,5', 120_050, 'EUR'],
    ['1,200.50 usd', 120_050, 'USD'],
    ['1.234.567', 123_456_700, 'EUR'],
    ['USD 99.9', 9_990, 'USD'],
    ['$5', 500, 'USD'],
    ['£0.99', 99, 'GBP'],
    ['0', 0, 'EUR'],
    ['١٬٢٠٠٫٥٠ MAD', 120_050, 'MAD'],
    ['12 500 JPY', 12_500, 'JPY'],
    ['1.250 JPY', 1_250, 'JPY'],
    ['2.5 KWD', 2_500, 'KWD'],
  ])('%s is understood', (written, minor, currency) => {
    expect(readAmount(written, 'EUR')).toEqual({ minor, currency })
  })

  it.each([
    ['1.200 KWD', 'ambiguous'],
    ['1,200 BHD', 'ambiguous'],
    ['much', 'unreadable'],
    ['', 'unreadable'],
    ['-5', 'unreadable'],
    ['12,34,56', 'unreadable'],
    ['1.2.3', 'unreadable'],
    ['1200.505', 'unreadable'],
    ['0.125 EUR', 'unreadable'],
    ['5 XYZ', 'unreadable'],
    ['EUR 5 USD', 'unreadable'],
    ['1,5 JPY', 'unreadable'],
    ['99999999999999999', 'unreadable'],
    ['5 and more', 'unreadable'],
    ['¥5', 'no-currency'],
  ])('%s is refused rather than guessed', (written, problem) => {
    expect(readAmount(written, 'EUR')).toBe(problem)
  })

  it('needs its currency where the organization has none', () => {
    expect(readAmount('1200', undefined)).toBe('no-currency')
    expect(readAmount('$1200', undefined)).toBe('no-currency')
    expect(readAmount('1200 EUR', undefined)).toEqual({ minor: 120_000, currency: 'EUR' })
  })

  it('a dollar is the one that people there use', () => {
    expect(readAmount('$5', 'CAD')).toEqual({ minor: 500, currency: 'CAD' })
    expect(readAmount('¥5', 'JPY')).toEqual({ minor: 5, currency: 'JPY' })
  })
})

describe('an amount that is told', () => {
  it.each([
    ['en', { minor: 120_000, currency: 'EUR' }, '€1,200'],
    ['en', { minor: 120_050, currency: 'EUR' }, '€1,200.50'],
    ['fr', { minor: 120_050, currency: 'EUR' }, '1\u202f200,50\u00a0€'],
    ['en', { minor: 1_250, currency: 'JPY' }, '¥1,250'],
    ['en', { minor: 2_500, currency: 'KWD' }, 'KWD\u00a02.500'],
  ])('in %s', (language, money, told) => {
    expect(tellMoney(language, money)).toBe(told)
  })
})
