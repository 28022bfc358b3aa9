/** Everything the simulator will do later, so that closing it leaves nothing behind. */
export interface Timers {
  /** Runs the task after `ms`; never, when the simulator was closed before. */
  later(ms: number, task: () => void): void
  /** Resolves after `ms`, or at once when the simulator is closed: a hanging answer must not outlive the server. */
  wait(ms: number): Promise<void>
  close(): void
}

export function createTimers(): Timers {
  const running = new Map<NodeJS.Timeout, (() => void) | undefined>()
  let closed = false
  const start = (ms: number, task: () => void, atClose?: () => void) => {
    const timer = setTimeout(() => {
      running.delete(timer)
      task()
    }, ms)
    running.set(timer, atClose)
  }
  return {
    later(ms, task) {
      if (!closed) start(ms, task)
    },
    wait: (ms) =>
      new Promise((resolve) => {
        if (closed) resolve()
        else start(ms, resolve, resolve)
      }),
    close() {
      closed = true
      for (const [timer, atClose] of running) {
        clearTimeout(timer)
        atClose?.()
      }
      running.clear()
    },
  }
}

/** A moment picked at random between two bounds in milliseconds, both included. */
export function between([low, high]: readonly [number, number]): number {
  return low + Math.floor(Math.random() * (high - low + 1))
}
