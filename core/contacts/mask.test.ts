import { describe, expect, it } from 'vitest'
import { createMask, maskEmail, maskPhone } from './mask.ts'

describe('a masked number', () => {
  it('tells its country and its last two digits', () => {
    expect(maskPhone('+33612345612')).toBe('+33 ••• ••12')
    expect(maskPhone('+4520123456')).toBe('+45 ••• ••56')
    expect(maskPhone('+12')).toBe('••• ••')
  })

  it('and a masked address its first letter and its ending', () => {
    expect(maskEmail('maria@example.com')).toBe('m•••@•••.com')
  })
})

describe('a mask', () => {
  const mask = createMask([
    { kind: 'phone', value: '+33612345612' },
    { kind: 'email', value: 'maria@example.com' },
    { kind: 'whatsapp_username', value: 'maria' },
  ])

  it('hides the number however it is written', () => {
    for (const written of [
      '+33612345612',
      '+33 6 12 34 56 12',
      '0033 6.12.34.56.12',
      '+33 (0)6 12 34 56 12',
      '06 12 34 56 12',
      '06-12-34-56-12',
      '612345612',
      '33612345612',
      '٠٦ ١٢ ٣٤ ٥٦ ١٢',
      '06\u202f12\u202f34\u202f56\u202f12',
    ])
      expect(mask(`Call ${written}!`), written).toBe('Call +33 ••• ••12!')
  })

  it('hides the address in capitals too, and leaves others’ numbers and longer ones alone', () => {
    expect(mask('Maria@Example.COM or omar@example.com')).toBe('m•••@•••.com or omar@example.com')
    expect(mask('06 12 34 56 13 and 1612345612345')).toBe('06 12 34 56 13 and 1612345612345')
  })

  it('looks into lists and records, and leaves dates and numbers as they are', () => {
    const at = new Date(0)
    expect(mask({ at, count: 612345612, contacts: [{ phones: ['0612345612'] }], none: null })).toEqual({
      at,
      count: 612345612,
      contacts: [{ phones: ['+33 ••• ••12'] }],
      none: null,
    })
  })

  it('of somebody without numbers changes nothing', () => {
    const value = { body: '06 12 34 56 12' }
    expect(createMask([{ kind: 'telegram_user', value: '612345612' }])(value)).toBe(value)
  })
})
