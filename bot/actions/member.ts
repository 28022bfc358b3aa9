import { DeskError } from '#core/errors.ts'
import { longId } from '#core/new-id.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { askTeamName } from '../dialogues/team-name.ts'
import { type ChosenRole, findChosenRole, readDemotePage } from '../team/demote-face.ts'
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

/** Gives a member another role; where he would work leads no more and has some, it is asked first whose they are to be. */
export const giveRole = actionOn('give-role', async (ctx, memberId, [word = '']) => {
  const chosen = await mustFindRole(ctx, word)
  const question = await readDemotePage(ctx, memberId, chosen)
  if (!question) return changeRole(ctx, memberId, chosen)
  await turnTeam(ctx, question)
  return undefined
})

/** Gives him a role without leads; his are everybody's again. */
export const giveRoleFree = actionOn('role-free', async (ctx, memberId, [word = '']) =>
  changeRole(ctx, memberId, await mustFindRole(ctx, word)),
)

/** Gives him a role without leads; a colleague has his. */
export const giveRoleTo = actionOn('role-to', async (ctx, memberId, [to = '', word = '']) => {
  const successorId = longId(to)
  if (!successorId) throw new DeskError('not-found', 'button-outdated')
  return changeRole(ctx, memberId, await mustFindRole(ctx, word), { successorId })
})

/** One of another organization is nothing that we know of: the desk refuses it, and writes that down. */
async function mustFindRole(ctx: MemberContext, word: string): Promise<ChosenRole> {
  const chosen = await findChosenRole(ctx, word)
  if (chosen) return chosen
  const roleId = longId(word)
  if (!roleId) throw new DeskError('not-found', 'button-outdated')
  return { word, to: { roleId }, called: '', permissions: ['leads.work'] }
}

async function changeRole(
  ctx: MemberContext,
  memberId: string,
  { to }: ChosenRole,
  more: { successorId?: string } = {},
): Promise<string> {
  await ctx.tools.desk.perform(actorOf(ctx), 'changeMemberRole', { memberId, to, ...more })
  await turnTeam(ctx, await readMemberPage(ctx, memberId))
  return ctx.voice.say('toast-role-changed')
}

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
