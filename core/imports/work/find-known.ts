import { passingKinds } from '../../contacts/passing-kinds.ts'
import type { Sql } from '../../database/sql.ts'
import type { ListedPerson } from '../reading/read-row.ts'

/** A person of a list, as far as he is known: by phone or e-mail, never by a name. */
export interface KnownPerson {
  person: ListedPerson
  contactId: string | null
  /** Without the usernames that are another contact's: they pass from one to another, and a list is no proof. */
  identities: ListedPerson['identities']
}

/** Finds out which of the persons are contacts already. */
export async function findKnown(
  sql: Sql,
  organizationId: string,
  persons: readonly ListedPerson[],
): Promise<KnownPerson[]> {
  const claims = persons.flatMap(({ identities }) => identities)
  if (claims.length === 0) return []
  const rows = await sql.query<{ place: number; contactId: string }>(
    `select w.place::int - 1 as place, i.contact_id as "contactId"
     from unnest($2::text[], $3::text[]) with ordinality as w(kind, value, place)
     cross join lateral (select contact_id from contact_identity where organization_id = $1 and kind = w.kind
       and value = w.value and valid_until is null limit 1) i`,
    [organizationId, claims.map(({ kind }) => kind), claims.map(({ value }) => value)],
  )
  const holders = new Map(rows.map(({ place, contactId }) => [claims[place], contactId]))
  return persons.map((person) => {
    const firm = person.identities.filter(({ kind }) => !passingKinds.has(kind))
    const contactId = firm.flatMap((claim) => holders.get(claim) ?? [])[0] ?? null
    const identities = person.identities.filter((claim) => {
      const holder = holders.get(claim)
      return !passingKinds.has(claim.kind) || holder === undefined || holder === contactId
    })
    return { person, contactId, identities }
  })
}
