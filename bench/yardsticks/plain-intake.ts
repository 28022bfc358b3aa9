import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import Koa from 'koa'
import pg from 'pg'
import { readSignedBody } from './signed-body.ts'

/**
 * What one would write first: Koa, the signature over the raw body, JSON.parse, and one INSERT per call, in a table
 * that knows a repeated call just as ours does. Prepared once per connection, which is more than most would do.
 */
const { databaseUrl, secret } = JSON.parse(process.argv[2] ?? '{}') as { databaseUrl: string; secret: string }
const pool = new pg.Pool({ connectionString: databaseUrl, max: 16 })
await pool.query(`create table plain_call (
  id bigint generated always as identity primary key,
  body bytea not null,
  digest bytea not null unique,
  received_at timestamptz not null default now())`)

const app = new Koa()
app.use(async (ctx) => {
  const body = await readSignedBody(ctx, secret)
  if (!body) return
  JSON.parse(body.toString())
  await pool.query({
    name: 'keep',
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
