import { DeskError } from '#core/errors.ts'
import { longId } from '#core/new-id.ts'
import { readTeam } from '../commands/read-team.ts'
import { actorOf } from '../context.ts'
import { readRemovePage } from '../team/remove-face.ts'
import { turnTeam } from '../team/turn-team.ts'
import { type Action, actionOn } from './action.ts'

/** Asks to whom goes what a member has. */
export const removeMember = actionOn('remove', async (ctx, memberId, [quickReplies = 'keep']) => {
  await turnTeam(ctx, await readRemovePage(ctx, memberId, quickReplies === 'drop'))
  return undefined
})

/** Removes a member; his leads are everybody's again. */
export const removeMemberYes = actionOn('remove-yes', async (ctx, memberId, [quickReplies]) => {
  const manner = quickReplies === 'drop' ? ('drop' as const) : ('keep' as const)
  await ctx.tools.desk.perform(actorOf(ctx), 'removeMember', { memberId, quickReplies: manner })
  await turnTeam(ctx, await readTeam(ctx))
  return ctx.voice.say('toast-removed')
})

/** Removes a member; a colleague has his leads. */
export const removeMemberTo = actionOn('remove-to', async (ctx, memberId, [to = '', quickReplies]) => {
  const successorId = longId(to)
  if (!successorId) throw new DeskError('not-found', 'button-outdated')
  const manner = quickReplies === 'drop' ? ('drop' as const) : ('keep' as const)
  await ctx.tools.desk.perform(actorOf(ctx), 'removeMember', { memberId, successorId, quickReplies: manner })
  await turnTeam(ctx, await readTeam(ctx))
  return ctx.voice.say('toast-removed')
})

/** Back to the team. */
export const backToTeam: Action = {
  verb: 'team',
  async run(ctx) {
    await turnTeam(ctx, await readTeam(ctx))
    return undefined
  },
}
