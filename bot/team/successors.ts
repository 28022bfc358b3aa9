import { askerOf } from '#core/actor.ts'
import { canWorkLeads } from '#core/policy.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { cutLine } from '../text/cut-text.ts'
import { tame } from '../text/escape-html.ts'

/** As many as fit below a message with room for others. */
const mostSuccessors = 40

/** To whom what some have can be handed: the others who work leads, with what stands on their buttons. */
export async function readSuccessors(
  ctx: MemberContext,
  memberIds: readonly string[],
): Promise<{ id: string; text: string }[]> {
  const team = await ctx.tools.desk.ask(actorOf(ctx), 'listMembers', {})
  return team
    .filter((member) => !memberIds.includes(member.id) && canWorkLeads(askerOf(member)))
    .slice(0, mostSuccessors)
    .map(({ id, name }) => ({ id, text: `👤 ${cutLine(tame(name), 40)}` }))
}
