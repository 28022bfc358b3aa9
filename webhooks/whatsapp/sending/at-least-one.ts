/** @throws Error for an empty list */
export function atLeastOne<Item>(items: Item[], what: string): [Item, ...Item[]] {
  const [first, ...others] = items
  if (first === undefined) throw new Error(`There are no ${what}`)
  return [first, ...others]
}
