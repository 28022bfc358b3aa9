import { firstIdAt, idAt, isRecord, type JsonRecord } from '../../meta/loose-json.ts'

/** How a message or a status names a person: any of them may be missing. */
export interface PersonIds {
  phone?: string
  user?: string
  parentUser?: string
}

/** The `contacts[]` of one value, found by what they say and not by where they stand. */
export interface ContactBook {
  find(ids: PersonIds): JsonRecord | undefined
  /** Contacts that nothing in the value referred to, in their order. */
  unclaimed(): unknown[]
}

export const contactParentKeys = ['parent_user_id', 'user_parent_id']

export function createContactBook(contacts: unknown[]): ContactBook {
  const byId = new Map<string, JsonRecord>()
  const claimed = new Set<unknown>()
  for (const contact of contacts.filter(isRecord)) {
    const ids = [
      ['phone', idAt(contact, 'wa_id')],
      ['user', idAt(contact, 'user_id')],
      ['parent', firstIdAt(contact, contactParentKeys)],
    ]
    for (const [kind, id] of ids) {
      if (id !== undefined && !byId.has(`${kind}:${id}`)) byId.set(`${kind}:${id}`, contact)
    }
  }

  return {
    find(ids) {
      const found =
        byId.get(`phone:${ids.phone}`) ??
        byId.get(`user:${ids.user}`) ??
        byId.get(`parent:${ids.parentUser}`) ??
        onlyContactFor(ids, contacts)
      if (found !== undefined) claimed.add(found)
      return found
    },
    unclaimed: () => contacts.filter((contact) => !claimed.has(contact)),
  }
}

/** Where an item names nobody and there is one contact, it can only be that one's. */
function onlyContactFor(ids: PersonIds, contacts: unknown[]): JsonRecord | undefined {
  const [only] = contacts
  const named = ids.phone ?? ids.user ?? ids.parentUser
  return named === undefined && contacts.length === 1 && isRecord(only) ? only : undefined
}
