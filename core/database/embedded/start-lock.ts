import { randomUUID } from 'node:crypto'
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { inspectProcess } from './inspect-process.ts'

/** Longer than the longest work under the lock: making a cluster on a slow disk, then 30 s of recovery. */
const patience = 90_000
/** A lock file without readable text is being written; after this time, its writer was killed in between. */
const writingTime = 2_000

/**
 * Runs `work` while no other process does the same with this lock file. A lock whose process has ended is
 * broken, also when its pid has been given to another process since.
 *
 * @throws when a live process holds it for 90 s
 */
export async function withStartLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const { identity } = (await inspectProcess(process.pid)) ?? { identity: '' }
  const mine = JSON.stringify({ pid: process.pid, identity, nonce: randomUUID() })
  const deadline = Date.now() + patience
  while (!(await take(path, mine))) {
    const seen = await readIfThere(path)
    if (seen !== undefined && (await isStale(path, seen))) await breakLock(path, seen)
    else if (Date.now() < deadline) await sleep(20)
    else {
      throw new Error(
        `The database folder is locked by another process that starts or stops it since more than ` +
          `${patience / 1000} s (${path}: ${seen}). End that process, then start again.`,
      )
    }
  }
  try {
    return await work()
  } finally {
    if ((await readIfThere(path)) === mine) await rm(path, { force: true })
  }
}

async function take(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx', mode: 0o644 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function isStale(path: string, text: string): Promise<boolean> {
  const holder = /"pid":(\d+),"identity":"([^"]*)"/.exec(text)
  if (!holder) {
    const written = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => Date.now(),
    )
    return Date.now() - written > writingTime
  }
  const live = await inspectProcess(Number(holder[1]))
  return !live || live.identity !== holder[2]
}

/**
 * Moves the file aside instead of deleting it: of two processes that found it stale, the second may hold a
 * fresh one.
 */
async function breakLock(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const moved = await readFile(aside, 'utf8')
  if (moved !== stale) await take(path, moved)
  await rm(aside)
}

async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}
