import type { IdentityClaim, IdentityKind, Person } from '../channels/inbound-item.ts'
import type { Sql } from '../database/sql.ts'
import { newId } from '../new-id.ts'

/**
 * Names that a person can give up and another take: they are kept for staff to see, but nobody is recognised by one.
 */
const passing = new Set<IdentityKind>(['whatsapp_username'])

/** Two transactions met on the same person: the caller rolls back and tries the whole batch again. */
export class MetAnother extends Error {
  constructor(what: string) {
    super(`Another transaction stored the same ${what} at the same time.`)
    this.name = 'MetAnother'
  }
}

interface NewIdentity extends IdentityClaim {
  contactId: string
}

export interface Recognition {
  /** The contact of each person, in the order given. */
  contactIds: string[]
  created: number
}

const keyOf = ({ kind, value }: { kind: string; value: string }) => `${kind}:${value}`

/**
 * Finds or makes the contact of each person, for a whole batch at once. Persons who share an identity, here or in the
 * database, are one contact. An identity that already belongs to another contact stays where it is: two contacts are
 * never merged by themselves.
 *
 * Persons must have at least one identity that is not passing.
 *
 * @throws MetAnother when another transaction made one of the contacts meanwhile
 */
export async function recognise(sql: Sql, organizationId: string, persons: Person[]): Promise<Recognition> {
  const claims = persons.flatMap((person) => person.identities)
  const known = await findIdentities(sql, organizationId, claims)
  const contacts: { id: string; name: string | null }[] = []
  const identities = new Map<string, NewIdentity>()
  const contactIds = persons.map((person) => {
    const firm = person.identities.filter((claim) => !passing.has(claim.kind))
    const found = firm.map((claim) => known.get(keyOf(claim))).find((id) => id !== undefined)
    const contactId = found ?? newId()
    if (found === undefined) contacts.push({ id: contactId, name: person.name ?? null })
    for (const claim of person.identities) {
      const key = keyOf(claim)
      const holder = known.get(key)
      if (holder === contactId || (holder !== undefined && !passing.has(claim.kind))) continue
      known.set(key, contactId)
      identities.set(key, { ...claim, contactId })
    }
    return contactId
  })
  await insertContacts(sql, organizationId, contacts)
  await insertIdentities(sql, organizationId, [...identities.values()])
  await nameTheNameless(sql, organizationId, persons, contactIds)
  return { contactIds, created: contacts.length }
}

async function findIdentities(sql: Sql, organizationId: string, claims: IdentityClaim[]) {
  const rows = await sql.query<{ kind: string; value: string; contact_id: string }>(
    `select w.kind, w.value, i.contact_id from unnest($2::text[], $3::text[]) as w(kind, value)
     cross join lateral (select contact_id from contact_identity where organization_id = $1
       and kind = w.kind and value = w.value and valid_until is null limit 1) i`,
    [organizationId, claims.map(({ kind }) => kind), claims.map(({ value }) => value)],
  )
  return new Map(rows.map((row) => [keyOf(row), row.contact_id]))
}

async function insertContacts(
  sql: Sql,
  organizationId: string,
  contacts: { id: string; name: string | null }[],
) {
  if (contacts.length === 0) return
  await sql.query(
    `insert into contact (organization_id, id, name)
     select $1, c.id, c.name from unnest($2::uuid[], $3::text[]) as c(id, name)`,
    [organizationId, contacts.map(({ id }) => id), contacts.map(({ name }) => name)],
  )
}

async function insertIdentities(sql: Sql, organizationId: string, identities: NewIdentity[]) {
  if (identities.length === 0) return
  const moving = identities.filter(({ kind }) => passing.has(kind))
  if (moving.length > 0) {
    await sql.query(
      `update contact_identity i set valid_until = now() from unnest($2::text[], $3::text[]) as w(kind, value)
       where i.organization_id = $1 and i.kind = w.kind and i.value = w.value and i.valid_until is null`,
      [organizationId, moving.map(({ kind }) => kind), moving.map(({ value }) => value)],
    )
  }
  // In one order for everybody, so that two batches with the same people wait for each other instead of locking up.
  const sorted = identities.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const inserted = await sql.query(
    `insert into contact_identity (organization_id, id, contact_id, kind, value, address)
     select $1, i.* from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[])
       as i(id, contact_id, kind, value, address)
     on conflict (organization_id, kind, value) where valid_until is null do nothing returning id`,
    [
      organizationId,
      sorted.map(() => newId()),
      sorted.map(({ contactId }) => contactId),
      sorted.map(({ kind }) => kind),
      sorted.map(({ value }) => value),
      sorted.map(({ address }) => address ?? null),
    ],
  )
  if (inserted.length < sorted.length) throw new MetAnother('person')
}

/** A contact that was known by a number only takes the first name that a network gives. */
async function nameTheNameless(sql: Sql, organizationId: string, persons: Person[], contactIds: string[]) {
  const names = new Map<string, string>()
  persons.forEach((person, index) => {
    const id = contactIds[index]
    if (id && person.name && !names.has(id)) names.set(id, person.name)
  })
  if (names.size === 0) return
  await sql.query(
    `update contact c set name = n.name from unnest($2::uuid[], $3::text[]) as n(id, name)
     where c.organization_id = $1 and c.id = any($2) and c.id = n.id and c.name is null`,
    [organizationId, [...names.keys()], [...names.values()]],
  )
}
