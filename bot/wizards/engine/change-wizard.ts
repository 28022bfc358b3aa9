import type { OutputOf } from '#core/desk.ts'
import type { queries } from '#core/queries.ts'
import { accountOf, actorOf, type MemberContext } from '../../context.ts'
import type { Played } from './play.ts'
import type { Wizard } from './wizard.ts'

/** A member's wizard as the desk has it. */
export type Kept = OutputOf<(typeof queries)['readWizard']>

export const readKept = (ctx: MemberContext): Promise<Kept> =>
  ctx.tools.desk.ask(actorOf(ctx), 'readWizard', {})

/** What an update does to the wizard: one update can end one and begin another, each once. */
export type Deed = 'answer' | 'end' | 'begin'

const nameOf = (ctx: MemberContext) => `${accountOf(ctx)}:${ctx.update.update_id}`

/** Whether this update has done so already: it came twice, or the process ended before that was known. */
export const hasDone = (ctx: MemberContext, { heard }: Kept, deed: Deed): boolean =>
  heard.includes(`${nameOf(ctx)}:${deed}`)

export interface Next extends Played {
  wizard: Pick<Wizard, 'name' | 'version'>
}

/** A press and a message of one member can be handled at once: so often one of them begins again. */
const attempts = 5

/**
 * Changes how far the member's wizard has come, as `decide` says, on what was read. Of two who do so at once, in one
 * process or in two, the second decides again on what the first has kept; nothing that it meant to say was said.
 *
 * @param decide undefined: nothing is changed
 * @returns what was decided
 */
export async function changeWizard<Decided extends Next>(
  ctx: MemberContext,
  deed: Deed,
  decide: (kept: Kept) => Promise<Decided | undefined>,
): Promise<Decided | undefined> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const kept = await readKept(ctx)
    if (hasDone(ctx, kept, deed)) return undefined
    const next = await decide(kept)
    if (!next) return undefined
    const { wizard, data, posts } = next
    const outcome = await ctx.tools.desk.perform(actorOf(ctx), 'keepWizard', {
      revision: kept.revision,
      heard: `${nameOf(ctx)}:${deed}`,
      wizard: data && { name: wizard.name, version: wizard.version, state: JSON.stringify(data) },
      posts,
    })
    if (outcome.kept) return next
  }
  throw new Error('The wizard was changed each time that it was about to be.')
}
