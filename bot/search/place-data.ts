import type { InputOf } from '#core/desk.ts'
import { longId, shortId } from '#core/new-id.ts'
import type { queries } from '#core/queries.ts'

type Place = NonNullable<InputOf<(typeof queries)['searchLeads']>['after']>

const ranks: readonly Place['rank'][] = ['number', 'phone', 'named', 'person', 'text', 'tagged']

/** Where the next page of a search begins, as a button carries it. */
export const placeData = ({ rank, at, id }: Place): [rank: string, at: string, id: string] => [
  rank,
  at.getTime().toString(36),
  shortId(id),
]

/** Reads it back; undefined for what no button of ours carries. */
export function readPlaceData([written, at = '', short = '']: string[]): Place | undefined {
  const rank = ranks.find((known) => known === written)
  const time = /^[\da-z]{1,9}$/.test(at) ? new Date(Number.parseInt(at, 36)) : undefined
  const id = longId(short)
  if (!rank || !time || Number.isNaN(time.getTime()) || !id) return undefined
  return { rank, at: time, id }
}
