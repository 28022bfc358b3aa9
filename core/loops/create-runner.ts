import { isAway } from '../database/is-away.ts'

/**
 * Runs a step that stores something about a claimed item, again and again while the database is away: an item whose
 * end is known but not stored would hold up its lane until its lease runs out. The step must bear to run twice.
 */
export type Store = <Result>(step: () => Promise<Result>) => Promise<Result>

export interface RunnerOptions<Item> {
  /** How many items are worked on at once; a function is asked before each claim. */
  concurrency: number | (() => number)
  /** Claims up to so many items that are ready now. */
  claim: (limit: number) => Promise<Item[]>
  /** A claim that gives fewer than it was asked for has left nothing that could be begun at that moment. */
  takesAll?: true
  /**
   * Works on one item to its end, whatever that is; throwing leaves the item to its lease. Says false where storing the
   * end has shown that nothing waits in the item's lane.
   */
  handle: (item: Item, store: Store) => Promise<unknown>
  /** Told when a place is free again and there may be something for it. */
  onFree: () => void
  onError: (error: unknown) => void
}

export interface Runner {
  /** Claims what can be claimed now and begins it; does not wait for its end while there are free places. */
  run(): Promise<number>
  /** Whether the last run may have left something that could be begun at once. */
  hasMore(): boolean
  /** Resolves when everything that was begun has ended; a database that is away is not waited for any more. */
  settled(): Promise<void>
}

/** Well within every lease, which is 60 s, with the 15 s that a network may take. */
const storingMs = 30_000
const shortestPause = 100
const longestPause = 1_000

/** Works on claimed items side by side, so that one that takes long holds up nothing but its own place. */
export function createRunner<Item>(options: RunnerOptions<Item>): Runner {
  const { concurrency, claim, takesAll, handle, onFree, onError } = options
  const running = new Set<Promise<void>>()
  const places = () => (typeof concurrency === 'number' ? concurrency : concurrency())
  let ending = false
  let claims = 0
  let more = false

  const store: Store = async (step) => {
    const deadline = Date.now() + storingMs
    for (let failures = 0; ; failures += 1) {
      try {
        return await step()
      } catch (error) {
        if (ending || Date.now() > deadline || !isAway(error)) throw error
        const pause = Math.min(longestPause, shortestPause * 2 ** failures)
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    }
  }

  const begin = (item: Item) => {
    // Who looks while the end is being stored finds the lane taken, and what has come into it since is not seen there.
    let claimsBefore = -1
    const storing: Store = (step) => {
      claimsBefore = claims
      return store(step)
    }
    const task: Promise<void> = handle(item, storing)
      .catch(onError)
      .then((waits) => {
        running.delete(task)
        if (waits !== false || more || claims !== claimsBefore) onFree()
      })
    running.add(task)
  }

  return {
    async run() {
      while (running.size >= places()) await Promise.race(running)
      const free = places() - running.size
      claims += 1
      // Until it is known: what ends meanwhile calls for another look.
      more = true
      const items = await claim(free)
      more = takesAll ? items.length >= free : items.length > 0
      for (const item of items) begin(item)
      return items.length
    },
    hasMore: () => more,
    async settled() {
      ending = true
      await Promise.all(running)
    },
  }
}
