import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import {
  type EmbeddedServer,
  openEmbeddedServer,
} from '../../../core/database/embedded/open-embedded-server.ts'
import { readPostmaster } from '../../../core/database/embedded/postmaster-pid.ts'
import { eventually } from './eventually.ts'

/** A PostgreSQL of its own, which a scene may stop, start and freeze as it likes. */
export interface OwnPostgres {
  url: string
  /** As after a power cut: no session is asked, nothing is written any more. */
  stopAtOnce(): Promise<void>
  /** At the same address as before. */
  startAgain(): Promise<void>
  /** Stops every process of the server in mid-movement: connections stay open, nothing answers. */
  freeze(): Promise<void>
  thaw(): Promise<void>
  /** Cuts every session of the desk and takes all connections that the server has. */
  crowd(): Promise<{ leave(): Promise<void> }>
  close(): Promise<void>
}

export async function openPostgres(): Promise<OwnPostgres> {
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-scene-'))
  const cluster = join(dataDir, 'postgres', 'cluster')
  const opened: EmbeddedServer[] = []
  const open = async () => {
    const server = await openEmbeddedServer({ dataDir, log: () => undefined })
    opened.push(server)
    return server
  }
  const { url } = await open()
  let frozen: number[] = []
  const running = async () => {
    const postmaster = await readPostmaster(cluster)
    if (!postmaster) throw new Error('PostgreSQL does not run.')
    return postmaster.pid
  }
  const server: OwnPostgres = {
    url,
    async stopAtOnce() {
      process.kill(await running(), 'SIGQUIT')
      await eventually('PostgreSQL has ended', async () => (await readPostmaster(cluster)) === undefined)
    },
    async startAgain() {
      const again = await open()
      if (again.url !== url) throw new Error(`PostgreSQL came back at another address: ${again.url}`)
    },
    async freeze() {
      const pid = await running()
      frozen = [pid, ...(await childrenOf(pid))]
      for (const one of frozen) process.kill(one, 'SIGSTOP')
    },
    async thaw() {
      for (const pid of frozen.splice(0).reverse()) process.kill(pid, 'SIGCONT')
    },
    crowd: () => takeAllConnections(url),
    async close() {
      await server.thaw()
      for (const one of opened.splice(0)) await one.close()
      await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
    },
  }
  return server
}

async function childrenOf(pid: number): Promise<number[]> {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const parents = await Promise.all(
    all.map(async (name) => {
      const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch((error: NodeJS.ErrnoException) => {
        // It ended between the two looks.
        if (error.code === 'ENOENT' || error.code === 'ESRCH') return ''
        throw error
      })
      return { pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) }
    }),
  )
  return parents.filter(({ parent }) => parent === pid).map((one) => one.pid)
}

async function takeAllConnections(url: string): Promise<{ leave(): Promise<void> }> {
  const crowd: pg.Client[] = []
  const come = async () => {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => undefined)
    await client.connect()
    crowd.push(client)
    return client
  }
  const first = await come()
  const cut = `select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'parley%'`
  const { rows } = await first.query<{ most: number }>(
    `select current_setting('max_connections')::int as most`,
  )
  const most = rows[0]?.most ?? 100
  // The desk opens its connections anew at the same moment, so it is cut off until nobody but the crowd is there.
  for (let round = 0; round < 50 && crowd.length < most - 4; round += 1) {
    await first.query(cut)
    await Promise.allSettled(Array.from({ length: most - crowd.length }, come))
  }
  await first.query(cut)
  await Promise.allSettled(Array.from({ length: most - crowd.length }, come))
  return {
    async leave() {
      await Promise.all(crowd.map((client) => client.end()))
    },
  }
}
