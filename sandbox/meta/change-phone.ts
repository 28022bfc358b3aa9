import { mayFlag } from './control-input.ts'
import type { Fields } from './fields.ts'
import type { KeptPhone } from './phone.ts'
import type { PhoneBook } from './phone-book.ts'
import { Refusal } from './refusal.ts'
import type { PhoneJourney } from './status-journey.ts'

/**
 * `PATCH /playground/api/phones/:id`. Besides `online`, `reads` and `blocked`, `lastWroteAt` (milliseconds since the
 * epoch) sets back when the customer last wrote, so that a closed 24-hour window need not be waited for.
 * @throws {Refusal} 400 for a value of the wrong kind
 */
export function changePhone(book: PhoneBook, journey: PhoneJourney, phone: KeptPhone, input: Fields): void {
  const wasOnline = phone.online
  const [online, reads, blocked] = [
    mayFlag(input, 'online'),
    mayFlag(input, 'reads'),
    mayFlag(input, 'blocked'),
  ]
  const { lastWroteAt } = input
  if (lastWroteAt !== undefined && typeof lastWroteAt !== 'number')
    throw new Refusal(400, '"lastWroteAt" must be milliseconds since the epoch.')
  if (lastWroteAt !== undefined)
    for (const number of Object.keys(phone.lastWroteAt)) phone.lastWroteAt[number] = lastWroteAt
  if (blocked === true && !phone.blocked) journey.loseWaiting(phone)
  phone.online = online ?? phone.online
  phone.reads = reads ?? phone.reads
  phone.blocked = blocked ?? phone.blocked
  if (phone.online && !wasOnline) journey.deliverWaiting(phone)
  book.changed(phone)
}
