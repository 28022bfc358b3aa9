import { describe, expect, it } from 'vitest'
import { looksLikeToken } from './looks-like-token.ts'
import { readAccountId } from './read-account-id.ts'

describe('the id of an account', () => {
  it.each([
    ['whatsapp', ' 102 290 129 340 398 ', { businessAccountId: '102290129340398' }],
    ['linkedin_leads', 'https://www.linkedin.com/company/12345/admin/', { externalId: 'organization:12345' }],
    [
      'linkedin_leads',
      'https://www.linkedin.com/campaignmanager/accounts/512345678/campaigns?x=1',
      { externalId: 'sponsoredAccount:512345678' },
    ],
    ['linkedin_leads', 'urn:li:organization:77', { externalId: 'organization:77' }],
  ])('of %s is read from %j', (network, text, id) => {
    expect(readAccountId(network, text)).toEqual(id)
  })

  it.each([
    ['whatsapp', '+33 6 39 98 00 01'],
    ['whatsapp', 'EAAGabc'],
    ['linkedin_leads', '12345'],
    ['linkedin_leads', 'https://www.linkedin.com/company/harbour-bakery/'],
  ])('of %s is asked for again after %j', (network, text) => {
    expect(readAccountId(network, text)).toBeUndefined()
  })
})

describe('a token', () => {
  it.each([
    `7001234567:${'A'.repeat(35)}`,
    ` EAAG${'a1B2'.repeat(20)}\n`,
    `IGQWR${'a_-1'.repeat(20)}`,
    `AQX${'z-_9'.repeat(30)}`,
  ])('is known by its shape: %s', (text) => {
    expect(looksLikeToken(text)).toBe(true)
  })

  it.each(['Hello, we open at 9', 'EAA', '12:30', `Your code is EAAG${'a'.repeat(60)} ok`])(
    'is not seen in what people write: %s',
    (text) => {
      expect(looksLikeToken(text)).toBe(false)
    },
  )
})
