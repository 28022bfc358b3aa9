import { DeskError } from '#core/errors.ts'
import { callbackData } from '../callback-data.ts'
import type { Action } from './action.ts'
import { changeRefusal, sendDraft } from './pressed-draft.ts'

/**
 * Sends a refused answer as one that a person wrote, for which Meta gives a longer time. Whoever does it vouches for that
 * with the business's account, so it is said first.
 */
export const humanAgent: Action = {
  verb: 'human',
  async run(ctx, [step]) {
    const { say } = ctx.voice
    if (step === 'send') return sendDraft(ctx, { humanAgent: true })
    if (step !== 'ask') throw new DeskError('not-found', 'button-outdated')
    const buttons = [
      [{ text: say('button-human-agent-yes'), data: callbackData('human', 'send') }],
      [{ text: say('button-back'), data: callbackData('refused') }],
    ]
    await changeRefusal(ctx, { html: `🙋 ${say('human-agent-about')}`, buttons })
    return undefined
  },
}
