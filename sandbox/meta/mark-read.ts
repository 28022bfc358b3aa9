import { checkObject, checkText } from './check-fields.ts'
import { checkProduct } from './check-message.ts'
import type { Fields } from './fields.ts'
import type { PhoneBook } from './phone-book.ts'
import { badParameter, invalid } from './problems.ts'

const typingMs = 25_000

/**
 * `POST /{number}/messages` with `status: "read"`: the customer's message and all before it get blue ticks; with
 * `typing_indicator` the customer sees for 25 s, or until the next message, that somebody is typing.
 * @throws {GraphError} 100, 131008, or 131009 for a message that no customer wrote
 */
export function markRead(book: PhoneBook, body: Fields, now: number) {
  checkProduct(body)
  if (body.status !== 'read') throw badParameter('Param status must be one of {READ}.')
  const found = book.message(checkText(body, 'message_id', 'message_id', 512))
  if (found?.message.from !== 'customer') throw invalid('message_id names no message of a customer.')
  const { phone, message } = found
  if (body.typing_indicator !== undefined) {
    const typing = checkObject(body, 'typing_indicator', 'typing_indicator', ['type'])
    if (typing.type !== 'text') throw invalid('typing_indicator.type must be text.')
    phone.typingUntil = now + typingMs
  }
  for (const bubble of phone.thread.slice(0, phone.thread.indexOf(message) + 1))
    if (bubble.from === 'customer') bubble.seen = true
  book.changed(phone)
  return { success: true }
}
