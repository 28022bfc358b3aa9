export interface RunnerOptions<Item> {
  /** How many items are worked on at once. */
  concurrency: number
  /** Claims up to so many items that are ready now. */
  claim: (limit: number) => Promise<Item[]>
  /** Works on one item to its end, whatever that is; throwing leaves the item to its lease. */
  handle: (item: Item) => Promise<void>
  /** Told when a place is free again: there may be more in the lane of the item that ended. */
  onFree: () => void
  onError: (error: unknown) => void
}

export interface Runner {
  /** Claims what can be claimed now and begins it; does not wait for its end while there are free places. */
  run(): Promise<number>
  /** Resolves when everything that was begun has ended. */
  settled(): Promise<void>
}

/** Works on claimed items side by side, so that one that takes long holds up nothing but its own place. */
export function createRunner<Item>(options: RunnerOptions<Item>): Runner {
  const { concurrency, claim, handle, onFree, onError } = options
  const running = new Set<Promise<void>>()

  const begin = (item: Item) => {
    const task: Promise<void> = handle(item)
      .catch(onError)
      .finally(() => {
        running.delete(task)
        onFree()
      })
    running.add(task)
  }

  return {
    async run() {
      if (running.size >= concurrency) await Promise.race(running)
      const items = await claim(concurrency - running.size)
      for (const item of items) begin(item)
      return items.length
    },
    async settled() {
      await Promise.all(running)
    },
  }
}
