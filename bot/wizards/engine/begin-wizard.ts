import { DeskError } from '#core/errors.ts'
import type { NewPost } from '#core/posts/post.ts'
import type { MemberContext } from '../../context.ts'
import { findWizard } from '../find-wizard.ts'
import { changeWizard } from './change-wizard.ts'
import { leave } from './leave.ts'
import { begin } from './play.ts'
import type { WizardArgs } from './wizard.ts'

/**
 * Begins a wizard for the member, because of this update. One that he was in ends, and that is said.
 *
 * @throws DeskError forbidden, not-found (there is no wizard of that name)
 */
export async function beginWizard(ctx: MemberContext, name: string, args: WizardArgs = {}): Promise<void> {
  const wizard = findWizard(name)
  if (!wizard) throw new DeskError('not-found', 'button-outdated')
  if (!wizard.allowed({ kind: 'member', ...ctx.member })) throw new DeskError('forbidden', 'not-allowed')
  await changeWizard(ctx, 'begin', async (kept) => {
    const before: NewPost[] = kept.running ? await leave(ctx, kept.running, 'left') : []
    const { data, posts } = await begin(ctx, wizard, args)
    return { wizard, data, posts: [...before, ...posts] }
  })
}
