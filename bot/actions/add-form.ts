import { formNetworks } from '#core/channels/form-settings.ts'
import { DeskError } from '#core/errors.ts'
import { askFormName } from '../channels/ask-form-name.ts'
import { mustManageChannels } from '../channels/must-manage-channels.ts'
import type { Action } from './action.ts'

/** Begins a new form. */
export const addForm: Action = {
  verb: 'form-add',
  async run(ctx, [wanted]) {
    mustManageChannels(ctx)
    const network = formNetworks.find((known) => known === wanted)
    if (!network) throw new DeskError('not-found', 'button-outdated')
    await askFormName(ctx, network)
    return undefined
  },
}
