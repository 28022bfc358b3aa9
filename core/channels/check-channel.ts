import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canManageChannels } from '../policy.ts'
import { putTasks } from '../tasks/put-tasks.ts'
import { recurringTasks } from '../tasks/recurring-tasks.ts'
import { isDisconnected } from './disconnected-here.ts'

/**
 * Asks now, rather than at the next turn, how an account stands, and for its templates and leads; leads that were given up
 * are asked for once more.
 */
export const checkChannel = defineCommand({
  input: z.object({ channelAccountId: z.uuid() }),
  allowed: canManageChannels,
  async run({ sql, organizationId, channel, wakes }, { channelAccountId }) {
    const [account] = await sql.query<{ network: string; reason: { code: string } | null }>(
      'select network, stopped_reason as reason from channel_account where organization_id = $1 and id = $2',
      [organizationId, channelAccountId],
    )
    if (!account) throw new DeskError('not-found', 'channel-not-found')
    if (isDisconnected(account.reason)) throw new DeskError('conflict', 'channel-disconnected')
    await putTasks(sql, organizationId, recurringTasks(channel(account.network), channelAccountId))
    await sql.query(
      `update network_task set state = 'pending', attempts = 0, due_at = now()
       where organization_id = $1 and channel_account_id = $2 and kind = 'lead' and state = 'dead'`,
      [organizationId, channelAccountId],
    )
    wakes('task')
  },
})
