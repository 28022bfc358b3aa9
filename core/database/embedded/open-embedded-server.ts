import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { adoptPostmaster } from './adopt-postmaster.ts'
import { serverUrl } from './ask-server.ts'
import { checkCluster } from './check-cluster.ts'
import { findCluster, placeCluster } from './cluster-place.ts'
import { findBinaries } from './find-binaries.ts'
import { initCluster } from './init-cluster.ts'
import { addOwner, removeOwner } from './owner-file.ts'
import { readPassword } from './password-file.ts'
import type { Postmaster } from './postmaster-pid.ts'
import { letPass } from './reach.ts'
import { reachableBinaries } from './reachable-binaries.ts'
import { chooseRunAs, giveTo } from './run-as.ts'
import { openServerLog, type ServerLog } from './server-log.ts'
import { withStartLock } from './start-lock.ts'
import { startPostmaster } from './start-postmaster.ts'
import { stopPostmaster } from './stop-postmaster.ts'

export interface EmbeddedServerOptions {
  /** Made when absent; the server keeps everything in its folder `postgres`. */
  dataDir: string
  /** Gets PostgreSQL's own lines and what the reader should know about where the data is. */
  log: (line: string) => void
}

export interface EmbeddedServer {
  /** A superuser's connection to the database `parley`, on 127.0.0.1. */
  url: string
  /** 'new': on a new, empty database; 'again': on an existing one; 'adopted': it already ran. */
  started: 'new' | 'again' | 'adopted'
  /**
   * Stops the server and waits up to 10 s for its end, unless another live process uses it: the last one
   * stops it. May be called more than once.
   */
  close(): Promise<void>
}

/**
 * Opens a real PostgreSQL that needs no installation, with full durability. Any number of processes may open
 * the same folder, also at the same time: the first starts the server, the others use it. After a kill -9 of
 * its process the server runs on and the next one adopts it; a server that was killed itself recovers at the
 * next start.
 *
 * Data of a project that only root can reach (such as one in `/root`) is kept below `/var/lib`, because
 * PostgreSQL does not run as root; `log` tells the path.
 *
 * @throws when there is no PostgreSQL for this system, when the folder was made by another major version,
 *   belongs to another user or is not whole, and when the server does not start within 30 s; the message says
 *   what to do
 */
export async function openEmbeddedServer({ dataDir, log }: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const home = join(resolve(dataDir), 'postgres')
  await mkdir(home, { recursive: true, mode: 0o700 })
  const lock = join(home, 'starting.lock')
  const owners = join(home, 'owners.json')
  const serverLog = await openServerLog(join(home, 'server.log'), log)
  try {
    return await withStartLock(lock, async () => {
      const place = await findOrPlace(home, log)
      const { password, launch } = place
      const running = place.exists ? await adoptPostmaster(place.cluster, password) : undefined
      const { postmaster, started } = running
        ? { postmaster: running, started: 'adopted' as const }
        : await start(home, place, serverLog, log)
      const owner = await addOwner(owners)
      const close = async () => {
        await withStartLock(lock, async () => {
          const others = await removeOwner(owners, owner)
          if (others.length > 0) {
            log(`PostgreSQL runs on: process ${others.map(({ pid }) => pid).join(', ')} uses it.`)
          } else if (!(await stopPostmaster(place.cluster, launch.binaries))) {
            log('PostgreSQL is still writing to disk; it ends by itself, and the next start waits for it.')
          }
        })
        await serverLog.close()
      }
      let closing: Promise<void> | undefined
      return {
        url: serverUrl(postmaster.port, password),
        started,
        close: () => {
          closing ??= close()
          return closing
        },
      }
    })
  } catch (error) {
    await serverLog.close()
    throw error
  }
}

type Place = Awaited<ReturnType<typeof findOrPlace>>

async function findOrPlace(home: string, log: (line: string) => void) {
  const link = join(home, 'cluster')
  const found = await findCluster(link)
  const user = await chooseRunAs(found ?? link)
  const original = await findBinaries()
  const exists = found !== undefined && (await checkCluster(found, original.version))
  const password = await readPassword(join(home, 'password'), exists)
  const binaries = user ? await reachableBinaries(original, user, log) : original
  return { link, cluster: found ?? link, found, exists, password, launch: { binaries, user } }
}

async function start(
  home: string,
  place: Place,
  serverLog: ServerLog,
  log: (line: string) => void,
): Promise<{ postmaster: Postmaster; started: 'new' | 'again' }> {
  const { launch, password, exists } = place
  if (launch.user) {
    await letPass(join(home, '..'), launch.user)
    await letPass(home, launch.user)
    if (place.found) await giveTo(place.found, launch.user)
  }
  const make = async (cluster: string) => {
    if (!exists) await initCluster(launch, cluster, password, serverLog)
  }
  place.cluster = await placeCluster(place.link, place.found, launch.user, make, log)
  const postmaster = await startPostmaster({ launch, cluster: place.cluster, home, password, log: serverLog })
  return { postmaster, started: exists ? 'again' : 'new' }
}
