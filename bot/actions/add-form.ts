import { formNetworks } from '#core/channels/form-settings.ts'
import { DeskError } from '#core/errors.ts'
import { mustManageChannels } from '../channels/must-manage-channels.ts'
import { askQuestion } from '../dialogues/dialogue.ts'
import type { Action } from './action.ts'
import { burst } from './burst.ts'

/** Asks what a new form is to be called; the answer makes it. */
export const addForm: Action = {
  verb: 'form-add',
  async run(ctx, [wanted]) {
    mustManageChannels(ctx)
    const { say, now } = ctx.voice
    const network = formNetworks.find((known) => known === wanted)
    if (!network) throw new DeskError('not-found', 'button-outdated')
    const html = network === 'forms' ? say('form-ask-name') : say('google-ask-name')
    const question = { html, ask: say('form-name-placeholder') }
    await askQuestion(ctx, 'new-form', question, { network }, `new-form:${network}:${burst(now)}`)
    return undefined
  },
}
