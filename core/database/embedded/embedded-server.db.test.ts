import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type EmbeddedServer, openEmbeddedServer } from './open-embedded-server.ts'
import { readPostmaster } from './postmaster-pid.ts'

let dataDir: string
let cluster: string
const opened: EmbeddedServer[] = []
const children: ChildProcess[] = []

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'parley-embedded-'))
  cluster = join(dataDir, 'postgres', 'cluster')
})

afterEach(async () => {
  for (const child of children.splice(0)) await killed(child)
  for (const server of opened.splice(0)) await server.close()
  // A test that failed half-way may have left the server to nobody.
  const left = await readPostmaster(cluster)
  if (left) process.kill(left.pid, 'SIGKILL')
  await rm(dataDir, { recursive: true, maxRetries: 20, retryDelay: 50 })
}, 20_000)

test('a first start gives a new database, a later one the same data at the same address', async () => {
  const first = await open()
  expect(first.started).toBe('new')
  await query(first.url, 'create table promise as select 42 as kept')
  await first.close()
  expect(await readPostmaster(cluster)).toBeUndefined()

  const second = await open()
  expect(second.started).toBe('again')
  expect(second.url).toBe(first.url)
  expect(await query(second.url, 'select kept, current_database() as name from promise')).toEqual([
    { kept: 42, name: 'parley' },
  ])
}, 20_000)

test('a commit is durable, and only who has the password connects, from this machine', async () => {
  const { url } = await open()
  const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'server_encoding']
  const rows = await query(
    url,
    `select name, setting from pg_settings where name in ('${names.join("','")}') order by name`,
  )
  expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
    fsync: 'on',
    full_page_writes: 'on',
    listen_addresses: '127.0.0.1',
    server_encoding: 'UTF8',
    synchronous_commit: 'on',
  })
  expect((await stat(join(dataDir, 'postgres', 'password'))).mode & 0o777).toBe(0o600)
  const guess = new URL(url)
  guess.password = 'guess'
  await expect(query(guess.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
}, 20_000)

test('after a kill -9 of the process, the next one takes over the server and stops it', async () => {
  const child = await openInChild()
  await query(child.url, 'create table promise as select 42 as kept')
  const before = await readPostmaster(cluster)
  await killed(child.process)

  const heir = await open()
  expect(heir.started).toBe('adopted')
  expect((await readPostmaster(cluster))?.pid).toBe(before?.pid)
  expect(await query(heir.url, 'select kept from promise')).toEqual([{ kept: 42 }])
  await heir.close()
  expect(await readPostmaster(cluster)).toBeUndefined()
}, 20_000)

test('a second process uses the same server, and only the last one stops it', async () => {
  const child = await openInChild()
  const mine = await open()
  expect(mine).toMatchObject({ started: 'adopted', url: child.url })
  await mine.close()
  expect(await query(child.url, 'select 1 as answer')).toEqual([{ answer: 1 }])

  const again = await open()
  child.process.stdin?.end()
  await ended(child.process)
  expect(await query(again.url, 'select 1 as answer')).toEqual([{ answer: 1 }])
  await again.close()
  expect(await readPostmaster(cluster)).toBeUndefined()
}, 20_000)

test('two first starts at the same time make one database', async () => {
  const [child, mine] = await Promise.all([openInChild(), open()])
  expect([child.started, mine.started].sort()).toEqual(['adopted', 'new'])
  expect(child.url).toBe(mine.url)
}, 20_000)

test('a kill -9 of all loses no commit, also when the old pid is now another program', async () => {
  const child = await openInChild()
  await query(child.url, 'create table promise as select 42 as kept')
  const server = await readPostmaster(cluster)
  await killed(child.process)
  process.kill(server?.pid ?? 0, 'SIGKILL')
  const pidFile = join(cluster, 'postmaster.pid')
  const lines = (await readFile(pidFile, 'utf8')).split('\n')
  await writeFile(pidFile, [process.pid, ...lines.slice(1)].join('\n'))

  const next = await open()
  expect(next.started).toBe('again')
  expect(await query(next.url, 'select kept from promise')).toEqual([{ kept: 42 }])
}, 20_000)

test('a start while the old server is still stopping waits for it', async () => {
  const child = await openInChild()
  const server = await readPostmaster(cluster)
  await killed(child.process)
  process.kill(server?.pid ?? 0, 'SIGINT')
  expect((await open()).started).toBe('again')
}, 20_000)

test('a first start that was killed half-way is begun anew', async () => {
  const child = startChild()
  await until(async () => (await unfinished()).length > 0)
  await killed(child)
  // Its initdb may go on for a moment: what it makes is not taken for a database.
  const server = await open()
  expect(server.started).toBe('new')
  expect(await query(server.url, 'select 1 as answer')).toEqual([{ answer: 1 }])
  expect(await unfinished()).toEqual([])
}, 20_000)

test('a database of another major version is left alone, and the error says what to do', async () => {
  await (await open()).close()
  await writeFile(join(cluster, 'PG_VERSION'), '17\n')
  await expect(open()).rejects.toThrow(
    /made by PostgreSQL 17, and this Parley brings PostgreSQL 18.*pg_dump/s,
  )
  await writeFile(join(cluster, 'PG_VERSION'), '18\n')
  expect((await open()).started).toBe('again')
}, 20_000)

test('when PostgreSQL refuses to start, the error shows what PostgreSQL said', async () => {
  await (await open()).close()
  const settings = join(cluster, 'postgresql.auto.conf')
  const before = await readFile(settings)
  await writeFile(settings, 'no_such_setting = 1\n')
  await expect(open()).rejects.toThrow(/did not start.*PostgreSQL said:.*no_such_setting/s)
  await writeFile(settings, before)
  expect((await open()).started).toBe('again')
}, 20_000)

test('a database whose password file is lost is not replaced by an empty one', async () => {
  await (await open()).close()
  await rm(join(dataDir, 'postgres', 'password'))
  await expect(open()).rejects.toThrow(/password is missing.*backup/s)
}, 20_000)

async function open(): Promise<EmbeddedServer> {
  const server = await openEmbeddedServer({ dataDir, log: () => undefined })
  opened.push(server)
  return server
}

/** Another process of the application, which closes its server when its standard input ends. */
function startChild(): ChildProcess {
  const path = join(import.meta.dirname, 'open-embedded-server.ts')
  const program = `
    const { openEmbeddedServer } = await import(${JSON.stringify(path)})
    const server = await openEmbeddedServer({ dataDir: ${JSON.stringify(dataDir)}, log: () => undefined })
    console.log(JSON.stringify(server))
    process.stdin.on('end', () => server.close().then(() => process.exit())).resume()`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.push(child)
  return child
}

async function openInChild(): Promise<{ process: ChildProcess; url: string; started: string }> {
  const child = startChild()
  if (!child.stdout) throw new Error('The child has no output')
  for await (const line of createInterface({ input: child.stdout }))
    return { ...JSON.parse(line), process: child }
  throw new Error('The child ended without opening the server')
}

async function unfinished(): Promise<string[]> {
  return (await readdir(join(dataDir, 'postgres'))).filter((name) => name.startsWith('cluster.'))
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await ended(child)
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  await new Promise((resolve) => child.once('exit', resolve))
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds().catch(() => false))) await new Promise((resolve) => setTimeout(resolve, 5))
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}
