import type { Database } from '../database/sql.ts'
import { leaseSeconds, type Media } from './claim-media.ts'

/**
 * Keeps the lease of a file while it is worked on, since a large one takes longer than any lease should be. `signal`
 * fires when the lease was lost: somebody else may have the file by now.
 */
export function holdLease(
  database: Database,
  media: Pick<Media, 'organization_id' | 'id' | 'lease_token'>,
  everyMs = (leaseSeconds * 1_000) / 3,
): { signal: AbortSignal; release(): Promise<void> } {
  const controller = new AbortController()
  let current: Promise<void> = Promise.resolve()
  const extend = async () => {
    try {
      const held = await database.transaction({ organizationId: media.organization_id }, (sql) =>
        sql.query(
          `update attachment set lease_until = now() + make_interval(secs => ${leaseSeconds})
           where organization_id = $1 and id = $2 and lease_token = $3 and state = 'waiting' returning id`,
          [media.organization_id, media.id, media.lease_token],
        ),
      )
      if (held.length === 0) controller.abort()
    } catch {
      // The database is away: the lease goes on without us, and the end is written under its token or not at all.
    }
  }
  const timer = setInterval(() => {
    current = current.then(extend)
  }, everyMs)
  return {
    signal: controller.signal,
    async release() {
      clearInterval(timer)
      await current
    },
  }
}
