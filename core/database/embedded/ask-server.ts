import pg from 'pg'
import { connectionOptions } from '../open-pool.ts'
import { superuser } from './init-cluster.ts'

/** The database of the application on the embedded server. */
const database = 'parley'

/**
 * No SQLSTATE: refused or cut connections of a server that is about to listen or to end, and our own time
 * limit.
 */
const notNow = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03'])

export const serverUrl = (port: number, password: string, name = database) =>
  `postgres://${superuser}:${password}@127.0.0.1:${port}/${name}`

/**
 * Asks the server on a port whether it works, and makes the application's database when it is absent.
 *
 * @returns false when it starts, recovers, stops or hangs: ask again
 * @throws when it is up but not ours
 */
export async function askServer(port: number, password: string): Promise<boolean> {
  try {
    await makeDatabase(serverUrl(port, password, 'postgres'))
    return true
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    if (code === '28P01' || code === '28000') {
      throw new Error(
        `The PostgreSQL that runs on the database folder (port ${port}) does not accept the password kept ` +
          `beside it: ` +
          'the password file and the database are not of the same backup. Bring back the one that belongs ' +
          'to it.',
        { cause: error },
      )
    }
    if (code !== undefined ? notNow.has(code) : /terminated|timeout/.test(message)) return false
    throw error
  }
}

async function makeDatabase(url: string): Promise<void> {
  const client = new pg.Client(connectionOptions(url, 'parley-start'))
  // A server that stops while we ask: connecting or the query rejects too, and that is what we answer to.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
}
