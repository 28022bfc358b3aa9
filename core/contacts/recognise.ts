import type { Network, Person } from '../channels/inbound-item.ts'
import type { Sql } from '../database/sql.ts'
import { findNamesakes, type Namesake } from './find-namesakes.ts'
import { holdContacts } from './hold-contacts.ts'
import { createIdentityBook } from './identity-book.ts'
import { insertContacts } from './insert-contacts.ts'
import { bestNames, type NameSource, type Naming, nameContacts, nameSourceOf } from './name-contacts.ts'
import { passingKinds } from './passing-kinds.ts'
import { type Doubt, type Place, placePerson } from './place-person.ts'
import { readIdentities } from './read-identities.ts'
import { settleClaims } from './settle-claims.ts'
import { type Suggestion, suggestMerges } from './suggest-merges.ts'
import { writeIdentities } from './write-identities.ts'

export { MetAnother } from './met-another.ts'

/** A person as a network or a member of the staff presented him at a moment. */
export interface Sighting {
  person: Person
  network: Network
  /** The network's own time. */
  at: Date
  /** Whose word the name is, where it is not the network's. */
  nameSource?: NameSource
}

export interface Recognition {
  /** Where each person belongs, in the order given. */
  places: Place[]
  created: number
  /** Merges that staff have not been told of: see `tellOfSuggestions`. */
  suggestions: Suggestion[]
}

/**
 * Finds or makes the contact of each person, for a whole batch at once. Persons who share an identity, here or in the
 * database, are one contact, whatever network it came from; a name makes nobody one. An identity that already belongs
 * to another contact stays where it is: two contacts are never merged by themselves, but a merge is suggested.
 *
 * A person without any identity of use is a contact of his own each time. Merges wait until the transaction ends.
 *
 * @throws MetAnother when another transaction made one of the contacts meanwhile: try the whole batch again
 */
export async function recognise(
  sql: Sql,
  organizationId: string,
  sightings: Sighting[],
): Promise<Recognition> {
  await holdContacts(sql, organizationId)
  const claims = await settleClaims(
    sql,
    organizationId,
    sightings.map(({ person }) => person.identities),
  )
  const seen = sightings.map((sighting, index) => ({ ...sighting, claims: claims[index] ?? [] }))
  const uses = seen.flatMap(({ claims, at }) => claims.map((claim) => ({ claim, at })))
  const book = createIdentityBook(await readIdentities(sql, organizationId, uses))
  const doubts: Doubt[] = []
  const created = new Set<string>()
  const names: Naming[] = []
  const namesakes: Namesake[] = []
  const places = seen.map(({ person, claims, at, network, nameSource }): Place => {
    const { contactId, threadId, identityId, isNew, doubts: own } = placePerson(book, claims, at)
    if (isNew) created.add(contactId)
    doubts.push(...own)
    names.push({
      contactId,
      name: person.name?.trim() || null,
      language: person.language ?? null,
      source: nameSource ?? nameSourceOf(network),
      at,
    })
    return { contactId, threadId, identityId }
  })
  const best = bestNames(names)
  await insertContacts(sql, organizationId, [...created], best)
  await writeIdentities(sql, organizationId, book)
  await nameContacts(
    sql,
    organizationId,
    [...best.values()].filter(({ contactId }) => !created.has(contactId)),
  )
  for (const span of book.changes().opened) {
    const name = best.get(span.contactId)?.name
    if (passingKinds.has(span.kind) && name) namesakes.push({ ...span, name })
  }
  doubts.push(...(await findNamesakes(sql, organizationId, namesakes)))
  return { places, created: created.size, suggestions: await suggestMerges(sql, organizationId, doubts) }
}
