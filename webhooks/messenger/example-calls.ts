import type { JsonRecord } from '../meta/loose-json.ts'

/** The harbour bakery's Page, and Ole as this Page knows him. */
export const bakery = '100000000000555'
export const ole = '7001002003'

export const oleClaim = { kind: 'messenger_user' as const, value: `${bakery}:${ole}`, address: ole }

/** A call around whatever an entry shall hold. */
export function callWith(entry: JsonRecord): JsonRecord {
  return { object: 'page', entry: [{ id: bakery, time: 1795077001000, ...entry }] }
}

/** An event of Ole's; `changes` say what kind it is. */
export function eventOf(changes: JsonRecord): JsonRecord {
  return { sender: { id: ole }, recipient: { id: bakery }, timestamp: 1795077000123, ...changes }
}

export function messageOf(message: JsonRecord, changes: JsonRecord = {}): JsonRecord {
  return eventOf({ message: { mid: 'm_OLE1', ...message }, ...changes })
}

/** An event in the other direction. */
export function echoOf(message: JsonRecord): JsonRecord {
  return {
    sender: { id: bakery },
    recipient: { id: ole },
    timestamp: 1795077000456,
    message: { mid: 'm_ECHO1', is_echo: true, ...message },
  }
}

export function attached(type: string, payload?: JsonRecord): JsonRecord {
  return { attachments: [{ type, ...(payload ? { payload } : {}) }] }
}

export const cdn = 'https://cdn.fbsbx.com/v/t59.3654-21/price-list.pdf?oh=x&oe=y'

export const leadEvent = eventOf({
  timestamp: 1795077000,
  referral: { source: 'ADS', type: 'LEAD_COMPLETE', ad_id: '44', ads_context_data: { ad_title: 'Catering' } },
  lead: {
    data: [
      { question: 'For how many?', answer: '40' },
      { question: 'Where do we write to?', answer: 'Ole.Berg@Example.com' },
    ],
  },
})
