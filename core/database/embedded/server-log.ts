import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { StringDecoder } from 'node:string_decoder'

const kept = 50
const readEvery = 250
/** About a million bytes hold weeks of an ordinary server's log. */
const largest = 4_000_000

export interface ServerLog {
  /** For PostgreSQL to write to. */
  fd: number
  /** Up to 50 lines, the newest last, of those written since the log was opened. */
  lastLines(): Promise<string[]>
  close(): Promise<void>
}

/**
 * PostgreSQL's log, as a file and passed on line by line. It is a file and not a pipe because the server
 * outlives a killed process of ours: the next one reads on, and no server waits for a reader that hangs.
 */
export async function openServerLog(path: string, log: (line: string) => void): Promise<ServerLog> {
  const file = await open(path, 'a+', 0o600).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EACCES') throw cause
    throw new Error(
      `The database folder ${dirname(path)} is closed to this user: another one (perhaps root) started ` +
        `Parley here ` +
        'before. Start it as that user, or set DATA_DIR to a folder of your own.',
      { cause },
    )
  })
  let offset = (await file.stat()).size
  const decoder = new StringDecoder('utf8')
  const lines: string[] = []
  let rest = ''
  let reading = Promise.resolve()

  async function readOn() {
    for (;;) {
      const chunk = await readAt(file, offset)
      if (chunk.length === 0) break
      offset += chunk.length
      const parts = (rest + decoder.write(chunk)).split('\n')
      rest = parts.pop() ?? ''
      for (const line of parts.filter((part) => part.trim() !== '')) {
        lines.push(line)
        log(line)
      }
      lines.splice(0, lines.length - kept)
    }
    const { size } = await file.stat()
    if (offset >= largest) await file.truncate(0)
    // Also when a neighbour that uses the same server has emptied it.
    if (offset >= largest || size < offset) offset = 0
  }
  function drain() {
    reading = reading.then(readOn)
    return reading
  }
  const timer = setInterval(() => {
    drain().catch((error: Error) => {
      clearInterval(timer)
      log(`The log of PostgreSQL can no longer be read from ${path}: ${error.message}`)
    })
  }, readEvery)
  timer.unref()
  return {
    fd: file.fd,
    async lastLines() {
      await drain()
      return [...lines]
    },
    async close() {
      clearInterval(timer)
      await drain().finally(() => file.close())
    },
  }
}

async function readAt(file: FileHandle, position: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(16_384), 0, 16_384, position)
  return buffer.subarray(0, bytesRead)
}
