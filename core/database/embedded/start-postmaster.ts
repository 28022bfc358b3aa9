import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { askServer } from './ask-server.ts'
import { choosePort } from './free-port.ts'
import { type Postmaster, postmasterPidFile, readPostmaster } from './postmaster-pid.ts'
import { endOf, type Launch, runProgram } from './run-program.ts'
import type { ServerLog } from './server-log.ts'
import { startFailure } from './start-failure.ts'

/** How long a server may take to start, recover or stop, in milliseconds. */
export const patience = 30_000
export const pause = 20

const settings = {
  listen_addresses: '127.0.0.1',
  // No socket: its lock file in the system's folder for temporary files would stop the start after a kill -9.
  unix_socket_directories: '',
  // A process opens up to 31; several may run beside each other.
  max_connections: 200,
  shared_buffers: '128MB',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  // Smaller writes; by the only method that all platform packages are built with.
  wal_compression: 'on',
  jit: 'off',
  // A fresh desk's first busy minutes should not be planned on the statistics of empty tables.
  autovacuum_naptime: '10s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_destination: 'stderr',
  logging_collector: 'off',
  log_checkpoints: 'off',
  // Statements and details of errors hold what customers wrote; the application logs its errors itself.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

export interface Start {
  launch: Launch
  cluster: string
  /** Of the data folder, where the port is remembered. */
  home: string
  password: string
  log: ServerLog
}

/**
 * Starts PostgreSQL on a cluster on which none runs, and waits until it answers. A port that another program
 * takes in the meantime, and sessions of a killed server that are still ending, are waited out. Call it under
 * the start lock.
 *
 * @throws with the server's last lines when it does not start within 30 s
 */
export async function startPostmaster(start: Start): Promise<Postmaster> {
  const deadline = Date.now() + patience
  for (;;) {
    const ended = await attempt(start, deadline)
    if (typeof ended !== 'string') return ended
    const said = (await start.log.lastLines()).slice(-12).join('\n')
    const passes = /Address already in use|pre-existing shared memory block/.test(said)
    if (!passes || Date.now() > deadline) {
      throw await startFailure(`PostgreSQL did not start on ${start.cluster}`, ended, start.log)
    }
    await sleep(pause)
  }
}

/** @returns the reason when the server ended instead of starting */
async function attempt(start: Start, deadline: number): Promise<Postmaster | string> {
  const { launch, cluster, home, password, log } = start
  // Nobody runs on the cluster: the file is of a killed server, and PostgreSQL would mistake another process
  // for it.
  await rm(postmasterPidFile(cluster), { force: true })
  const port = await choosePort(join(home, 'port'))
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = runProgram(launch, 'postgres', ['-D', cluster, '-p', String(port), ...flags], log.fd)
  // The server outlives us when we are killed; it must not keep us alive either.
  child.unref()
  let ended: string | undefined
  endOf(child).then(
    ({ code, signal }) => {
      ended = `it ended with ${signal ?? `code ${code}`}`
    },
    (error: Error) => {
      ended = error.message
    },
  )
  while (Date.now() < deadline) {
    if (ended !== undefined) return ended
    const postmaster = await readPostmaster(cluster)
    if (postmaster?.state === 'ready' && (await askServer(postmaster.port, password))) return postmaster
    await sleep(pause)
  }
  // Not stopped: a recovery from a crash would begin anew, and never end when it takes longer than our
  // patience.
  return `it is not ready after ${patience / 1000} s; it goes on by itself, so start again in a while`
}
