import { DeskError } from '#core/errors.ts'
import { longId } from '#core/new-id.ts'
import type { Permission } from '#core/team/permissions.ts'
import { scopes } from '#core/team/rights.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { askRoleName } from '../dialogues/role-name.ts'
import { mayManage } from '../team/member-face.ts'
import { readNarrowPage } from '../team/narrow-face.ts'
import { choosable, readRoleList, readRolePage, wordOf } from '../team/role-face.ts'
import { turnTeam } from '../team/turn-team.ts'
import { type Action, actionOn } from './action.ts'

/** Shows the roles that the organization has made. */
export const openRoles: Action = {
  verb: 'roles',
  async run(ctx) {
    await turnTeam(ctx, await readRoleList(ctx))
    return undefined
  },
}

/** Shows one role. */
export const openRole = actionOn('role', async (ctx, roleId) => {
  await turnTeam(ctx, await readRolePage(ctx, roleId))
  return undefined
})

/** Asks what a new role is called. */
export const roleNew: Action = {
  verb: 'role-new',
  async run(ctx) {
    if (!mayManage(ctx)) throw new DeskError('forbidden', 'not-allowed')
    await askRoleName(ctx, {})
    return undefined
  },
}

/** Asks what a role is to be called. */
export const roleName = actionOn('role-name', async (ctx, roleId) => {
  if (!mayManage(ctx)) throw new DeskError('forbidden', 'not-allowed')
  await permissionsOf(ctx, roleId)
  await askRoleName(ctx, { roleId })
  return undefined
})

/** Gives a role a permission, or takes it away; with that to work leads it is asked first whose theirs are to be. */
export const roleSet = actionOn('role-set', async (ctx, roleId, [wanted, named]) => {
  const permission = choosable.find((known) => wordOf(known) === named)
  if (!permission || (wanted !== 'on' && wanted !== 'off'))
    throw new DeskError('not-found', 'button-outdated')
  const before = await permissionsOf(ctx, roleId)
  const others = before.filter((known) => known !== permission)
  const permissions = wanted === 'on' ? [...others, permission] : others
  const question =
    permission === 'leads.work' && wanted === 'off' && before.includes(permission)
      ? await readNarrowPage(ctx, roleId)
      : undefined
  if (question) {
    await turnTeam(ctx, question)
    return undefined
  }
  await ctx.tools.desk.perform(actorOf(ctx), 'saveRole', { roleId, permissions })
  await turnTeam(ctx, await readRolePage(ctx, roleId))
  return undefined
})

/** Takes the right to work leads from a role; the leads of those who have it stay, are everybody's again, or a colleague's. */
export const roleLeads = actionOn('role-leads', async (ctx, roleId, [where = '']) => {
  const successorId = longId(where)
  if (!successorId && where !== 'free' && where !== 'stay')
    throw new DeskError('not-found', 'button-outdated')
  const before = await permissionsOf(ctx, roleId)
  await ctx.tools.desk.perform(actorOf(ctx), 'saveRole', {
    roleId,
    permissions: before.filter((known) => known !== 'leads.work'),
    ...(where === 'stay' ? {} : { leads: successorId ? { successorId } : ('free' as const) }),
  })
  await turnTeam(ctx, await readRolePage(ctx, roleId))
  return ctx.voice.say('toast-role-changed')
})

/** @throws DeskError role-not-found */
async function permissionsOf(ctx: MemberContext, roleId: string): Promise<readonly Permission[]> {
  const own = await ctx.tools.desk.ask(actorOf(ctx), 'listRoles', {})
  const role = own.find(({ id }) => id === roleId)
  if (!role) throw new DeskError('not-found', 'role-not-found')
  return role.permissions
}

/** Says whose leads a role shows. */
export const roleScope = actionOn('role-scope', async (ctx, roleId, [wanted]) => {
  const scope = scopes.find((known) => known === wanted)
  if (!scope) throw new DeskError('not-found', 'button-outdated')
  await ctx.tools.desk.perform(actorOf(ctx), 'saveRole', { roleId, scope })
  await turnTeam(ctx, await readRolePage(ctx, roleId))
  return undefined
})

/** Says whether a role shows the open leads that nobody has. */
export const roleOpen = actionOn('role-open', async (ctx, roleId, [wanted]) => {
  if (wanted !== 'yes' && wanted !== 'no') throw new DeskError('not-found', 'button-outdated')
  await ctx.tools.desk.perform(actorOf(ctx), 'saveRole', { roleId, unclaimed: wanted === 'yes' })
  await turnTeam(ctx, await readRolePage(ctx, roleId))
  return undefined
})

/** Deletes a role that nobody has. */
export const roleDelete = actionOn('role-delete', async (ctx, roleId) => {
  await ctx.tools.desk.perform(actorOf(ctx), 'removeRole', { roleId })
  await turnTeam(ctx, await readRoleList(ctx))
  return ctx.voice.say('toast-role-deleted')
})
