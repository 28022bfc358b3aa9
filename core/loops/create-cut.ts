export interface Cut {
  /** Ends all waiting, now and from now on. */
  cut(): void
  /** What the work gives, or undefined once it was cut: then nobody waits for it any more. */
  unlessCut<Result>(work: Promise<Result>): Promise<Result | undefined>
}

/** Lets a process that has to end stop waiting for what it cannot hurry, such as a network that hangs. */
export function createCut(): Cut {
  // Not one promise to race with: it would keep every race that it ever took part in.
  const waiting = new Set<() => void>()
  let isCut = false
  return {
    cut() {
      isCut = true
      for (const stop of waiting) stop()
    },
    unlessCut: (work) =>
      new Promise((resolve, reject) => {
        const stop = () => resolve(undefined)
        if (isCut) stop()
        waiting.add(stop)
        work.then(resolve, reject).finally(() => waiting.delete(stop))
      }),
  }
}
