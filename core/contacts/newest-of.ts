/** Of the items with one key, the newest; of two at the same moment, the later in the list. In the order of keys. */
export function newestOf<Item extends { at: Date }>(items: Item[], keyOf: (item: Item) => string): Item[] {
  const newest = new Map<string, Item>()
  for (const item of items) {
    const other = newest.get(keyOf(item))
    if (!other || item.at >= other.at) newest.set(keyOf(item), item)
  }
  return [...newest.keys()].toSorted().flatMap((key) => newest.get(key) ?? [])
}
