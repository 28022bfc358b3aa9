import type { JsonRecord } from '../meta/loose-json.ts'

/** The harbour bakery's number, as WhatsApp names it, and as people dial it. */
export const bakery = '555000111222'
export const bakeryNumber = '4940123456'
/** The business account that owns it. */
export const bakeryAccount = '7788990011'

/** A call with one value of field `messages`, around whatever the value shall hold. */
export function callWith(value: JsonRecord): JsonRecord {
  return callOf('messages', value)
}

/** The same for another field that is about one number. */
export function callOf(field: string, value: JsonRecord): JsonRecord {
  return managementCall(field, valueWith(value))
}

/** A call about the business account: its value names no number. */
export function managementCall(field: string, value: JsonRecord): JsonRecord {
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: bakeryAccount, changes: [{ field, value }] }],
  }
}

export function valueWith(value: JsonRecord): JsonRecord {
  return {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: bakeryNumber, phone_number_id: bakery },
    ...value,
  }
}

/** A message of Marina's; `changes` say what kind it is. */
export function messageOf(changes: JsonRecord): JsonRecord {
  return { from: '4915112345678', id: 'wamid.MARINA1', timestamp: '1795077000', ...changes }
}

export const marina = { profile: { name: 'Marina Falk' }, wa_id: '4915112345678' }

export function textFromMarina(body: string, changes: JsonRecord = {}): JsonRecord {
  return messageOf({ type: 'text', text: { body }, ...changes })
}

/** What the baker wrote to Marina in the app on his phone. */
export function echoToMarina(changes: JsonRecord = {}): JsonRecord {
  return {
    ...{ from: bakeryNumber, to: '4915112345678', id: 'wamid.ECHO1', timestamp: '1795077000' },
    ...{ type: 'text', text: { body: 'From my phone' } },
    ...changes,
  }
}

/** A call that Marina makes to the bakery. */
export function callFromMarina(changes: JsonRecord = {}): JsonRecord {
  return {
    ...{ id: 'wacid.RING1', from: '4915112345678', to: bakeryNumber, timestamp: '1795077000' },
    ...{ event: 'connect', direction: 'USER_INITIATED' },
    ...changes,
  }
}

/** One part of the history of the baker's phone: a chat with Marina. */
export function historyOf(
  messages: JsonRecord[],
  metadata: JsonRecord = { phase: 1, progress: 40 },
): JsonRecord {
  return { metadata: { chunk_order: 1, ...metadata }, threads: [{ id: '4915112345678', messages }] }
}

/** One call of every field that is not `messages`, for whoever has to read them all. */
export const otherCalls: JsonRecord[] = [
  callOf('smb_message_echoes', { contacts: [marina], message_echoes: [echoToMarina()] }),
  callOf('calls', { contacts: [marina], calls: [callFromMarina()] }),
  callOf('calls', {
    statuses: [
      {
        id: 'wacid.OUT',
        type: 'call',
        status: 'RINGING',
        timestamp: '1795077000',
        recipient_id: '4915112345678',
      },
    ],
  }),
  callOf('history', {
    history: [historyOf([textFromMarina('Old', { history_context: { status: 'READ' } })])],
  }),
  callOf('history', { history: [{ errors: [{ code: 2593109, title: 'History sharing is off' }] }] }),
  callOf('history', { messages: [messageOf({ type: 'image', image: { id: '77' } })] }),
  callOf('smb_app_state_sync', {
    state_sync: [
      {
        type: 'contact',
        action: 'add',
        contact: { full_name: 'Marina Falk', first_name: 'Marina', phone_number: '4915112345678' },
        metadata: { timestamp: '1795077000' },
      },
    ],
  }),
  callOf('user_preferences', {
    contacts: [marina],
    user_preferences: [
      { wa_id: '4915112345678', category: 'marketing_messages', value: 'stop', timestamp: 1795077000 },
    ],
  }),
  callOf('user_id_update', {
    user_id_update: [
      { wa_id: '4915112345678', user_id: { previous: 'DE.1', current: 'DE.2' }, timestamp: '1795077000' },
    ],
  }),
  callOf('group_lifecycle_update', { groups: [{ type: 'group_create', group_id: 'g1', subject: 'Bread' }] }),
  managementCall('message_template_status_update', {
    event: 'REJECTED',
    message_template_id: 4711,
    message_template_name: 'order_ready',
    message_template_language: 'en-US',
    message_template_category: 'UTILITY',
    reason: 'INVALID_FORMAT',
    rejection_info: { reason: 'Two variables touch.', recommendation: 'Part them.' },
  }),
  managementCall('message_template_quality_update', {
    new_quality_score: 'YELLOW',
    previous_quality_score: 'GREEN',
    message_template_id: 4711,
  }),
  managementCall('message_template_components_update', {
    message_template_id: 4711,
    message_template_element: 'Your order is ready.',
  }),
  managementCall('template_category_update', {
    message_template_id: 4711,
    previous_category: 'UTILITY',
    new_category: 'MARKETING',
  }),
  managementCall('account_update', {
    event: 'ACCOUNT_VIOLATION',
    violation_info: { violation_type: 'SPAM' },
  }),
  managementCall('account_update', {
    event: 'ACCOUNT_RESTRICTION',
    restriction_info: [{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: 1795077000 }],
  }),
  managementCall('account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'DISABLE' } }),
  managementCall('account_review_update', { decision: 'APPROVED' }),
  managementCall('account_alerts', {
    entity_type: 'PHONE_NUMBER',
    entity_id: bakery,
    alert_info: { alert_severity: 'WARNING', alert_status: 'ACTIVE', alert_type: 'LIMIT_DEFERRED' },
  }),
  managementCall('business_capability_update', { max_daily_conversations_per_business: 2000 }),
  managementCall('phone_number_name_update', {
    display_phone_number: bakeryNumber,
    decision: 'APPROVED',
    requested_verified_name: 'Harbour Bakery',
  }),
  managementCall('phone_number_quality_update', {
    display_phone_number: bakeryNumber,
    event: 'FLAGGED',
    current_limit: 'TIER_2K',
  }),
  managementCall('security', {
    display_phone_number: bakeryNumber,
    event: 'PIN_RESET_REQUEST',
    requester: '61',
  }),
]
