import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type EmbeddedServer, openEmbeddedServer } from '#core/database/embedded/open-embedded-server.ts'
import { type App, startApp } from './start-app.ts'
import { type Child, startChild } from './start-child.ts'

/** A database of its own for one measurement, as its superuser sees it. */
export interface BenchDatabase {
  url: string
  rows<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>
}

/** Where benchmarks get what they measure with. Whatever they take is given back in reverse, also after a failure. */
export interface Workbench {
  /** A folder for the files of one app. */
  folder(): Promise<string>
  /** A new, empty database on the benchmarks' own PostgreSQL, which keeps every promise about durability. */
  database(): Promise<BenchDatabase>
  app(env: Record<string, string>): Promise<App>
  child(file: string, argument: unknown): Promise<Child>
  /** Runs something later: when the measurement has ended, however it ended. */
  defer(close: () => Promise<unknown>): void
  /** Hears each line of PostgreSQL's log. */
  onPostgresLine(listener: (line: string) => void): void
  /** Gives back what was taken since the workbench was opened or last cleared; PostgreSQL itself stays. */
  clear(): Promise<void>
  close(): Promise<void>
}

export async function openWorkbench(): Promise<Workbench> {
  const home = await mkdtemp(join(tmpdir(), 'parley-bench-'))
  const closers: (() => Promise<unknown>)[] = []
  const listeners = new Set<(line: string) => void>()
  let databases = 0
  let folders = 0
  let server: Promise<EmbeddedServer> | undefined
  const openServer = () => {
    server ??= openEmbeddedServer({
      dataDir: join(home, 'database'),
      log: (line) => {
        for (const listener of listeners) listener(line)
      },
    })
    return server
  }
  const clear = async () => {
    listeners.clear()
    const failures: unknown[] = []
    for (const close of closers.splice(0).reverse())
      await close().catch((error: unknown) => failures.push(error))
    if (failures.length > 0) throw new AggregateError(failures, `Clearing up failed: ${failures.join('; ')}`)
  }

  return {
    async folder() {
      folders += 1
      return join(home, `app-${folders}`)
    },
    async database() {
      const { url } = await openServer()
      databases += 1
      const name = `bench_${databases}`
      await once(url, `create database ${name}`)
      const own = new URL(url)
      own.pathname = `/${name}`
      const pool = new pg.Pool({ connectionString: own.href, max: 2 })
      // A lost server shows in the next query, which fails the benchmark; here it would end the process unswept.
      pool.on('error', () => undefined)
      closers.push(async () => {
        await pool.end()
        await once(url, `drop database ${name} with (force)`)
      })
      return {
        url: own.href,
        rows: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
          (await pool.query<Row>(text, values)).rows,
      }
    },
    async app(env) {
      const app = await startApp(env)
      closers.push(() => app.stop())
      return app
    },
    async child(file, argument) {
      const child = await startChild(file, argument)
      closers.push(() => child.stop())
      return child
    },
    defer: (close) => void closers.push(close),
    onPostgresLine: (listener) => void listeners.add(listener),
    clear,
    async close() {
      await clear().finally(async () => {
        await (await server)?.close()
        await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
      })
    },
  }
}

async function once(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(text).finally(() => client.end())
}
