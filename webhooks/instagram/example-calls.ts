import type { JsonRecord } from '../meta/loose-json.ts'

/** The harbour bakery's Instagram account, and Marina as this account knows her. */
export const bakery = '17841400000000555'
export const marina = '900100200300'

export const marinaClaim = { kind: 'instagram_user' as const, value: `${bakery}:${marina}`, address: marina }

/** A call around whatever an entry shall hold. */
export function callWith(entry: JsonRecord): JsonRecord {
  return { object: 'instagram', entry: [{ id: bakery, time: 1795077001000, ...entry }] }
}

/** An event of Marina's; `changes` say what kind it is. */
export function eventOf(changes: JsonRecord): JsonRecord {
  return { sender: { id: marina }, recipient: { id: bakery }, timestamp: 1795077000123, ...changes }
}

export function messageOf(message: JsonRecord, changes: JsonRecord = {}): JsonRecord {
  return eventOf({ message: { mid: 'mid.MARINA1', ...message }, ...changes })
}

export function attached(type: string, payload?: JsonRecord): JsonRecord {
  return { attachments: [{ type, ...(payload ? { payload } : {}) }] }
}

export const cdn = 'https://lookaside.fbsbx.com/ig_messaging_cdn/?asset_id=1&signature=x'

export function commentOf(changes: JsonRecord = {}): JsonRecord {
  return {
    id: '17900000001',
    from: { id: marina, username: 'Marina.Falk' },
    text: 'How much is the walnut bread?',
    media: { id: '17800000001', media_product_type: 'FEED' },
    ...changes,
  }
}
