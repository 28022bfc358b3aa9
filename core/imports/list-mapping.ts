import { z } from 'zod'
import { type ColumnTarget, columnTargets, manyColumns } from './fields.ts'

/** How a written date is to be understood where it has no year in front. */
export const dateOrders = ['dmy', 'mdy'] as const

/** What the columns of a list are, as the person decided. */
export const listMapping = z.object({
  /** One for each column, in the order of the file. */
  targets: z.array(z.enum(columnTargets)),
  dateOrder: z.enum(dateOrders),
  /** ISO 3166 code, such as FR: of which country phones without a plus are. Null: nobody said. */
  country: z.string().nullable(),
})
export type ListMapping = z.output<typeof listMapping>
export type DateOrder = ListMapping['dateOrder']

/** A column as it was found. */
export interface ListColumn {
  /** Its heading; in a list without headings, its number. */
  heading: string
  /** Its first few values, for the person to recognise it by. */
  samples: string[]
}

/** Says what one column is. The column that was that field before, where there can be only one, is kept as it is. */
export function mapColumn(mapping: ListMapping, column: number, target: ColumnTarget): ListMapping {
  const targets = mapping.targets.map((other, index) => {
    if (index === column) return target
    return other === target && !manyColumns.has(target) ? 'keep' : other
  })
  return { ...mapping, targets }
}

/** By what people are recognised, so that a list without any of them cannot be imported. */
const identities: ReadonlySet<ColumnTarget> = new Set([
  'phone',
  'email',
  'telegram_username',
  'instagram_username',
])
export const namesPeople = ({ targets }: ListMapping): boolean =>
  targets.some((target) => identities.has(target))
