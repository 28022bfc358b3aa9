import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import Koa from 'koa'
import pg from 'pg'
import { readProvenBody } from './proven-body.ts'

/**
 * What one would write first: Koa, the network's proof over the raw body, JSON.parse, and one INSERT per call, in a table
 * that knows a repeated call just as ours does. `prepared` names the statement, so that each connection plans it once: more
 * than one would write first.
 */
const options = JSON.parse(process.argv[2] ?? '{}') as {
  databaseUrl: string
  secret: string
  prepared: boolean
}
const { databaseUrl, secret, prepared } = options
const pool = new pg.Pool({ connectionString: databaseUrl, max: 16 })
await pool.query(`create table if not exists plain_call (
  id bigint generated always as identity primary key,
  body bytea not null,
  digest bytea not null unique,
  received_at timestamptz not null default now())`)

const app = new Koa()
app.use(async (ctx) => {
  const body = await readProvenBody(ctx, secret)
  if (!body) return
  JSON.parse(body.toString())
  await pool.query({
    ...(prepared ? { name: 'keep' } : {}),
    text: 'insert into plain_call (body, digest) values ($1, $2) on conflict do nothing',
    values: [body, createHash('sha256').update(body).digest()],
  })
  ctx.status = 200
  ctx.body = ''
})
const server = app.listen(0, '127.0.0.1')
await once(server, 'listening')

process.on('SIGTERM', () => process.exit(0))
process.on('disconnect', () => process.exit(0))
process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
