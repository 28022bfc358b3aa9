import pg from 'pg'
import { takeOneCall } from './take-one-call.ts'

/**
 * What one would write first behind the inbox: ten workers, each taking one call at a time, in one transaction of
 * plain, prepared statements that ends in the same rows as ours. It runs as superuser, without row-level security.
 */
const { databaseUrl, sources } = JSON.parse(process.argv[2] ?? '{}') as {
  databaseUrl: string
  /** Which calls of the inbox are taken: each worker looks for them one source after another. */
  sources: string[]
}
const workers = 10

/** A unique key or a lock that two workers met on: the transaction is tried again. */
const met = new Set(['23505', '40P01'])

async function work(): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  for (;;) {
    await client.query('begin')
    try {
      const more = await takeOneCall(client, sources)
      await client.query('commit')
      if (!more) break
    } catch (error) {
      await client.query('rollback')
      if (!met.has(String((error as { code?: string }).code))) throw error
    }
  }
  await client.end()
}

process.on('SIGTERM', () => process.exit(0))
process.on('disconnect', () => process.exit(0))
process.on('message', async () => {
  await Promise.all(Array.from({ length: workers }, work))
  process.send?.('done')
})
process.send?.('ready')
