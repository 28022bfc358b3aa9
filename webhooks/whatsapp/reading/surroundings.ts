import type { NetworkFailure } from '#core/channels/inbound-item.ts'
import { recognisablePhone } from '#core/contacts/recognisable-phone.ts'
import { idAt, type JsonRecord, listAt, recordAt } from '../../meta/loose-json.ts'
import { readFailures } from '../../meta/read-failure.ts'
import type { Change } from './change.ts'
import { type ContactBook, createContactBook } from './contact-book.ts'

/** What stands around the items of one value. */
export interface Surroundings {
  change: Change
  /** `metadata.phone_number_id`; undefined where the call does not say which account it is about. */
  account: string | undefined
  /** The business's own number in the form we compare. */
  ownPhone: string | undefined
  contacts: ContactBook
  /** `value.errors`: errors that the network reports beside the items. */
  errors: NetworkFailure[]
  now: Date
}

export function surroundingsOf(value: JsonRecord, change: Change, now: Date): Surroundings {
  const metadata = recordAt(value, 'metadata') ?? {}
  return {
    change,
    account: idAt(metadata, 'phone_number_id'),
    ownPhone: recognisablePhone(idAt(metadata, 'display_phone_number') ?? ''),
    contacts: createContactBook(listAt(value, 'contacts') ?? []),
    errors: readFailures(value.errors),
    now,
  }
}

/** @throws Error with the reason where the call does not say which account an item is about */
export function accountOf(around: Surroundings): string {
  if (around.account === undefined) throw new Error('`metadata.phone_number_id` is missing')
  return around.account
}

/** Whether a number is the business's own. */
export function isOwnPhone(phone: string | undefined, { ownPhone }: Surroundings): boolean {
  return phone !== undefined && ownPhone !== undefined && recognisablePhone(phone) === ownPhone
}
