import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { WebSource } from '../channels/channel-port.ts'
import type { NetworkFailure } from '../channels/inbound-item.ts'
import { AddressRefused, type Resolve, resolveByMachine } from './check-address.ts'
import { followTo } from './follow-to.ts'
import { sortStatus } from './sort-status.ts'
import { openWatch, type WatchLimits } from './watch-download.ts'

export interface FetchOptions {
  /** Where the file is written, under a name of its own; made where it is missing. */
  folder: string
  maxBytes: number
  /** Ends it at once, as `aborted`. */
  signal?: AbortSignal
  resolve?: Resolve
  limits?: Partial<WatchLimits>
}

/**
 * How a download ended. Of a failure, whether trying again may help:
 * - `later`: the other side or the way to it is in trouble.
 * - `perhaps`: it was refused, in a manner that is usually meant, and sometimes a mistake that passes.
 * - `never`: the file is not one that we take.
 * The file of `fetched` is the caller's to move or remove; after a failure nothing is left. A failure never names the
 * address: it may hold a token.
 */
export type Fetched =
  | { outcome: 'fetched'; path: string; size: number; sha256: string; mime?: string }
  | { outcome: 'failed'; again: 'later' | 'perhaps' | 'never'; failure: NetworkFailure; afterMs?: number }
  | { outcome: 'aborted' }

/** What can be said about a failure by its sort; anything else is `later`. */
type Again = Exclude<Fetched, { outcome: 'fetched' | 'aborted' }>['again']

/**
 * Downloads a file that a stranger may have named: only by http(s), only from the open internet (or an origin that the
 * operator named), with the token only to the hosts that may see it, and never more, longer or slower than allowed.
 */
export async function fetchFile(source: WebSource, options: FetchOptions): Promise<Fetched> {
  const { folder, maxBytes, signal, resolve = resolveByMachine } = options
  const path = join(folder, randomUUID())
  const watch = openWatch(options.limits, signal)
  try {
    const answer = await followTo(source, { resolve, signal: watch.signal })
    const refusal = look(answer, maxBytes)
    if (refusal) {
      answer.destroy()
      return refusal
    }
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const hash = createHash('sha256')
    let size = 0
    const count = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        size += chunk.length
        watch.came(chunk.length)
        if (size > maxBytes) throw new TooLarge()
        hash.update(chunk)
        yield chunk
      }
    }
    await pipeline(answer, count, createWriteStream(path, { flags: 'wx', mode: 0o600 }), {
      signal: watch.signal,
    })
    if (size === 0) {
      await rm(path, { force: true })
      return failed('perhaps', 'empty', 'The file had no bytes.')
    }
    const mime = answer.headers['content-type']
    return { outcome: 'fetched', path, size, sha256: hash.digest('hex'), ...(mime ? { mime } : {}) }
  } catch (error) {
    await rm(path, { force: true })
    if (signal?.aborted) return { outcome: 'aborted' }
    return sortError(watch.expired() ?? error)
  } finally {
    watch.close()
  }
}

class TooLarge extends Error {
  readonly code = 'too-large'
}

/** What the head of the answer says against reading on. */
function look(answer: IncomingMessage, maxBytes: number): Fetched | undefined {
  const { statusCode = 0, headers } = answer
  if (statusCode !== 200) return { outcome: 'failed', ...sortStatus(statusCode, headers['retry-after']) }
  const encoding = headers['content-encoding']
  if (encoding && encoding !== 'identity') {
    // We asked for plain bytes; unpacking a stranger's archive would be an invitation.
    return failed('perhaps', 'encoded', 'The file was sent packed, which was not asked for.')
  }
  if (Number(headers['content-length'] ?? 0) > maxBytes) return tooLarge()
  return undefined
}

const failed = (again: Again, code: string, title: string): Fetched => ({
  outcome: 'failed',
  again,
  failure: { code, title },
})

const tooLarge = () => failed('never', 'too-large', 'The file is larger than what is kept here.')

function sortError(error: unknown): Fetched {
  if (error instanceof TooLarge) return tooLarge()
  if (error instanceof AddressRefused) return failed('never', error.code, error.message)
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  // Only the code: Node's own message names the host, and sometimes the whole address.
  return failed('later', code, 'The file could not be downloaded.')
}
