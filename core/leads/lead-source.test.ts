import { expect, it } from 'vitest'
import { isTouch, leadSource } from './lead-source.ts'

it('calls a chat by its network, and says where an ad brought the person into it', () => {
  expect(leadSource('whatsapp')).toBe('whatsapp')
  expect(leadSource('whatsapp', { sourceType: 'ad', clickId: 'x' })).toBe('whatsapp_ad')
  expect(leadSource('instagram', { adId: '1' })).toBe('instagram_ad')
  expect(leadSource('messenger', { sourceType: 'ADS' })).toBe('messenger_ad')
  expect(leadSource('whatsapp', { sourceType: 'post' })).toBe('whatsapp')
  expect(leadSource('telegram', { ref: 'flyer' })).toBe('telegram')
})

it('calls a form by its own name, with or without an ad', () => {
  expect(leadSource('facebook_leads', { adId: '1', formId: '2' })).toBe('facebook_leads')
  expect(leadSource('google_leads', { gclid: 'x' })).toBe('google_leads')
  expect(leadSource('forms', { fbclid: 'x' })).toBe('forms')
})

it('counts as a touch what marketing brought, not what is said in a chat', () => {
  expect(isTouch({ source: 'whatsapp' })).toBe(false)
  expect(isTouch({ source: 'telegram', referral: { ref: 'flyer' } })).toBe(true)
  expect(isTouch({ source: 'forms' })).toBe(true)
})
