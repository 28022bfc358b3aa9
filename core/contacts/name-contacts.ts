import type { Network } from '../channels/inbound-item.ts'
import { kept } from '../database/kept-plans.ts'
import type { Sql } from '../database/sql.ts'

/** Whose word a contact's name is. */
export type NameSource = 'network' | 'form' | 'book' | 'staff'

/** What somebody calls a contact. */
export interface Naming {
  contactId: string
  name: string | null
  language: string | null
  source: NameSource
  at: Date
}

const forms = new Set<Network>(['facebook_leads', 'google_leads', 'linkedin_leads', 'forms'])

export function nameSourceOf(network: Network): NameSource {
  if (network === 'manual') return 'staff'
  return forms.has(network) ? 'form' : 'network'
}

/** In which the weaker gives way: a form can be filled in by anybody, so its word only fills a gap. */
const strength: Record<NameSource, number> = { form: 0, network: 1, book: 2, staff: 3 }

/** The naming that counts for each contact: the strongest; of several, the newest of the book, else the first. */
export function bestNames(namings: Naming[]): Map<string, Naming> {
  const best = new Map<string, Naming>()
  for (const naming of namings) {
    const other = best.get(naming.contactId)
    if (!other || beats(naming, other)) {
      best.set(naming.contactId, { ...naming, language: naming.language ?? other?.language ?? null })
    } else other.language ??= naming.language
  }
  return best
}

function beats(naming: Naming, other: Naming): boolean {
  if (naming.name === null || other.name === null) return naming.name !== null
  const more = strength[naming.source] - strength[other.source]
  if (more !== 0) return more > 0
  return naming.source === 'book' || naming.source === 'staff' ? naming.at > other.at : naming.at < other.at
}

/**
 * Names contacts that exist: staff's word always; the address book's where there is no name, only the network's, or an
 * older one of the book; a network's and a form's where there is none, or a later one of the same source. So it does
 * not matter in which order a network's messages come.
 */
export async function nameContacts(sql: Sql, organizationId: string, namings: Naming[]): Promise<void> {
  const named = namings.filter(({ name }) => name !== null)
  if (named.length > 0) {
    await sql.query(
      kept(`update contact c set name = n.name, name_source = n.source, name_at = n.at
       from unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[]) as n(id, name, source, at)
       where c.organization_id = $1 and c.id = any($2) and c.id = n.id and (c.name is null or n.source = 'staff'
         or n.source = 'book' and (coalesce(c.name_source, 'network') = 'network'
           or c.name_source = 'book' and n.at > coalesce(c.name_at, '-infinity'))
         or n.source in ('network', 'form') and n.source = coalesce(c.name_source, 'network')
           and n.at < coalesce(c.name_at, '-infinity'))`),
      [
        organizationId,
        named.map(({ contactId }) => contactId),
        named.map(({ name }) => name),
        named.map(({ source }) => source),
        named.map(({ at }) => at.toISOString()),
      ],
    )
  }
  const spoken = namings.filter(({ language }) => language !== null)
  if (spoken.length === 0) return
  await sql.query(
    `update contact c set language = n.language from unnest($2::uuid[], $3::text[]) as n(id, language)
     where c.organization_id = $1 and c.id = any($2) and c.id = n.id and c.language is null`,
    [organizationId, spoken.map(({ contactId }) => contactId), spoken.map(({ language }) => language)],
  )
}
