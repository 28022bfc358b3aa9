import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

interface OwnDatabase {
  /** The address of the database as its owner, who is no superuser: as on a hosted server. */
  ownerUrl: string
  /** The same as the server's superuser, whom no row-level security holds. */
  url: string
  /** Drops the database, whoever is connected to it, and its owner. */
  drop(): Promise<void>
}

/** An empty database that belongs to a login without any rights of the server. */
export async function createOwnDatabase(): Promise<OwnDatabase> {
  const name = `owned_${randomBytes(4).toString('hex')}`
  const server = inject('testServer')
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create role ${name} login password 'owner' nosuperuser`)
  await admin.query(`create database ${name} owner ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const ownerUrl = new URL(url)
  ownerUrl.username = name
  ownerUrl.password = 'owner'
  return {
    ownerUrl: ownerUrl.href,
    url: url.href,
    drop: async () => {
      await admin.query(`drop database if exists ${name} with (force)`)
      await admin.query(`drop role if exists ${name}`)
      await admin.end()
    },
  }
}
