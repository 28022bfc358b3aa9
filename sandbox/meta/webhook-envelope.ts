import { createHmac } from 'node:crypto'
import { present } from './fields.ts'
import type { MetaApp } from './meta-app.ts'
import type { Phone } from './phone.ts'

/**
 * JSON as Meta writes it: everything outside ASCII escaped, in lower-case hexadecimal. The signature covers these very
 * bytes, so a receiver that re-serialises before it checks is caught here.
 */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

export function signatureOf(body: Buffer, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`
}

/** One change of one number, in Meta's envelope. */
export function numberChange(app: MetaApp, field: string, content: Record<string, unknown>) {
  const metadata = {
    display_phone_number: app.displayPhoneNumber.replace(/\D/g, ''),
    phone_number_id: app.phoneNumberId,
  }
  const value = { messaging_product: 'whatsapp', metadata, ...content }
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: app.wabaId, changes: [{ value, field }] }],
  }
}

/** One `messages` change of one number. */
export function messagesEnvelope(app: MetaApp, content: Record<string, unknown>) {
  return numberChange(app, 'messages', content)
}

/** A person as `contacts[]` of a webhook names them: `wa_id` is absent, not empty, when the phone is not shared. */
export function webhookContact({ name, username, phone, userId }: Phone) {
  return {
    profile: { name, ...present({ username }) },
    ...present({ wa_id: phone?.slice(1) }),
    user_id: userId,
  }
}

/** Seconds since the epoch as a string, the only form of time in WhatsApp webhooks. */
export function seconds(milliseconds: number): string {
  return String(Math.floor(milliseconds / 1000))
}
