import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'

/**
 * The superuser's password, which only our own user may read; made with the cluster.
 *
 * @param hasCluster whether there is a database already that would not know a new password
 */
export async function readPassword(path: string, hasCluster: boolean): Promise<string> {
  const kept = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  if (kept.trim()) return kept.trim()
  if (hasCluster) {
    throw new Error(
      `The database's password is missing: ${path} is not there or empty, and the database beside it ` +
        `cannot be ` +
        'opened without it. Bring the file back from a backup of the same data folder.',
    )
  }
  const password = randomBytes(24).toString('hex')
  await writeFile(path, `${password}\n`, { mode: 0o600, flush: true })
  return password
}
