import { DeskError } from '#core/errors.ts'
import { longId } from '#core/new-id.ts'
import { canManageChannels } from '#core/policy.ts'
import { sayChannel } from '../cards/words-of-lead.ts'
import { readChannel } from '../channels/read-channel.ts'
import { askToken, askWhich, connectFound, forgetFound } from '../connect/access-steps.ts'
import { readConnectNetwork } from '../connect/connect-networks.ts'
import { defineWizard } from './engine/wizard.ts'

/** A new token for the account whose short id is `of`, and for no other. */
export const reconnect = defineWizard({
  name: 'reconnect',
  version: 1,
  calledBy: 'wizard-reconnect',
  allowed: canManageChannels,
  forget: forgetFound,
  async run(steps, { of = '' }) {
    const account = await steps.do('account', async (ctx) => {
      const channelAccountId = longId(of)
      if (!channelAccountId) throw new DeskError('not-found', 'button-outdated')
      const channel = await readChannel(ctx, channelAccountId)
      const network = readConnectNetwork(channel.network)
      if (!network) throw new DeskError('invalid', 'channel-not-connectable', { network: channel.network })
      return { network, channelAccountId, name: sayChannel(ctx.voice.say, channel) }
    })
    const found = await askToken(steps, account, [])
    await connectFound(steps, await askWhich(steps, account.network, found))
  },
})
