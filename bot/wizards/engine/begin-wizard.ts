import { DeskError } from '#core/errors.ts'
import type { NewPost } from '#core/posts/post.ts'
import type { MemberContext } from '../../context.ts'
import { findWizard } from '../find-wizard.ts'
import { changeWizard } from './change-wizard.ts'
import { leave } from './leave.ts'
import { begin } from './play.ts'
import { standingOf } from './standing.ts'
import type { WizardArgs } from './wizard.ts'

/**
 * Begins a wizard for the member, because of this update. One that he was in ends, and that is said, unless it waited
 * on the very thing with which it begins again.
 *
 * @throws DeskError forbidden, not-found (there is no wizard of that name)
 */
export async function beginWizard(ctx: MemberContext, name: string, args: WizardArgs = {}): Promise<void> {
  const wizard = findWizard(name)
  if (!wizard) throw new DeskError('not-found', 'button-outdated')
  if (!wizard.allowed({ kind: 'member', ...ctx.member })) throw new DeskError('forbidden', 'not-allowed')
  await changeWizard(ctx, 'begin', async (kept) => {
    const { running } = kept
    const isOnThat = running?.name === name && args.of !== undefined && standingOf(running)?.of === args.of
    const before: NewPost[] = running && !isOnThat ? await leave(ctx, running, 'left') : []
    const { data, posts } = await begin(ctx, wizard, args)
    return { wizard, data, posts: [...before, ...posts] }
  })
}
