import { randomBytes } from 'node:crypto'
import { lstat, mkdir, readFile, readlink, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { moveFolder } from './move-folder.ts'
import { canReach } from './reach.ts'
import { publicFolderFor } from './reachable-binaries.ts'
import type { RunAs } from './run-as.ts'

/**
 * Where an existing cluster really is, or undefined when there is none yet. `link` is its path in the data
 * folder: the cluster itself, or a link to it.
 *
 * @throws when the link leads nowhere, or to the database of another data folder
 */
export async function findCluster(link: string): Promise<string | undefined> {
  await finishPlacing(link)
  if (!(await isThere(link))) return undefined
  const real = await realIfThere(link)
  if (!real) {
    throw new Error(
      `The database is gone: ${link} is a link to ${await readlink(link)}, which does not exist. ` +
        'Bring that folder back from a backup, or remove the link to begin with an empty database.',
    )
  }
  if ((await lstat(link)).isSymbolicLink()) await refuseAnothers(real, link)
  return real
}

/**
 * Makes a new cluster where `user` reaches it, or moves an existing one there: out of a folder such as
 * `/root` to one below `/var/lib`, with a link left behind. A process that is killed half-way loses nothing:
 * `findCluster` finishes.
 *
 * @param make makes a new cluster at a path; not called for an existing one
 * @returns the cluster's real path
 */
export async function placeCluster(
  link: string,
  existing: string | undefined,
  user: RunAs | undefined,
  make: (cluster: string) => Promise<void>,
  log: (line: string) => void,
): Promise<string> {
  const home = await realpath(dirname(link))
  if (!user || (await canReach(existing ? dirname(existing) : home, user))) {
    const cluster = existing ?? join(home, 'cluster')
    await make(cluster)
    return cluster
  }
  const elsewhere = publicFolderFor(home)
  await mkdir(elsewhere, { recursive: true, mode: 0o755 })
  // A new name each time: what an earlier data folder of the same path left here is not ours to overwrite.
  const target = join(elsewhere, `cluster-${randomBytes(4).toString('hex')}`)
  await symlink(target, placing(link))
  if (existing) await moveFolder(existing, target)
  await make(target)
  await writeFile(`${target}.link`, link)
  await finishPlacing(link)
  log(
    `The database is kept in ${target}: PostgreSQL does not run as root, and only root can reach ` +
      `${dirname(link)}, where a link leads to it.`,
  )
  return target
}

const placing = (link: string) => `${link}.placing`

async function finishPlacing(link: string): Promise<void> {
  if (!(await isThere(placing(link)))) return
  if (!(await isThere(link)) && (await realIfThere(placing(link)))) await rename(placing(link), link)
  else await rm(placing(link))
}

/**
 * A copied data folder has a copied link: two databases would become one, and the copy's changes hit the
 * original.
 */
async function refuseAnothers(real: string, link: string): Promise<void> {
  const note = await readFile(`${real}.link`, 'utf8').catch(absent)
  if (note === undefined || note === link) return
  if (
    (await realIfThere(note)) === real &&
    (await realpath(dirname(note))) !== (await realpath(dirname(link)))
  ) {
    throw new Error(
      `${link} is a link to the database of ${dirname(note)}: it was copied, but a copied link is not a ` +
        `copy of the ` +
        `database. Remove ${link} to begin with an empty database, or put a copy of ${real} in its place.`,
    )
  }
  // The data folder was moved.
  await writeFile(`${real}.link`, link)
}

const isThere = async (path: string) => (await lstat(path).catch(absent)) !== undefined
const realIfThere = (path: string) => realpath(path).catch(absent)

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
