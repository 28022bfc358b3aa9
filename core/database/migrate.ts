import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { connectionOptions } from './open-pool.ts'

/** Any number that no other program on the same server would lock by chance. */
const migrationLock = 7_275_391

/**
 * Brings the database up to the newest migration, under an advisory lock, so that any number of processes may start
 * at once and one of them migrates. Each file of `folder` runs in its own transaction, once, in order of name.
 *
 * @param url a role that may create tables: the owner, not the application's role
 * @returns the names of those that ran now
 * @throws when the database holds a migration that this version does not know: an older version would not
 *   understand the newer data
 */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const client = new pg.Client({
    ...connectionOptions(url, 'parley-migrate', 600_000),
    statement_timeout: 600_000,
  })
  await client.connect()
  try {
    await client.query(`set lock_timeout = '60s'`)
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(`create table if not exists migration (
      name text primary key, applied_at timestamptz not null default now())`)
    const known = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
    const applied = new Set(
      (await client.query('select name from migration')).rows.map((row) => String(row.name)),
    )
    const unknown = [...applied].filter((name) => !known.includes(name))
    if (unknown.length > 0) {
      throw new Error(
        `The database was written by a newer version of Parley (it has ${unknown.join(', ')}). ` +
          'Start that version or a later one; this one would not understand the data.',
      )
    }
    const fresh = known.filter((name) => !applied.has(name))
    for (const name of fresh) await apply(client, name, await readFile(join(folder, name), 'utf8'))
    return fresh
  } finally {
    // Ends the session, and the advisory lock with it.
    await client.end()
  }
}

async function apply(client: pg.Client, name: string, text: string): Promise<void> {
  await client.query('begin')
  try {
    // A statement that waits for a lock holds up everybody behind it: better to fail and try again later.
    await client.query(`set local lock_timeout = '5s'`)
    await client.query(text)
    await client.query('insert into migration (name) values ($1)', [name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}
