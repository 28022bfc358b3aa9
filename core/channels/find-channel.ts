import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canReadLeads } from '../policy.ts'
import { ChannelAccount } from './channel-account.ts'

/** One channel account, without its token. */
export const findChannel = defineQuery({
  input: z.object({ channelAccountId: z.uuid() }),
  allowed: canReadLeads,
  async run({ em, organizationId }, { channelAccountId }) {
    const account = await em.findOne(ChannelAccount, { organizationId, id: channelAccountId })
    if (!account) throw new DeskError('not-found', 'channel-not-found')
    const { id, network, externalId, name, state, stoppedReason } = account
    return { id, network, externalId, name, state, stoppedReason: stoppedReason ?? null }
  },
})
