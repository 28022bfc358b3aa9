import type { Sql } from '../database/sql.ts'
import { isRecognisable } from './passing-kinds.ts'
import { type Recognition, recognise, type Sighting } from './recognise.ts'

/**
 * Finds whom items about persons are about, and makes contacts of those we do not know yet. An item about somebody who
 * cannot be known again is left out.
 *
 * @returns each remaining item with its contact and thread, in the order of the list, and the merges that suggest themselves
 */
export async function placeTold<Item extends Sighting>(
  sql: Sql,
  organizationId: string,
  told: { accountId: string; item: Item }[],
): Promise<{
  placed: { place: Recognition['places'][number]; accountId: string; item: Item }[]
  suggestions: Recognition['suggestions']
}> {
  const items = told.filter(({ item }) => isRecognisable(item.person))
  if (items.length === 0) return { placed: [], suggestions: [] }
  const { places, suggestions } = await recognise(
    sql,
    organizationId,
    items.map(({ item }) => item),
  )
  return {
    placed: items.flatMap(({ accountId, item }, index) => {
      const place = places[index]
      return place ? [{ place, accountId, item }] : []
    }),
    suggestions,
  }
}
