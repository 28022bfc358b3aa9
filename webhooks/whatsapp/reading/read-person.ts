import type { IdentityClaim, Person } from '#core/channels/inbound-item.ts'
import { recognisablePhone } from '#core/contacts/recognisable-phone.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import { firstIdAt, idAt, type JsonRecord, recordAt, textAt } from '../../meta/loose-json.ts'
import { type ContactBook, contactParentKeys, type PersonIds } from './contact-book.ts'

/** Every spelling that Meta's own examples use for the sender's ids. */
export const senderKeys = {
  phone: ['from'],
  user: ['from_user_id', 'user_id'],
  parentUser: ['from_parent_user_id', 'parent_from_user_id', 'parent_user_id'],
}

/** The same for the person whom the business wrote to, in an echo. */
export const receiverKeys = {
  phone: ['to'],
  user: ['to_user_id'],
  parentUser: ['to_parent_user_id', 'parent_to_user_id'],
}

export type PersonKeys = typeof senderKeys

/** The ids in a message or status, a business-scoped id in the phone's place included. */
export function readPersonIds(item: JsonRecord, keys: PersonKeys): PersonIds {
  const first = firstIdAt(item, keys.phone)
  const user = firstIdAt(item, keys.user)
  return dropUndefined({
    phone: isPhone(first) ? first : undefined,
    user: user ?? (isScopedId(first) ? first : undefined),
    parentUser: firstIdAt(item, keys.parentUser),
  })
}

/**
 * The person behind a message. What the message itself says wins over its contact: examples exist in which
 * the two differ by a typing error, and two different ids must never end up on one person.
 */
export function readPerson(ids: PersonIds, contacts: ContactBook): Person {
  const contact = contacts.find(ids) ?? {}
  const profile = recordAt(contact, 'profile') ?? {}
  const username = textAt(profile, 'username') ?? textAt(contact, 'username')
  return dropUndefined({
    identities: claims({
      phone: ids.phone ?? idAt(contact, 'wa_id'),
      user: ids.user ?? idAt(contact, 'user_id'),
      parentUser: ids.parentUser ?? firstIdAt(contact, contactParentKeys),
      username,
    }),
    name: textAt(profile, 'name'),
  })
}

interface Names {
  phone?: string | undefined
  user?: string | undefined
  parentUser?: string | undefined
  username?: string | undefined
}

/**
 * Identity claims, strongest first: a phone outlives a business-scoped id, and a username may be given
 * away.
 */
export function claims(names: Names): IdentityClaim[] {
  const found: IdentityClaim[] = []
  const phone = isPhone(names.phone) ? recognisablePhone(names.phone) : undefined
  if (phone !== undefined) {
    found.push({ kind: 'phone', value: phone, address: `${names.phone}`.replace(/\D/g, '') })
  }
  if (names.user !== undefined) found.push({ kind: 'whatsapp_user', value: names.user })
  if (names.parentUser !== undefined) found.push({ kind: 'whatsapp_parent_user', value: names.parentUser })
  const username = names.username?.replace(/^@/, '').toLowerCase() ?? ''
  if (username !== '' && username.length <= 100) found.push({ kind: 'whatsapp_username', value: username })
  return found
}

function isPhone(value: string | undefined): value is string {
  return value !== undefined && /^\+?\d{3,20}$/.test(value)
}

function isScopedId(value: string | undefined): boolean {
  return value !== undefined && /^[A-Z]{2}\.[\w.]+$/.test(value)
}
