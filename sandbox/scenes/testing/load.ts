import { moment } from './eventually.ts'
import { postFromMeta } from './post.ts'
import { callWith, freshNumber, type WrittenText, written } from './whatsapp-call.ts'

/** Customers who write without end, and a network that delivers again what was not answered with 200. */
export interface Load {
  /** Everything that was written so far. */
  written: WrittenText[]
  /** Network ids that were answered with 200. */
  acknowledged: Set<string>
  /** Each answer: its status (0: none), how long it took in milliseconds, and when it came. */
  answers: { status: number; ms: number; at: number; error?: string }[]
  /** Writes no more; resolves when everything that was begun has its answer. */
  stop(): Promise<void>
}

/**
 * Lets `writers` customers write one message after another, without a pause longer than `everyMs`.
 *
 * @param url where to, asked for each message, so that load can move to another process
 */
export function putLoadOn(url: () => string, { writers = 8, everyMs = 5, name = 'Load' } = {}): Load {
  let stopping = false
  const load: Omit<Load, 'stop'> = { written: [], acknowledged: new Set(), answers: [] }
  const write = async (writer: number) => {
    const from = freshNumber()
    for (let turn = 0; !stopping; turn += 1) {
      const text = written({
        from,
        name: `${name} Writer ${writer}`,
        text: `${name} ${writer}/${turn} of the load`,
      })
      load.written.push(text)
      const { status, ms, error } = await postFromMeta(url(), callWith([text]))
      load.answers.push({ status, ms, at: Date.now(), ...(error ? { error } : {}) })
      if (status === 200) load.acknowledged.add(text.id)
      await moment(everyMs)
    }
  }
  const writing = Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
  return {
    ...load,
    async stop() {
      stopping = true
      await writing
    },
  }
}
