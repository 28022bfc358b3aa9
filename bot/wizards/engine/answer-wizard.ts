import type { RunningWizard } from '#core/wizards/read-wizard.ts'
import type { MemberContext } from '../../context.ts'
import { findWizard } from '../find-wizard.ts'
import { changeWizard, type Next } from './change-wizard.ts'
import { OtherSteps } from './create-steps.ts'
import { type EarlyEnding, leave } from './leave.ts'
import { begin, goOn } from './play.ts'
import type { Wizard } from './wizard.ts'
import { wizardData } from './wizard-data.ts'

/** Gives an answer to the wizard that the member is in. */
export async function answerWizard(
  ctx: MemberContext,
  isMeant: (running: RunningWizard) => boolean = () => true,
): Promise<void> {
  await changeWizard(ctx, 'answer', async ({ running }) =>
    running && isMeant(running) ? decide(ctx, running) : undefined,
  )
}

/** Ends the wizard that the member is in; nothing of it was done but what it has said that it did. */
export async function endWizard(ctx: MemberContext, ending: EarlyEnding): Promise<void> {
  await changeWizard(ctx, 'end', async ({ running }) => (running ? nothing(ctx, running, ending) : undefined))
}

async function decide(ctx: MemberContext, running: RunningWizard): Promise<Next> {
  const wizard = findWizard(running.name)
  if (!wizard) return nothing(ctx, running, 'gone')
  if (!wizard.allowed({ kind: 'member', ...ctx.member })) return nothing(ctx, running, 'forbidden')
  const data = wizardData.safeParse(running.state)
  if (!data.success || running.version !== wizard.version) return anew(ctx, running, wizard, data.data?.args)
  try {
    return { wizard, ...(await goOn(ctx, wizard, data.data)) }
  } catch (error) {
    if (!(error instanceof OtherSteps)) throw error
    ctx.tools.log.warn(
      { wizard: wizard.name, reason: error.message },
      'a wizard begins anew: its steps are others now',
    )
    return anew(ctx, running, wizard, data.data.args)
  }
}

/** Another version of the desk has other steps: what was said to the old ones cannot be gone on with. */
async function anew(ctx: MemberContext, running: RunningWizard, wizard: Wizard, args = {}): Promise<Next> {
  const before = await leave(ctx, running, 'anew')
  const { data, posts } = await begin(ctx, wizard, args)
  return { wizard, data, posts: [...before, ...posts] }
}

const nothing = async (ctx: MemberContext, running: RunningWizard, ending: EarlyEnding): Promise<Next> => ({
  wizard: { name: running.name, version: running.version },
  data: null,
  posts: await leave(ctx, running, ending),
})
