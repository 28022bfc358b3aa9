import type { JsonRecord } from '../meta/loose-json.ts'

/** The harbour bakery's number, as WhatsApp names it. */
export const bakery = '555000111222'

/** A call with one value of field `messages`, around whatever the value shall hold. */
export function callWith(value: JsonRecord): JsonRecord {
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: '7788990011', changes: [{ field: 'messages', value: valueWith(value) }] }],
  }
}

export function valueWith(value: JsonRecord): JsonRecord {
  return {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '4940123456', phone_number_id: bakery },
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
