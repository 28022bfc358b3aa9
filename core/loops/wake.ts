import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'

/** The queues that have a worker; waking one says that it may have work now. */
export const queues = [
  'inbox',
  'history',
  'import',
  'updates',
  'outbox',
  'send',
  'post',
  'media',
  'task',
  'search',
  'job',
] as const
export type Queue = (typeof queues)[number]

export interface Wake {
  /** Wakes the queue's worker here at once and, soon after, those of other processes. */
  wake(queue: Queue): void
  /** Wakes only the workers of this process: for what came from another process, or from the pulse. */
  wakeHere(queue: Queue): void
  onWake(queue: Queue, listener: () => void): () => void
  /** By what this one is known among those who tell each other. */
  teller: string
}

/** Between two notices to other processes about one queue, in milliseconds. */
const quiet = 50

/**
 * Joins the workers of this process and tells the others.
 *
 * @param notify tells other processes; called at most once per 50 ms and queue, apart from any transaction, because
 *   a NOTIFY inside hot transactions makes all commits of the server wait for one another
 */
export function createWake(notify: (queues: Queue[], teller: string) => void): Wake {
  const teller = `from:${randomUUID()}`
  const emitter = new EventEmitter().setMaxListeners(0)
  const waiting = new Set<Queue>()
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    timer = undefined
    if (waiting.size === 0) return
    const queues = [...waiting]
    waiting.clear()
    timer = setTimeout(flush, quiet)
    timer.unref()
    notify(queues, teller)
  }
  const wakeHere = (queue: Queue) => void emitter.emit(queue)
  return {
    teller,
    wakeHere,
    wake(queue) {
      wakeHere(queue)
      waiting.add(queue)
      if (!timer) flush()
    },
    onWake(queue, listener) {
      emitter.on(queue, listener)
      return () => void emitter.off(queue, listener)
    },
  }
}
