import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canManageChannels } from '../policy.ts'

/**
 * A person has seen what threatens a channel and wants to see it no more: for dangers that a network never takes back.
 * Told again by the network, it is a new one.
 *
 * @throws DeskError channel-not-found
 */
export const dismissDanger = defineCommand({
  input: z.object({ channelAccountId: z.uuid(), code: z.string().min(1).max(200) }),
  allowed: canManageChannels,
  async run({ sql, organizationId, audit }, { channelAccountId, code }) {
    const [account] = await sql.query(
      `update channel_account set dangers = dangers - $3::text where organization_id = $1 and id = $2 returning id`,
      [organizationId, channelAccountId, code],
    )
    if (!account) throw new DeskError('not-found', 'channel-not-found')
    audit('dismissDanger', { channelAccountId, code })
  },
})
