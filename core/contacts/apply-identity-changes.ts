import type { IdentityChange } from '../channels/inbound-item.ts'
import type { Sql } from '../database/sql.ts'
import type { NewEvent } from '../events.ts'
import { changeIdentities } from './change-identities.ts'
import { holdContacts } from './hold-contacts.ts'
import { createIdentityBook } from './identity-book.ts'
import { readIdentities } from './read-identities.ts'
import { settleClaims } from './settle-claims.ts'
import { suggestMerges, tellOfSuggestions } from './suggest-merges.ts'
import { writeIdentities } from './write-identities.ts'

/**
 * Gives contacts the names that their networks gave them, for a whole batch at once, in a fixed number of statements;
 * safe to hear twice and in any order. Nobody is merged: a name that another contact has already is a suggestion.
 *
 * @returns the events of suggestions that staff have not been told of
 * @throws MetAnother when another transaction gave one of the names away meanwhile: try the whole batch again
 */
export async function applyIdentityChanges(
  sql: Sql,
  organizationId: string,
  changes: { accountId: string; item: IdentityChange }[],
): Promise<NewEvent[]> {
  if (changes.length === 0) return []
  await holdContacts(sql, organizationId)
  const sorted = changes.map(({ item }) => item).sort((a, b) => a.at.getTime() - b.at.getTime())
  const previous = await settleClaims(
    sql,
    organizationId,
    sorted.map((change) => change.previous),
  )
  const current = await settleClaims(
    sql,
    organizationId,
    sorted.map((change) => change.current),
  )
  const settled = sorted.map(({ at }, index) => ({
    at,
    previous: previous[index] ?? [],
    current: current[index] ?? [],
  }))
  const uses = settled.flatMap(({ at, ...change }) =>
    [...change.previous, ...change.current].map((claim) => ({ claim, at })),
  )
  const book = createIdentityBook(await readIdentities(sql, organizationId, uses))
  const doubts = settled.flatMap((change) => changeIdentities(book, change))
  await writeIdentities(sql, organizationId, book)
  return tellOfSuggestions(sql, organizationId, await suggestMerges(sql, organizationId, doubts))
}
