import { newTraceId } from './ids.ts'
import type { KeptPhone } from './phone.ts'
import type { Template } from './template.ts'
import { seconds } from './webhook-envelope.ts'

const hour = 3_600_000
const windowMs = 24 * hour
const freeEntryMs = 72 * hour

/** True while free-form messages are allowed: the customer wrote to this number less than 24 hours ago. */
export function windowIsOpen(phone: KeptPhone, phoneNumberId: string, now: number): boolean {
  const at = phone.lastWroteAt[phoneNumberId]
  return at !== undefined && now - at < windowMs
}

/**
 * What the message costs, as statuses tell it since v24: `conversation` only when an advertisement opened the free
 * entry point. Free-form replies are billed since October 2026, so they are `regular`.
 */
export function priceOf(
  phone: KeptPhone,
  phoneNumberId: string,
  template: Template | undefined,
  now: number,
) {
  const cameAt = phone.cameByAdAt[phoneNumberId]
  if (cameAt !== undefined && now - cameAt < freeEntryMs) {
    const category = 'referral_conversion'
    const expires = seconds(cameAt + freeEntryMs)
    return {
      pricing: { billable: false, pricing_model: 'PMP', type: 'free_entry_point', category },
      conversation: {
        id: newTraceId().toLowerCase(),
        expiration_timestamp: expires,
        origin: { type: category },
      },
    }
  }
  const category = template ? template.category.toLowerCase() : 'service'
  return { pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category } }
}
