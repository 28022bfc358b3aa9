interface Named {
  kind: string
  value: string
}

/** A map by kind and value. Two levels, since joining the two into one key costs more than everything else in a batch. */
export function createClaimMap<Value>() {
  const kinds = new Map<string, Map<string, Value>>()
  return {
    get: ({ kind, value }: Named): Value | undefined => kinds.get(kind)?.get(value),
    set({ kind, value }: Named, entry: Value): void {
      const values = kinds.get(kind)
      if (values) values.set(value, entry)
      else kinds.set(kind, new Map([[value, entry]]))
    },
    values: (): Value[] => [...kinds.values()].flatMap((values) => [...values.values()]),
  }
}
