import { chmod, chown, realpath, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { RunAs } from './run-as.ts'

/** Whether a user may pass through a folder and all above it. */
export async function canReach(folder: string, user: RunAs): Promise<boolean> {
  for (let path = await realpath(folder); ; path = dirname(path)) {
    if (!(await canPass(path, user))) return false
    if (path === dirname(path)) return true
  }
}

/**
 * Lets a user pass through one folder of root's that is closed to all others, such as a fresh temporary one,
 * without letting it list the folder. A folder whose group has rights is left as it is: somebody counts on
 * them.
 */
export async function letPass(folder: string, user: RunAs): Promise<void> {
  const { uid, mode } = await stat(folder)
  if (uid !== 0 || (mode & 0o070) !== 0 || (await canPass(folder, user))) return
  await chown(folder, uid, user.gid)
  await chmod(folder, (mode & 0o7777) | 0o010)
}

async function canPass(folder: string, user: RunAs): Promise<boolean> {
  const { uid, gid, mode } = await stat(folder)
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
  return (mode & bit) !== 0
}
