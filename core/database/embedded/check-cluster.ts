import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Whether a cluster of this major version is there.
 *
 * @throws when something else is
 */
export async function checkCluster(cluster: string, version: string): Promise<boolean> {
  const entries = await readdir(cluster).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [] as string[]
    throw error
  })
  if (entries.length === 0) return false
  const ours = version.split('.')[0]
  if (!entries.includes('PG_VERSION')) {
    throw new Error(
      `${cluster} is not a PostgreSQL database (it has no file PG_VERSION), and it is not empty. ` +
        'Bring it back from a backup, or move it away to begin with an empty database.',
    )
  }
  const made = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  if (made === ours) return true
  throw new Error(
    `The database in ${cluster} was made by PostgreSQL ${made}, and this Parley brings PostgreSQL ${ours}, ` +
      `which ` +
      `cannot read it. Nothing was changed. Either start the Parley that made it, dump the database ` +
      `(pg_dump), move ` +
      `the folder away and load the dump into the new one; or set DATABASE_URL to a PostgreSQL ${made}.`,
  )
}
