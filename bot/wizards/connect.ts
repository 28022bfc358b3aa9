import { formNetworks } from '#core/channels/form-settings.ts'
import { DeskError } from '#core/errors.ts'
import { canManageChannels } from '#core/policy.ts'
import { askFormName } from '../channels/ask-form-name.ts'
import {
  askAccount,
  askNetwork,
  askToken,
  askWhich,
  connectFound,
  forgetFound,
} from '../connect/access-steps.ts'
import { readConnectNetwork } from '../connect/connect-networks.ts'
import { setupFace } from '../connect/setup-face.ts'
import { defineWizard } from './engine/wizard.ts'

/**
 * Connects an account of the business: the network, which account, its token, its name to be confirmed. Begun with a
 * network, `of`, it does not ask for that. Doors for forms are made rather than connected: their name is asked for.
 */
export const connect = defineWizard({
  name: 'connect',
  version: 1,
  calledBy: 'wizard-connect',
  allowed: canManageChannels,
  forget: forgetFound,
  async run(steps, { of }) {
    const wanted = of ?? (await askNetwork(steps))
    const form = formNetworks.find((known) => known === wanted)
    if (form) {
      await steps.do('form', (ctx) => askFormName(ctx, form))
      return
    }
    const network = await steps.do('known network', async () => {
      const known = readConnectNetwork(wanted)
      if (!known) throw new DeskError('not-found', 'button-outdated')
      return known
    })
    const lacks = await steps.do('setup', async ({ tools }) => tools.setup?.(network) ?? null)
    const { missing = [], sometimes = [] } = lacks ?? {}
    if (missing.length > 0) {
      await steps.tell('setup', ({ voice: { say } }) => setupFace(say, network, missing))
      return
    }
    const account = { network, ...(await askAccount(steps, network)) }
    const found = await askToken(steps, account, sometimes)
    await connectFound(steps, await askWhich(steps, network, found))
  },
})
