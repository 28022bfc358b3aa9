import { recognisableEmail } from '../../contacts/recognisable-email.ts'
import { dialablePhone } from '../../contacts/recognisable-phone.ts'
import { normalWords } from '../../search/normal-words.ts'
import { type ColumnTarget, headings, manyColumns } from '../fields.ts'
import type { ListMapping } from '../list-mapping.ts'
import { suggestDateOrder } from './read-date.ts'

const byHeading = new Map<string, ColumnTarget>()
for (const [target, words] of Object.entries(headings)) {
  for (const word of words) {
    const heading = normalWords(word)
    if (!byHeading.has(heading)) byHeading.set(heading, target as ColumnTarget)
  }
}

/** So much of a column has to look like something before it is taken for that. */
const mostOf = 0.6

/** Whether a row names columns rather than a person: a heading that we know, and no phone or e-mail in it. */
export function isHeader(cells: readonly string[], country: string | null): boolean {
  if (cells.some((cell) => looksLike(cell, country))) return false
  return cells.some((cell) => byHeading.has(normalWords(cell))) || cells.every((cell) => !/\d{4}/.test(cell))
}

/**
 * Suggests what the columns are: by their headings, then by what stands in them. A heading that nobody knows is kept
 * as it is.
 *
 * @param names the headings; undefined: there are none
 * @param rows the first rows
 * @param country see `ListMapping`
 */
export function suggestMapping(
  names: readonly string[] | undefined,
  rows: readonly (readonly string[])[],
  width: number,
  country: string | null,
): ListMapping {
  const taken = new Set<ColumnTarget>()
  const take = (target: ColumnTarget): ColumnTarget => {
    if (taken.has(target) && !manyColumns.has(target)) return 'keep'
    taken.add(target)
    return target
  }
  const columns = Array.from({ length: width }, (_, index) => ({
    heading: normalWords(names?.[index] ?? ''),
    values: rows.flatMap((row) => row[index] || []),
  }))
  const hasFirstNames = columns.some(({ heading }) => byHeading.get(heading) === 'first_name')
  const targets = columns.map(({ heading, values }) => {
    // "Prénom" beside "Nom": the latter is the family's.
    if (hasFirstNames && heading === 'nom') return take('last_name')
    return take(byHeading.get(heading) ?? targetOfValues(values, country))
  })
  const dates = columns.flatMap(({ values }, index) => (targets[index] === 'created' ? values : []))
  return { targets, dateOrder: suggestDateOrder(dates), country }
}

function targetOfValues(values: readonly string[], country: string | null): ColumnTarget {
  if (values.length === 0) return 'keep'
  for (const target of ['email', 'phone'] as const) {
    const same = values.filter((value) => looksLike(value, country) === target).length
    if (same / values.length >= mostOf) return target
  }
  return 'keep'
}

function looksLike(value: string, country: string | null): 'email' | 'phone' | undefined {
  if (value.includes('@')) return recognisableEmail(value) ? 'email' : undefined
  return dialablePhone(value, country ?? undefined) ? 'phone' : undefined
}
