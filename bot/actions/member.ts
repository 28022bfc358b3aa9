import { DeskError } from '#core/errors.ts'
import { longId } from '#core/new-id.ts'
import { roles } from '#core/team/member.ts'
import { actorOf } from '../context.ts'
import { askTeamName } from '../dialogues/team-name.ts'
import {
  findColleagueById,
  mayRule,
  readMemberPage,
  readRoleChoice,
  readTeamChoice,
} from '../team/member-face.ts'
import { turnTeam } from '../team/turn-team.ts'
import { actionOn } from './action.ts'

/** Shows a member. */
export const openMember = actionOn('member', async (ctx, memberId) => {
  await turnTeam(ctx, await readMemberPage(ctx, memberId))
  return undefined
})

/** Asks for the role of a member. */
export const memberRole = actionOn('member-role', async (ctx, memberId) => {
  await turnTeam(ctx, await readRoleChoice(ctx, memberId))
  return undefined
})

/** Gives a member another role. */
export const giveRole = actionOn('give-role', async (ctx, memberId, [chosen = '']) => {
  const role = roles.find((known) => known === chosen)
  const roleId = longId(chosen)
  if (!role && !roleId) throw new DeskError('not-found', 'button-outdated')
  await ctx.tools.desk.perform(actorOf(ctx), 'changeMemberRole', {
    memberId,
    to: role ? { role } : { roleId: roleId ?? '' },
  })
  await turnTeam(ctx, await readMemberPage(ctx, memberId))
  return ctx.voice.say('toast-role-changed')
})

/** Asks for the team of a member. */
export const memberTeam = actionOn('member-team', async (ctx, memberId) => {
  await turnTeam(ctx, await readTeamChoice(ctx, memberId))
  return undefined
})

/** Puts a member into a team, or into none. */
export const setTeam = actionOn('set-team', async (ctx, memberId, [chosen = '']) => {
  const id = longId(chosen)
  if (!id && chosen !== 'none') throw new DeskError('not-found', 'button-outdated')
  await ctx.tools.desk.perform(actorOf(ctx), 'setMemberTeam', { memberId, team: id ? { id } : null })
  await turnTeam(ctx, await readMemberPage(ctx, memberId))
  return undefined
})

/** Asks what a new team is called. */
export const teamNew = actionOn('team-new', async (ctx, memberId) => {
  const member = await findColleagueById(ctx, memberId)
  if (!mayRule(ctx, member)) throw new DeskError('forbidden', 'not-allowed')
  await askTeamName(ctx, member)
  return undefined
})
