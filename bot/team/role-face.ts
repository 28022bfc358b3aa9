import { DeskError } from '#core/errors.ts'
import { shortId } from '#core/new-id.ts'
import { canGive } from '#core/policy.ts'
import { type Permission, permissions } from '#core/team/permissions.ts'
import { type Scope, scopes } from '#core/team/rights.ts'
import { callbackData } from '../callback-data.ts'
import { actorOf, type MemberContext } from '../context.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'
import { back } from './member-face.ts'

export const permissionKeys: Record<Permission, string> = {
  'leads.read': 'permission-leads-read',
  'leads.work': 'permission-leads-work',
  'leads.draft': 'permission-leads-draft',
  'leads.assign': 'permission-leads-assign',
  'leads.release-others': 'permission-leads-release-others',
  'leads.import': 'permission-leads-import',
  'contacts.merge': 'permission-contacts-merge',
  'contacts.erase': 'permission-contacts-erase',
  'phones.see': 'permission-phones-see',
  'reminders.others': 'permission-reminders-others',
  'quick-replies.share': 'permission-quick-replies-share',
  'channels.manage': 'permission-channels-manage',
  'team.manage': 'permission-team-manage',
  'jobs.view': 'permission-jobs-view',
  'reports.see': 'permission-reports-see',
}

export const scopeKeys: Record<Scope, string> = {
  own: 'scope-own',
  team: 'scope-team',
  all: 'scope-all',
}

/** What a role can be given: looking at leads belongs to every one. */
export const choosable = permissions.filter((permission) => permission !== 'leads.read')

/** A permission as a button carries it: buttons know no points. */
export const wordOf = (permission: Permission): string => permission.replace('.', '_')

/** The roles that the organization has made. */
export async function readRoleList(ctx: MemberContext): Promise<Face> {
  const { say, mark } = ctx.voice
  const own = await ctx.tools.desk.ask(actorOf(ctx), 'listRoles', {})
  const lines = own.map(
    ({ name, members }) =>
      `${mark}• <b>${escapeHtml(cutLine(tame(name), 40))}</b> – ${say('role-members', { count: members })}`,
  )
  return {
    html: [
      `🪪 <b>${say('roles-title')}</b>`,
      say('roles-about'),
      ...(lines.length > 0 ? [lines.join('\n')] : []),
    ].join('\n\n'),
    buttons: [
      ...own.map(({ id, name }) => [
        { text: cutLine(tame(name), 40), data: callbackData('role', shortId(id)) },
      ]),
      [{ text: say('button-new-role'), data: callbackData('role-new') }],
      back(ctx, 'team'),
    ],
  }
}

/** One role: what it gives and whose leads it shows, each a tap away from being otherwise. */
export async function readRolePage(ctx: MemberContext, roleId: string): Promise<Face> {
  const { say, mark } = ctx.voice
  const own = await ctx.tools.desk.ask(actorOf(ctx), 'listRoles', {})
  const role = own.find(({ id }) => id === roleId)
  if (!role) throw new DeskError('not-found', 'role-not-found')
  const short = shortId(roleId)
  const actor = { kind: 'member' as const, ...ctx.member }
  const has = (permission: Permission) => role.permissions.includes(permission)
  const toggle = (permission: Permission): Button[] => [
    {
      text: `${has(permission) ? '✅' : '▫️'} ${say(permissionKeys[permission])}`,
      // What it is to be, not that it is to change: heard twice, it is the same.
      data: callbackData('role-set', short, has(permission) ? 'off' : 'on', wordOf(permission)),
    },
  ]
  const sees = scopes.map((scope) => ({
    text: `${role.scope === scope ? '✅ ' : ''}${say(scopeKeys[scope])}`,
    data: callbackData('role-scope', short, scope),
  }))
  const unclaimed = {
    text: `${role.unclaimed ? '✅' : '▫️'} ${say('scope-unclaimed')}`,
    data: callbackData('role-open', short, role.unclaimed ? 'no' : 'yes'),
  }
  const mayChange = canGive(actor, role.permissions)
  return {
    html: [
      `${mark}🪪 <b>${escapeHtml(cutLine(tame(role.name), 40))}</b> – ${say('role-members', { count: role.members })}`,
      say('role-hint'),
    ].join('\n\n'),
    buttons: [
      ...(mayChange
        ? [
            ...choosable.filter((permission) => canGive(actor, [permission])).map(toggle),
            sees,
            ...(role.scope === 'all' ? [] : [[unclaimed]]),
            [
              { text: say('button-role-rename'), data: callbackData('role-name', short) },
              { text: say('button-role-delete'), data: callbackData('role-delete', short) },
            ],
          ]
        : []),
      back(ctx, 'roles'),
    ],
  }
}
