import { createHmac } from 'node:crypto'
import pg from 'pg'
import { connectionOptions } from './open-pool.ts'

/** The role that migrations grant rights to. It cannot log in: each database has its own login in it. */
const grantee = 'parley_app'

/**
 * Makes sure that the role of migrations' grants exists. Roles belong to the whole server, so two databases on it,
 * or two processes that start at once, may try together: the loser's error is what we wanted to reach.
 *
 * @param ownerUrl a role that may create roles
 */
export async function ensureApplicationRole(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [grantee])
    if (rowCount === 0) await client.query(`create role ${grantee} nologin`).catch(ignoreExisting)
  })
}

/**
 * Gives the URL under which the application itself connects: a login that owns nothing, is no superuser and does not
 * bypass row-level security. Its password is derived from the encryption key, so every process of one deployment
 * finds the same without sharing a file.
 */
export async function applicationUrl(ownerUrl: string, encryptionKey: Buffer): Promise<string> {
  const url = new URL(ownerUrl)
  const database = decodeURIComponent(url.pathname.slice(1)) || 'postgres'
  const login = `parley_${createHmac('sha256', 'login').update(database).digest('hex').slice(0, 12)}`
  const password = createHmac('sha256', encryptionKey).update(`database login ${database}`).digest('hex')
  url.username = login
  url.password = password
  if (await connects(url.href)) return url.href
  await withClient(ownerUrl, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [login])
    const attributes = `login nosuperuser nocreatedb nocreaterole password '${password}'`
    if (rowCount === 0) {
      await client.query(`create role ${login} ${attributes} in role ${grantee}`).catch(ignoreExisting)
    } else await client.query(`alter role ${login} ${attributes}`)
    await client.query(`grant connect on database ${pg.escapeIdentifier(database)} to ${login}`)
    await client.query(`grant usage on schema public to ${login}`)
  })
  return url.href
}

async function connects(url: string): Promise<boolean> {
  return withClient(url, async () => true).catch((error: { code?: string }) => {
    // 28P01 wrong password, 28000 no such role or not allowed: to be made or mended by the caller.
    if (error.code === '28P01' || error.code === '28000') return false
    throw error
  })
}

/** Says to an owner who may not make roles what to do instead. */
function explain(error: { code?: string; message: string }): Error {
  if (error.code !== '42501') return error as Error
  return new Error(
    `DATABASE_URL names a role that may not make roles (${error.message}). Give it CREATEROLE, or make them yourself: ` +
      `create role ${grantee} nologin; create role parley_desk login password '…' in role ${grantee}; ` +
      'and set DATABASE_APP_URL to the second one.',
    { cause: error },
  )
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connectionOptions(url, 'parley-start'))
  await client.connect()
  try {
    return await work(client)
  } catch (error) {
    throw explain(error as Error)
  } finally {
    await client.end()
  }
}

function ignoreExisting(error: { code?: string }) {
  // 42710 duplicate_object, 23505 the same found by the catalogue's unique index when both ran at once.
  if (error.code !== '42710' && error.code !== '23505') throw error
}
