import type { IncomingMessage } from 'node:http'

/** Why there is no body. */
export type BodyRefusal = 'aborted' | 'too-busy' | 'too-large' | 'too-slow'

export interface BodyLimits {
  /** The longest body, in bytes. */
  maxBytes: number
  /** How long the whole body may take, in milliseconds. */
  deadlineMs: number
}

export type ReadRawBody = (request: IncomingMessage, limits: BodyLimits) => Promise<Buffer | BodyRefusal>

/** Bodies up to here are always taken; real calls are hardly ever longer. */
const smallBytes = 64 * 1024

/**
 * A reader of raw bodies that share one budget, so that many strangers who each send a little less than the
 * limit and then wait cannot fill the memory. It never throws, and it stops reading as soon as it refuses.
 *
 * @param budgetBytes how much all bodies longer than 64 KiB may hold together
 */
export function createRawBodyReader(budgetBytes = 16 * 1024 * 1024): ReadRawBody {
  let held = 0

  return (request, limits) => {
    const declared = Number(request.headers['content-length'] ?? 0)
    if (declared > limits.maxBytes) return Promise.resolve('too-large')

    return new Promise((resolve) => {
      let size = 0
      let ours = 0
      let first: Buffer | undefined
      let chunks: Buffer[] | undefined

      const settle = (result: Buffer | BodyRefusal) => {
        clearTimeout(timer)
        held -= ours
        ours = 0
        request.off('data', onData)
        request.off('end', onEnd)
        request.off('close', onClose)
        if (typeof result === 'string') request.pause()
        // A refused request lives on until it is hung up on; what it has sent need not.
        first = undefined
        chunks = undefined
        resolve(result)
      }
      const onData = (chunk: Buffer) => {
        size += chunk.length
        if (size > limits.maxBytes) return settle('too-large')
        if (size > smallBytes) {
          held += size - ours
          ours = size
          if (held > budgetBytes) return settle('too-busy')
        }
        if (first === undefined) first = chunk
        else if (chunks === undefined) chunks = [first, chunk]
        else chunks.push(chunk)
      }
      const onEnd = () => settle(chunks ? Buffer.concat(chunks, size) : (first ?? Buffer.alloc(0)))
      const onClose = () => settle('aborted')
      const timer = setTimeout(settle, limits.deadlineMs, 'too-slow')

      request.on('data', onData)
      request.on('end', onEnd)
      request.on('close', onClose)
    })
  }
}
