import type { FormNetwork } from '#core/channels/form-settings.ts'
import { burst } from '../actions/burst.ts'
import type { MemberContext } from '../context.ts'
import { askQuestion } from '../dialogues/dialogue.ts'

/** Asks what a new form is to be called; the answer makes it. */
export async function askFormName(ctx: MemberContext, network: FormNetwork): Promise<void> {
  const { say, now } = ctx.voice
  const html = network === 'forms' ? say('form-ask-name') : say('google-ask-name')
  const question = { html, ask: say('form-name-placeholder') }
  await askQuestion(ctx, 'new-form', question, { network }, `new-form:${network}:${burst(now)}`)
}
