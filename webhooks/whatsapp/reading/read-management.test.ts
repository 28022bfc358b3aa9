import { describe, expect, test } from 'vitest'
import type { ChannelNotice } from '#core/channels/inbound-item.ts'
import type { JsonRecord } from '../../meta/loose-json.ts'
import { bakery, bakeryAccount, bakeryNumber, managementCall } from '../example-calls.ts'
import { createWhatsappReader } from './read-whatsapp.ts'

const reader = createWhatsappReader({ now: () => new Date('2026-11-20T10:00:00Z') })

function read(field: string, value: JsonRecord): ChannelNotice[] {
  const items = reader(Buffer.from(JSON.stringify(managementCall(field, value))))
  const notices = items.filter((item) => item.type === 'channel-notice')
  expect(notices).toHaveLength(items.length)
  return notices
}
const meanings = (field: string, value: JsonRecord) => read(field, value).map(({ meaning }) => meaning)

describe('a template', () => {
  const named = {
    message_template_id: 4711,
    message_template_name: 'order_ready',
    message_template_language: 'en-US',
  }
  const template = { kind: 'template', externalId: '4711', name: 'order_ready', language: 'en_US' }

  test('that was decided about tells its status, its category and why', () => {
    const approved = { event: 'APPROVED', reason: 'NONE', message_template_category: 'UTILITY', ...named }
    expect(meanings('message_template_status_update', approved)).toEqual([
      { ...template, status: 'APPROVED', category: 'UTILITY' },
    ])
    const rejected = {
      ...{ event: 'REJECTED', reason: 'INVALID_FORMAT', ...named },
      rejection_info: { reason: 'Two variables touch.', recommendation: 'Part them.' },
    }
    expect(meanings('message_template_status_update', rejected)).toEqual([
      { ...template, status: 'REJECTED', reason: 'INVALID_FORMAT · Two variables touch. · Part them.' },
    ])
    const paused = {
      event: 'PAUSED',
      other_info: { title: 'FIRST_PAUSE', description: 'Low quality.' },
      ...named,
    }
    expect(meanings('message_template_status_update', paused)).toEqual([
      { ...template, status: 'PAUSED', reason: 'FIRST_PAUSE · Low quality.' },
    ])
  })

  test.each(['REINSTATED', 'FLAGGED', 'UNARCHIVED'])('that is %s can be sent', (event) => {
    expect(meanings('message_template_status_update', { event, ...named })).toMatchObject([
      { status: 'APPROVED' },
    ])
  })

  test('tells its quality and its category, whatever name the call comes under', () => {
    const quality = { previous_quality_score: 'GREEN', new_quality_score: 'RED', ...named }
    for (const field of ['message_template_quality_update', 'message_template_status_update']) {
      expect(meanings(field, quality)).toEqual([{ ...template, quality: 'RED' }])
    }
    const category = { previous_category: 'UTILITY', new_category: 'MARKETING', ...named }
    expect(meanings('template_category_update', category)).toEqual([{ ...template, category: 'MARKETING' }])
  })

  test('does not take its new components from a call that leaves half of them out', () => {
    const value = { message_template_element: 'Ready.', message_template_buttons: [], ...named }
    expect(meanings('message_template_components_update', value)).toEqual([template])
  })
})

describe('the account', () => {
  test.each<[string, JsonRecord, JsonRecord]>([
    [
      'a violation',
      { event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: 'SPAM' } },
      { code: 'account-violation', title: 'ACCOUNT_VIOLATION', detail: 'SPAM' },
    ],
    [
      'a restriction',
      {
        event: 'ACCOUNT_RESTRICTION',
        restriction_info: [
          { restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: 1795077000 },
          { restriction_type: 'RESTRICTED_ADD_PHONE_NUMBER_ACTION' },
        ],
      },
      {
        code: 'account-restricted',
        title: 'ACCOUNT_RESTRICTION',
        detail: 'RESTRICTED_BIZ_INITIATED_MESSAGING (2026-11-19), RESTRICTED_ADD_PHONE_NUMBER_ACTION',
      },
    ],
    [
      'a ban',
      {
        event: 'DISABLED_UPDATE',
        ban_info: { waba_ban_state: 'SCHEDULE_FOR_DISABLE', waba_ban_date: 'May 4' },
      },
      { code: 'account-banned', title: 'SCHEDULE_FOR_DISABLE', detail: 'May 4' },
    ],
    ['a deletion', { event: 'ACCOUNT_DELETED' }, { code: 'account-deleted', title: 'ACCOUNT_DELETED' }],
    [
      'a phone that was disconnected',
      { event: 'ACCOUNT_OFFBOARDED' },
      { code: 'account-disconnected', title: 'ACCOUNT_OFFBOARDED' },
    ],
    [
      'a withdrawn app',
      { event: 'PARTNER_REMOVED', disconnection_info: { reason: 'PRIMARY_INACTIVITY' } },
      { code: 'account-disconnected', title: 'PARTNER_REMOVED', detail: 'PRIMARY_INACTIVITY' },
    ],
  ])('is in danger after %s', (_name, value, danger) => {
    expect(read('account_update', value)).toMatchObject([
      {
        topic: 'account_update',
        business: bakeryAccount,
        meaning: { kind: 'danger', ...danger },
        data: { value },
      },
    ])
  })

  test.each<[JsonRecord, string]>([
    [{ event: 'ACCOUNT_RECONNECTED' }, 'account-disconnected'],
    [{ event: 'PARTNER_ADDED' }, 'account-disconnected'],
    [{ event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'REINSTATE' } }, 'account-banned'],
  ])('is out of it again after %j', (value, code) => {
    expect(meanings('account_update', value)).toEqual([{ kind: 'relief', code }])
  })

  test('is the one that the event names, not the partner who looks after it', () => {
    const value = { event: 'PARTNER_REMOVED', waba_info: { waba_id: '990011' } }
    expect(read('account_update', value)).toMatchObject([{ business: '990011' }])
    const bare = { entry: [{ id: '1', changes: [{ value }] }] }
    expect(reader(Buffer.from(JSON.stringify(bare)))).toMatchObject([
      { topic: 'PARTNER_REMOVED', business: '990011', meaning: { code: 'account-disconnected' } },
    ])
  })

  test('is told of prices and advertisements without a meaning', () => {
    for (const event of ['VOLUME_BASED_PRICING_TIER_UPDATE', 'AD_ACCOUNT_LINKED', 'TOMORROW']) {
      expect(read('account_update', { event })).toMatchObject([{ topic: 'account_update' }])
      expect(meanings('account_update', { event })).toEqual([undefined])
    }
  })

  test('that was reviewed shows it, and one that was rejected is in danger', () => {
    const review = (decision: string) => meanings('account_review_update', { decision })
    const facts = (decision: string) => ({ kind: 'account-facts', facts: { review: decision } })
    expect(review('APPROVED')).toEqual([facts('APPROVED'), { kind: 'relief', code: 'account-review' }])
    expect(review('REJECTED')).toMatchObject([facts('REJECTED'), { kind: 'danger', code: 'account-review' }])
    expect(review('PENDING')).toEqual([facts('PENDING')])
  })

  test.each([
    ['WARNING', 'ACTIVE', 'danger'],
    ['CRITICAL', 'ACTIVE', 'danger'],
    ['WARNING', 'NONE', 'relief'],
    ['INFORMATIONAL', 'ACTIVE', undefined],
  ])('with an alert of severity %s and status %s: %s', (alert_severity, alert_status, kind) => {
    const alert_info = {
      alert_severity,
      alert_status,
      alert_type: 'LIMIT_DEFERRED',
      alert_description: 'Verify.',
    }
    const [notice] = read('account_alerts', { entity_type: 'PHONE_NUMBER', entity_id: bakery, alert_info })
    expect(notice?.account).toBe(bakery)
    expect(notice?.meaning?.kind).toBe(kind)
    if (notice?.meaning?.kind === 'danger') expect(notice.meaning.detail).toBe('Verify.')
  })
})

describe('the number', () => {
  const quality = (changes: JsonRecord) =>
    meanings('phone_number_quality_update', { display_phone_number: bakeryNumber, ...changes })
  const facts = (changes: JsonRecord) => ({
    kind: 'account-facts',
    facts: { displayNumber: bakeryNumber, ...changes },
  })

  test('of low quality is in danger until it is better', () => {
    expect(quality({ event: 'FLAGGED', current_limit: 'TIER_2K' })).toEqual([
      facts({ limit: '2000', quality: 'FLAGGED' }),
      { kind: 'danger', code: 'quality', title: 'FLAGGED', detail: bakeryNumber },
    ])
    expect(quality({ event: 'UNFLAGGED' })).toEqual([facts({}), { kind: 'relief', code: 'quality' }])
  })

  test('whose limit falls is in danger until it rises', () => {
    expect(quality({ event: 'DOWNGRADE', old_limit: 'TIER_10K', current_limit: 'TIER_2K' })).toEqual([
      facts({ limit: '2000' }),
      { kind: 'danger', code: 'limit', title: 'DOWNGRADE', detail: '10000 → 2000' },
    ])
    expect(
      quality({ event: 'LIMIT', old_limit: 'TIER_UNLIMITED', current_limit: 'TIER_100K' }),
    ).toMatchObject([facts({ limit: '100000' }), { kind: 'danger', code: 'limit' }])
    expect(quality({ event: 'UPGRADE', max_daily_conversations_per_business: 'TIER_UNLIMITED' })).toEqual([
      facts({ limit: 'unlimited' }),
      { kind: 'relief', code: 'limit' },
    ])
  })

  test('that may send faster has no other limit for that', () => {
    expect(quality({ event: 'THROUGHPUT_UPGRADE', current_limit: 'TIER_UNLIMITED' })).toEqual([
      facts({ throughput: 'HIGH' }),
    ])
  })

  test('has the name that was approved, and no other', () => {
    const name = (decision: string, rejection_reason: string | null) =>
      meanings('phone_number_name_update', {
        ...{ decision, rejection_reason, requested_verified_name: 'Harbour Bakery' },
        display_phone_number: bakeryNumber,
      })
    expect(name('APPROVED', null)).toEqual([facts({ displayName: 'Harbour Bakery', nameReview: 'APPROVED' })])
    expect(name('REJECTED', 'NAME_TOO_SHORT')).toEqual([facts({ nameReview: 'REJECTED: NAME_TOO_SHORT' })])
  })

  test.each([
    [{ max_daily_conversations_per_business: 2000 }, { limit: '2000' }],
    [
      { max_daily_conversation_per_phone: -1, max_phone_numbers_per_waba: 25 },
      { limit: 'unlimited', numbers: '25' },
    ],
    [
      { max_daily_conversations_per_business: 'TIER_NOT_SET', max_phone_numbers_per_waba: 2 },
      { numbers: '2' },
    ],
  ])('may write first to so many: %j', (value, told) => {
    expect(meanings('business_capability_update', value)).toEqual([{ kind: 'account-facts', facts: told }])
  })

  test.each(['PIN_CHANGED', 'PIN_RESET_REQUEST', 'PIN_REQUEST_SUCCESS'])('is in danger after %s', (event) => {
    expect(meanings('security', { event, requester: '61', display_phone_number: bakeryNumber })).toEqual([
      { kind: 'danger', code: `security-${event}`, title: event, detail: `${bakeryNumber} · 61` },
    ])
  })
})
