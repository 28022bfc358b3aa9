import { expect, it } from 'vitest'
import type { MessageKind } from '../../channels/inbound-item.ts'
import { decideWeight } from './decide-weight.ts'

const weight = (kind: MessageKind, data: Record<string, unknown> = {}) => decideWeight({ kind, data })

it('what somebody writes, sends, presses, fills in or rings about is his word', () => {
  const words = [
    'text',
    'image',
    'voice',
    'choice',
    'form',
    'order',
    'comment',
    'story_mention',
    'call',
  ] as const
  for (const kind of words) expect(weight(kind)).toBe('word')
  // It may be anything: rather one answer too many than a customer who is not heard.
  expect(weight('unsupported')).toBe('word')
  expect(weight('unknown')).toBe('word')
})

it('a reaction, an edit and a revocation are no new words', () => {
  for (const kind of ['reaction', 'edit', 'revoke'] as const) expect(weight(kind)).toBe('gesture')
})

it('who opens the chat, follows a link or agrees has acted; a new number or an unheard-of event is no act', () => {
  for (const event of [
    'start',
    'referral',
    'optin',
    'request_welcome',
    'lead_summary',
    'appointment_booking',
  ]) {
    expect(weight('system', { event })).toBe('word')
  }
  for (const event of [
    'user_changed_number',
    'customer_identity_changed',
    'user_changed_user_id',
    'unnamed',
  ]) {
    expect(weight('system', { event })).toBe('gesture')
  }
  expect(weight('system')).toBe('gesture')
  expect(weight('system', { event: { toString: 'start' } })).toBe('gesture')
})
