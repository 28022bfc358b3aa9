import type pg from 'pg'

/** By then whoever holds a lost connection has given it back, if he does so at all. */
const graceMs = 1_000

/**
 * Gives lost connections back to their pool where their holder does not. Kysely, under MikroORM, keeps the connection
 * of a transaction whose rollback fails, as it does on a lost connection: after as many losses as the pool has places,
 * nothing would ever get a connection again until the process is started anew.
 */
export function letGoOfLost(pool: pg.Pool): void {
  const held = new Map<pg.PoolClient, () => void>()
  pool.on('acquire', (client) => {
    const onEnd = () => {
      const timer = setTimeout(() => {
        if (held.has(client)) client.release(true)
      }, graceMs)
      timer.unref()
    }
    client.once('end', onEnd)
    held.set(client, onEnd)
  })
  pool.on('release', (_error, client) => {
    const onEnd = held.get(client as pg.PoolClient)
    if (onEnd) client.off('end', onEnd)
    held.delete(client as pg.PoolClient)
  })
}
