import { execFile } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { access, cp, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './find-binaries.ts'
import { canReach } from './reach.ts'
import type { RunAs } from './run-as.ts'

/** A folder of ours that every user can reach, one for each folder that some cannot. */
export const publicFolderFor = (folder: string) =>
  `/var/lib/parley-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`

/**
 * The same binaries where `user` can run them: a project in `/root` is closed to everybody but root, so they
 * are copied out of it, once per version.
 */
export async function reachableBinaries(
  binaries: Binaries,
  user: RunAs,
  log: (line: string) => void,
): Promise<Binaries> {
  if (await canReach(join(binaries.folder, 'bin'), user)) return binaries
  const home = publicFolderFor(binaries.folder)
  const folder = join(home, `postgresql-${binaries.version}`)
  if (await exists(folder)) return { ...binaries, folder }
  await mkdir(home, { recursive: true, mode: 0o755 })
  const unfinished = `${folder}.${randomUUID()}`
  try {
    await cp(binaries.folder, unfinished, {
      recursive: true,
      verbatimSymlinks: true,
      // Static libraries, a quarter of the size, are of use to compilers only.
      filter: (source) => !source.endsWith('.a'),
    })
    // The copies keep the rights of the originals, which may be root's alone.
    await promisify(execFile)('chmod', ['-R', 'a+rX', home])
    await rename(unfinished, folder)
    log(`PostgreSQL's programs were copied to ${folder}: only root can reach the project's own folder.`)
  } catch (error) {
    // Another process that starts for the first time was faster: its copy is as good.
    if (!(await exists(folder))) throw error
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
  return { ...binaries, folder }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
