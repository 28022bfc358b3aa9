import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from './free-port.ts'

export interface App {
  url: string
  pid: number
  /** Resolves with the first line of the log that the pattern matches. @throws when the app ends instead */
  said(pattern: RegExp): Promise<string>
  /** @throws when the app has ended by itself: what waits for its work would wait in vain */
  checkAlive(): void
  /** How many lines of the level `warn` or worse the log has, and the first of them. */
  complaints(): { count: number; first: string }
  /** Ends it as an operator would, and waits for its end. @throws when it did not end well */
  stop(): Promise<void>
}

const root = join(import.meta.dirname, '../..')
const patience = 60_000
const linesKept = 40

/** Starts the app itself, as `npm start` does, as a process with only the given settings. */
export async function startApp(env: Record<string, string>): Promise<App> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, startArguments(), {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', LOG_LEVEL: 'warn', ...startSettings(), ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>
  const last: string[] = []
  const listeners = new Set<(line: string) => void>()
  const complaints = { count: 0, first: '' }
  const onLine = (line: string) => {
    last.push(line)
    if (last.length > linesKept) last.shift()
    if (/"level":[4-6]0/.test(line)) {
      complaints.count += 1
      complaints.first ||= line
    }
    for (const listener of listeners) listener(line)
  }
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', onLine)
  const failed = ended.then(([code, signal]) => {
    throw new Error(`The app ended (${signal ?? `code ${code}`}). It said last:\n${last.join('\n')}`)
  })
  // It is waited for by whoever waits for the app; alone it would be an unhandled rejection at every stop.
  failed.catch(() => undefined)

  return {
    url,
    pid: child.pid ?? 0,
    said(pattern) {
      const line = new Promise<string>((resolve) => {
        listeners.add((said) => {
          if (pattern.test(said)) resolve(said)
        })
      })
      return Promise.race([line, failed])
    },
    checkAlive() {
      if (child.exitCode === null && child.signalCode === null) return
      throw new Error(`The app ended in the middle of the measurement. It said last:\n${last.join('\n')}`)
    },
    complaints: () => ({ ...complaints }),
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), 15_000)
      const [code, signal] = await ended
      clearTimeout(late)
      if (code !== 0) throw new Error(`The app stopped with ${signal ?? `code ${code}`}:\n${last.join('\n')}`)
    },
  }
}

/** Waits until the app answers that it is ready. */
export async function untilReady(app: App): Promise<void> {
  const deadline = Date.now() + patience
  const ended = app.said(/^never$/)
  while (Date.now() < deadline) {
    const answered = fetch(`${app.url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
    if ((await Promise.race([answered, ended])) === true) return
    await sleep(25)
  }
  throw new Error(`The app was not ready after ${patience / 1000} s.`)
}

/** What `npm start` gives to Node: flags for its memory belong to what is measured. */
function startArguments(): string[] {
  const { scripts } = readPackage()
  const words = scripts.start.split(' ')
  const [program, ...given] = words.slice(settingsOf(words).length)
  if (program !== 'node')
    throw new Error(`npm start runs ${program}, and not Node itself: it cannot be measured so.`)
  return given
}

/** What `npm start` puts into the environment before it runs Node. */
const settingsOf = (words: string[]): string[] =>
  words.slice(
    0,
    words.findIndex((word) => !word.includes('=')),
  )

const startSettings = (): Record<string, string> =>
  Object.fromEntries(settingsOf(readPackage().scripts.start.split(' ')).map((word) => word.split('=', 2)))

const readPackage = () =>
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }
