import type { BookEntry } from '../channels/inbound-item.ts'
import type { Sql } from '../database/sql.ts'
import type { NewEvent } from '../events.ts'
import { isRecognisable } from './passing-kinds.ts'
import { recognise } from './recognise.ts'
import { tellOfSuggestions } from './suggest-merges.ts'

/**
 * Takes the address book of the business's phone in, for a whole batch at once, in a fixed number of statements; safe
 * to hear twice and in any order. Whoever stands in it is a contact, without a lead until he writes; his name is the
 * book's where he has none but the network's. What was removed from the book takes nothing away here.
 *
 * @returns the events of suggestions that staff have not been told of
 */
export async function applyBookEntries(
  sql: Sql,
  organizationId: string,
  items: { accountId: string; item: BookEntry }[],
): Promise<NewEvent[]> {
  const saved = items.filter(({ item }) => item.action === 'saved' && isRecognisable(item.person))
  if (saved.length === 0) return []
  const { suggestions } = await recognise(
    sql,
    organizationId,
    saved.map(({ item: { person, network, at } }) => ({ person, network, at, nameSource: 'book' as const })),
  )
  return tellOfSuggestions(sql, organizationId, suggestions)
}
