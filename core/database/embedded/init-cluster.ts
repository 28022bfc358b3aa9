import { randomUUID } from 'node:crypto'
import { chown, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { endOf, type Launch, runProgram } from './run-program.ts'
import type { ServerLog } from './server-log.ts'
import { startFailure } from './start-failure.ts'

/** The superuser of the embedded server. */
export const superuser = 'postgres'

const mark = '.unfinished-'

/**
 * Makes a new cluster at `cluster` (absent or empty), synced to disk. It appears there whole or not at all:
 * what a killed attempt left behind is removed by the next one. Call it under the start lock.
 */
export async function initCluster(
  launch: Launch,
  cluster: string,
  password: string,
  log: ServerLog,
): Promise<void> {
  // A name of its own: the initdb of a killed process still writes to its folder for a moment.
  const unfinished = `${cluster}${mark}${randomUUID()}`
  const passwordFile = `${unfinished}.password`
  await mkdir(unfinished, { mode: 0o700 })
  await writeFile(passwordFile, password, { mode: 0o600, flag: 'wx' })
  try {
    if (launch.user) {
      const { uid, gid } = launch.user
      await Promise.all([unfinished, passwordFile].map((path) => chown(path, uid, gid)))
    }
    const child = runProgram(
      launch,
      'initdb',
      [
        `--pgdata=${unfinished}`,
        `--username=${superuser}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // PostgreSQL's own: the same order and case rules on every system and after every upgrade of it.
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-instructions',
      ],
      log.fd,
    )
    const { code, signal } = await endOf(child)
    if (code !== 0) throw new Error(`initdb ended with ${signal ?? `code ${code}`}`)
    await rename(unfinished, cluster)
    await syncFolder(dirname(cluster))
    await removeUnfinished(dirname(cluster))
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw await startFailure(`PostgreSQL could not make a new database in ${cluster}`, error, log)
  } finally {
    await rm(passwordFile, { force: true })
  }
}

async function removeUnfinished(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter((name) => name.startsWith('cluster') && name.includes(mark))
  for (const name of left) {
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 20 })
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder, and does not need it.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
