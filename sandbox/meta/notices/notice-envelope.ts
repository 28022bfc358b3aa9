import type { Fields } from '../fields.ts'
import type { MetaApp } from '../meta-app.ts'

/** One management change of an account: such changes have a time on the entry and no metadata of a number. */
export function noticeEnvelope(app: MetaApp, field: string, value: Fields, now: number) {
  const time = Math.floor(now / 1000)
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: app.wabaId, time, changes: [{ field, value }] }],
  }
}
