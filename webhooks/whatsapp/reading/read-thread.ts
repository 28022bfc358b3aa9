import type { Person } from '#core/channels/inbound-item.ts'
import { firstIdAt, idAt, type JsonRecord, recordAt, textAt } from '../../meta/loose-json.ts'
import { contactParentKeys, createContactBook, type PersonIds } from './contact-book.ts'
import { readPerson, readPersonIds } from './read-person.ts'
import type { Surroundings } from './surroundings.ts'

/** One old chat: with whom it was. */
export interface Chat {
  ids: PersonIds
  person: Person
}

const keys = { phone: ['id'], user: [], parentUser: [] }

/**
 * The person of a chat: its id is his number, or empty where he is known by a business-scoped id only, which then
 * stands in `context`.
 */
export function readThread(thread: JsonRecord, around: Surroundings): Chat {
  const context = recordAt(thread, 'context') ?? {}
  const named = readPersonIds(thread, keys)
  const more = readPersonIds(
    { ...context, id: idAt(context, 'wa_id') },
    { phone: ['id'], user: ['user_id'], parentUser: contactParentKeys },
  )
  const ids = { ...more, ...named }
  const known = around.contacts.find(ids)
  if (known !== undefined) return { ids, person: readPerson(ids, around.contacts) }
  const username = textAt(context, 'username')
  const contact = {
    wa_id: ids.phone,
    user_id: ids.user,
    parent_user_id: firstIdAt(context, contactParentKeys),
    ...(username === undefined ? {} : { username }),
  }
  return { ids, person: readPerson(ids, createContactBook([contact])) }
}
