import type { NewPost } from '#core/posts/post.ts'
import type { RunningWizard } from '#core/wizards/read-wizard.ts'
import { deleteSecret } from '../../connect/delete-secret.ts'
import { holdsSecret } from '../../connect/secret-updates.ts'
import type { MemberContext } from '../../context.ts'
import { findWizard } from '../find-wizard.ts'
import { createTelling } from './create-telling.ts'
import { standingOf } from './standing.ts'
import type { Ending } from './wizard.ts'
import { wizardData } from './wizard-data.ts'

/** Why a wizard ends before its end. */
export type EarlyEnding = Exclude<Ending, 'done'>

const endingKeys: Record<EarlyEnding, string> = {
  cancelled: 'wizard-cancelled',
  left: 'wizard-left',
  anew: 'wizard-anew',
  gone: 'wizard-gone',
  forbidden: 'wizard-not-allowed',
}

/**
 * Puts away what a wizard has kept, when it ends before its end.
 *
 * @returns what is said of it: nothing where nothing was lost. The posts have names of their own: the same update may
 * begin another wizard
 */
export async function leave(
  ctx: MemberContext,
  running: RunningWizard,
  ending: EarlyEnding,
): Promise<NewPost[]> {
  const { say } = ctx.voice
  const wizard = findWizard(running.name)
  const data = wizardData.safeParse(running.state)
  const question = data.success ? data.data.question : null
  const telling = createTelling(ctx, '', question, 'wizard-left')
  await wizard?.forget?.(ctx, ending, standingOf(running)?.of)
  const called = { wizard: wizard ? say(wizard.calledBy) : say('wizard-some') }
  const isKept = wizard?.resumes && ending === 'cancelled'
  const told = isKept ? say('wizard-cancelled-kept', called) : say(endingKeys[ending], called)
  const stays = holdsSecret(ctx.update) && !(await deleteSecret(ctx))
  if (ending === 'left' && !stays && (wizard?.resumes || question?.number === 1)) {
    // It goes on where it was, or nothing was answered yet: its question loses its buttons, and that is all.
    telling.end()
    return telling.posts
  }
  telling.tell({ html: stays ? `${told}\n\n⚠️ ${say('connect-not-deleted')}` : told })
  return telling.posts
}
