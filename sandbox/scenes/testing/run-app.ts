import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface LogLine {
  [field: string]: unknown
  level?: number
  msg?: string
}

/** The product as a process of its own, as an operator runs it. */
export interface App {
  pid: number
  /** Where it listens by itself, `http://127.0.0.1:41234`; empty for one that never became ready. */
  url: string
  /** Everything that it has written so far, as text. */
  output(): string
  lines(): LogLine[]
  isRunning(): boolean
  signal(signal: NodeJS.Signals): void
  /** Resolves to the exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>
}

const root = join(import.meta.dirname, '../../..')
const startWithin = 45_000
/** As `npm start` does: a start that has nothing to compile takes half the time. */
const compiled = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/parley') }

/** Starts the product with this environment and nothing else of ours, but for what it compiled before. Does not wait. */
export function launchApp(env: Record<string, string>): App & { ready: Promise<void> } {
  const child = spawn(process.execPath, [join(root, 'main.ts')], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', ...compiled, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let written = ''
  const lines: LogLine[] = []
  const app = { url: '' }
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? -1))
  })
  const ready = new Promise<void>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`The app was not ready in time. It said:\n${written}`)),
      startWithin,
    )
    void ended.then((code) =>
      reject(new Error(`The app ended with ${code} before it was ready. It said:\n${written}`)),
    )
    createInterface({ input: child.stdout }).on('line', (text) => {
      written += `${text}\n`
      const line = parseLine(text)
      if (!line) return
      lines.push(line)
      if (typeof line.url !== 'string' || line.seconds === undefined) return
      app.url = line.url
      clearTimeout(late)
      resolve()
    })
    void ended.then(() => clearTimeout(late))
  })
  // Whoever waits for a start that fails is told; nobody has to wait.
  ready.catch(() => undefined)
  child.stderr.on('data', (text: Buffer) => {
    written += text.toString()
  })
  return {
    pid: child.pid ?? 0,
    get url() {
      return app.url
    },
    output: () => written,
    lines: () => lines,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    signal: (signal) => void child.kill(signal),
    ended,
    ready,
  }
}

/** Starts the product and waits until it says that it is ready. @throws with what it said when it does not */
export async function startApp(env: Record<string, string>): Promise<App> {
  const app = launchApp(env)
  try {
    await app.ready
  } catch (error) {
    app.signal('SIGKILL')
    throw error
  }
  return app
}

function parseLine(text: string): LogLine | undefined {
  if (!text.startsWith('{')) return undefined
  try {
    return JSON.parse(text) as LogLine
  } catch (error) {
    // A line that was cut off by a kill.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
