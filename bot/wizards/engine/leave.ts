import type { NewPost } from '#core/posts/post.ts'
import type { RunningWizard } from '#core/wizards/read-wizard.ts'
import type { MemberContext } from '../../context.ts'
import { findWizard } from '../find-wizard.ts'
import { createTelling } from './create-telling.ts'
import { wizardData } from './wizard-data.ts'

/** Why a wizard ends before its end. */
export type Ending = 'cancelled' | 'left' | 'anew' | 'gone' | 'forbidden'

const endingKeys: Record<Ending, string> = {
  cancelled: 'wizard-cancelled',
  left: 'wizard-left',
  anew: 'wizard-anew',
  gone: 'wizard-gone',
  forbidden: 'wizard-not-allowed',
}

/**
 * What is said when a wizard ends before its end. The posts have names
 * of their own: the same update may begin another wizard.
 */
export function leave(ctx: MemberContext, running: RunningWizard, ending: Ending): NewPost[] {
  const { say } = ctx.voice
  const wizard = findWizard(running.name)
  const data = wizardData.safeParse(running.state)
  const telling = createTelling(ctx, '', data.success ? data.data.question : null, 'wizard-left')
  telling.tell({
    html: say(endingKeys[ending], { wizard: wizard ? say(wizard.calledBy) : say('wizard-some') }),
  })
  return telling.posts
}
