import { describe, expect, it } from 'vitest'
import { dialablePhone, recognisablePhone } from './recognisable-phone.ts'

describe('a mobile that is written in several ways', () => {
  it('is one in Brazil, with and without its ninth digit', () => {
    expect(recognisablePhone('551187654321')).toBe(recognisablePhone('+55 11 98765-4321'))
    expect(recognisablePhone('(11) 8765-4321', 'BR')).toBe('+5511987654321')
    expect(recognisablePhone('0 15 11 98765-4321', 'BR')).toBe('+5511987654321')
  })

  it('is one in Argentina, with and without the nine and the 15', () => {
    for (const written of [
      '5491123456789',
      '+54 11 2345-6789',
      '+54 11 15 2345-6789',
      '+54 9 11 15 2345-6789',
    ])
      expect(recognisablePhone(written), written).toBe('+5491123456789')
    expect(recognisablePhone('011 15 2345-6789', 'AR')).toBe('+5491123456789')
    expect(recognisablePhone('0351 15 212 3456', 'AR')).toBe(recognisablePhone('5493512123456'))
  })

  it('is one in Mexico, with and without what was dialled before it', () => {
    for (const written of [
      '5215512345678',
      '+52 55 1234 5678',
      '+52 044 55 1234 5678',
      '0052 1 55 1234 5678',
    ])
      expect(recognisablePhone(written), written).toBe('+525512345678')
    for (const written of ['044 55 1234 5678', '045 55 1234 5678', '01 55 1234 5678', '55 1234 5678'])
      expect(recognisablePhone(written, 'MX'), written).toBe('+525512345678')
  })

  it('is one with plus, with 00, in its national form, and in Arabic digits', () => {
    for (const written of [
      '+33 6 39 98 00 01',
      '0033639980001',
      '06 39 98 00 01',
      '33639980001',
      '+٣٣٦٣٩٩٨٠٠٠١',
    ])
      expect(recognisablePhone(written, 'FR'), written).toBe('+33639980001')
  })
})

describe('a landline', () => {
  it('gets no ninth digit in Brazil', () => {
    for (const first of [2, 3, 4, 5])
      expect(recognisablePhone(`+55 11 ${first}265-4321`)).toBe(`+5511${first}2654321`)
  })

  it('gets no nine in Argentina', () => {
    expect(recognisablePhone('+54 11 4321-1234')).toBe('+541143211234')
    expect(recognisablePhone('543514123456')).toBe('+543514123456')
    expect(recognisablePhone('+54 9 11 4321-1234')).toBe('+5491143211234')
  })
})

describe('a number', () => {
  it('that differs is another person', () => {
    expect(recognisablePhone('551187654321')).not.toBe(recognisablePhone('551187654322'))
  })
  it('of another country is not taken for one of ours', () => {
    expect(recognisablePhone('+4915123456789', 'FR')).toBe('+4915123456789')
  })
  it('that nobody knows is kept as its digits', () => {
    expect(recognisablePhone('999000')).toBe('+999000')
    expect(recognisablePhone('999000', 'nowhere')).toBe('+999000')
  })
  it('is none where there are no digits', () => {
    expect(recognisablePhone('unknown')).toBeUndefined()
  })
})

describe('what a member types as a phone number', () => {
  it('is taken when somebody could be called by it', () => {
    expect(dialablePhone('06 39 98 00 01', 'FR')).toBe('+33639980001')
    expect(dialablePhone('+33 (0)6-39.98.00.01')).toBe('+33639980001')
  })
  it('is refused otherwise, also a national number where no country is known', () => {
    for (const written of ['06 39 98 00 01', '12345', '+33 6', 'call me', '+33639980001 or mail', ''])
      expect(dialablePhone(written), written).toBeUndefined()
  })
})
