import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface RunAs {
  uid: number
  gid: number
}

/**
 * Whose process PostgreSQL shall be: undefined for our own user. PostgreSQL refuses to run as root, so as
 * root it becomes the owner of the existing cluster, else the user `postgres` (made when absent), else
 * `nobody`.
 *
 * @throws when the cluster is another user's, which PostgreSQL would refuse as well, in words of less help
 */
export async function chooseRunAs(cluster: string): Promise<RunAs | undefined> {
  const self = process.getuid?.()
  if (self === undefined) return undefined
  const owner = await stat(cluster).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (self !== 0) {
    if (owner && owner.uid !== self) {
      throw new Error(
        `The database folder ${cluster} belongs to another user (id ${owner.uid}; this is ${self}). Start ` +
          `Parley as ` +
          'the user that made it (or as root), or give the folder to this one: ' +
          `sudo chown -R ${self} ${cluster}`,
      )
    }
    return undefined
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return (await lookUp('postgres')) ?? (await make('postgres')) ?? (await lookUp('nobody')) ?? fail()
}

/** For a cluster that a restored backup or a `chown` has given to root. */
export async function giveTo(folder: string, user: RunAs): Promise<void> {
  if ((await stat(folder)).uid === user.uid) return
  await run('chown', ['-R', `${user.uid}:${user.gid}`, `${folder}/`])
}

async function lookUp(name: string): Promise<RunAs | undefined> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((what) => run('id', [what, name])))
    return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) }
  } catch (error) {
    // Status 1: no such user.
    if ((error as { code?: unknown }).code === 1) return undefined
    throw error
  }
}

async function make(name: string): Promise<RunAs | undefined> {
  // Each may fail for its own reason (the group exists, no such tool, a read-only /etc); the look-up decides.
  await run('groupadd', ['--system', name]).catch(String)
  await run('useradd', ['--system', '-g', name, '-M', '-s', '/usr/sbin/nologin', name]).catch(String)
  return lookUp(name)
}

function fail(): never {
  throw new Error(
    'PostgreSQL does not run as root, and there is no other user on this system to run it as. ' +
      'Make a user named postgres, start Parley as another user, or set DATABASE_URL.',
  )
}
