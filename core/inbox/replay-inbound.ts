import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { canManageChannels } from '../policy.ts'
import { redoCalls } from './redo-calls.ts'
import { withinRelay } from './within-relay.ts'

const callsAtOnce = 1_000

/**
 * Tries again what came in and could not be understood or stored: calls that were given up, and calls of which an item
 * of this organization, or of nobody, was put aside. For after an update that understands more. What waits for an
 * account to be connected is taken up by its connection.
 *
 * @returns how many calls are tried again, at most 1,000 at a time
 */
export const replayInbound = defineCommand({
  input: z.object({}),
  allowed: canManageChannels,
  async run({ sql, organizationId, audit, wakes }) {
    const { calls, queues } = await withinRelay(sql, async () => {
      const found = await sql.query<{ id: string }>(
        `(select id from inbound_event where state = 'dead' order by id limit ${callsAtOnce})
         union
         (select inbound_event_id from quarantined_item
          where (organization_id = $1 or organization_id is null) and awaits_account is null
          order by created_at limit ${callsAtOnce})
         limit ${callsAtOnce}`,
        [organizationId],
      )
      return redoCalls(
        sql,
        found.map(({ id }) => id),
      )
    })
    audit('replayInbound', { calls })
    for (const queue of queues) wakes(queue)
    return { calls }
  },
})
