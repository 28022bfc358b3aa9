import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canManageChannels } from '../policy.ts'
import { ChannelAccount } from './channel-account.ts'
import { isDisconnected } from './disconnected-here.ts'

/**
 * Takes a stopped channel up again after a person has mended it at the network. What waited is sent in order.
 *
 * @throws DeskError channel-not-found, channel-disconnected (then it has no token: it must be connected again)
 */
export const resumeChannel = defineCommand({
  input: z.object({ channelAccountId: z.uuid() }),
  allowed: canManageChannels,
  async run({ em, organizationId, record, audit, wakes }, { channelAccountId }) {
    const account = await em.findOne(ChannelAccount, { organizationId, id: channelAccountId })
    if (!account) throw new DeskError('not-found', 'channel-not-found')
    if (account.state === 'active') return
    if (isDisconnected(account.stoppedReason)) throw new DeskError('conflict', 'channel-disconnected')
    em.assign(account, { state: 'active', stoppedAt: null, stoppedReason: null })
    record({ type: 'channel.resumed', data: { channelAccountId }, lane: channelAccountId })
    audit('resumeChannel', { channelAccountId })
    wakes('send')
  },
})
