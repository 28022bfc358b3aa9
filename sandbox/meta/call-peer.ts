import { isFields } from './fields.ts'
import { peerOf } from './phone.ts'
import type { PhoneBook } from './phone-book.ts'

/** Whom the call is about: the recipient's digits or business-scoped id, also for read receipts. */
export function peerIn(book: PhoneBook, body: unknown): string | undefined {
  if (!isFields(body)) return undefined
  if (typeof body.to === 'string') return body.to.replace(/\D/g, '')
  if (typeof body.recipient === 'string') {
    const phone = book.byUserId(body.recipient)
    return phone ? peerOf(phone) : body.recipient
  }
  const about = typeof body.message_id === 'string' ? book.message(body.message_id)?.phone : undefined
  return about && peerOf(about)
}
