import { isFields } from './fields.ts'
import { peerOf } from './phone.ts'
import type { PhoneBook } from './phone-book.ts'

/**
 * To whom something is sent: the recipient's digits or business-scoped id. A read receipt is sent to nobody, so that a
 * fault that is meant for a person's messages is not used up by it.
 */
export function peerIn(book: PhoneBook, body: unknown): string | undefined {
  if (!isFields(body)) return undefined
  if (typeof body.to === 'string') return body.to.replace(/\D/g, '')
  if (typeof body.recipient === 'string') {
    const phone = book.byUserId(body.recipient)
    return phone ? peerOf(phone) : body.recipient
  }
  if (isFields(body.recipient)) {
    const { id, user_ref: ref, comment_id: comment } = body.recipient
    if (typeof id === 'string') return id
    if (typeof comment === 'string') return book.message(comment)?.phone.userId
    return typeof ref === 'string' ? book.byUserRef(ref)?.userId : undefined
  }
  return undefined
}
