import { askerOf } from '#core/actor.ts'
import { DeskError } from '#core/errors.ts'
import { shortId } from '#core/new-id.ts'
import { canGive, canInvite, canManageTeam, canRule, isOwner } from '#core/policy.ts'
import { roles } from '#core/team/member.ts'
import { builtInRights } from '#core/team/rights.ts'
import { callbackData } from '../callback-data.ts'
import { sayRole, sayRoleOf } from '../cards/words-of-lead.ts'
import { actorOf, type MemberContext } from '../context.ts'
import type { Colleague } from '../notices/team.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'

/** As many as fit below a message with room for others. */
const mostButtons = 40

/** @throws DeskError member-not-found, also for one who has left */
export async function findColleagueById(ctx: MemberContext, memberId: string): Promise<Colleague> {
  const team = await ctx.tools.desk.ask(actorOf(ctx), 'listMembers', {})
  const member = team.find(({ id }) => id === memberId)
  if (!member) throw new DeskError('not-found', 'member-not-found')
  return member
}

const me = ({ member }: MemberContext) => ({ kind: 'member' as const, ...member })

/** Whether the member may change another's role and team, or take him off the team. */
export const mayRule = (ctx: MemberContext, other: Colleague): boolean =>
  canRule(me(ctx), other) && (other.id !== ctx.member.memberId || isOwner(askerOf(other)))

/** One member: his role, his team, and what may be changed of it. */
export async function readMemberPage(ctx: MemberContext, memberId: string): Promise<Face> {
  const { say, mark } = ctx.voice
  const member = await findColleagueById(ctx, memberId)
  const short = shortId(memberId)
  const change: Button[][] = mayRule(ctx, member)
    ? [
        [
          { text: say('button-role'), data: callbackData('member-role', short) },
          { text: say('button-team'), data: callbackData('member-team', short) },
        ],
        ...(member.id === ctx.member.memberId
          ? []
          : [
              [
                {
                  text: say('button-remove', { name: cutLine(tame(member.name), 40) }),
                  data: callbackData('remove', short),
                },
              ],
            ]),
      ]
    : []
  return {
    html: [
      `${mark}👤 <b>${escapeHtml(cutLine(member.name, 64))}</b>`,
      '',
      say('member-role', { role: escapeHtml(sayRoleOf(say, member)) }),
      member.teamName === null
        ? say('member-no-team')
        : say('member-team', { team: escapeHtml(cutLine(tame(member.teamName), 40)) }),
    ].join('\n'),
    buttons: [...change, back(ctx, 'team')],
  }
}

/** Asks which role a member is to have: those that the asking one may give. */
export async function readRoleChoice(ctx: MemberContext, memberId: string): Promise<Face> {
  const { say } = ctx.voice
  const member = await findColleagueById(ctx, memberId)
  const own = await ctx.tools.desk.ask(actorOf(ctx), 'listRoles', {})
  const actor = me(ctx)
  const short = shortId(memberId)
  const choice = (text: string, to: string, has: boolean): Button[] => [
    { text: has ? `✅ ${text}` : text, data: callbackData('give-role', short, to) },
  ]
  const buttons = [
    ...roles
      .filter((role) => canRule(actor, { role, permissions: builtInRights[role].permissions }))
      .map((role) => choice(sayRole(say, role), role, member.roleId === null && member.role === role)),
    ...own
      .filter(({ permissions }) => canGive(actor, permissions))
      .map(({ id, name }) => choice(cutLine(tame(name), 40), shortId(id), member.roleId === id)),
  ]
  const html = `👤 ${say('member-choose-role', { name: escapeHtml(cutLine(member.name, 64)) })}`
  return { html, buttons: [...buttons, back(ctx, 'member', short)] }
}

/** Asks in which team a member is to be. */
export async function readTeamChoice(ctx: MemberContext, memberId: string): Promise<Face> {
  const { say } = ctx.voice
  const member = await findColleagueById(ctx, memberId)
  const teams = await ctx.tools.desk.ask(actorOf(ctx), 'listTeams', {})
  const short = shortId(memberId)
  const choice = (text: string, to: string, has: boolean): Button[] => [
    { text: has ? `✅ ${text}` : text, data: callbackData('set-team', short, to) },
  ]
  const html = `👥 ${say('member-choose-team', { name: escapeHtml(cutLine(member.name, 64)) })}`
  const buttons = [
    ...teams
      .slice(0, mostButtons)
      .map(({ id, name }) => choice(cutLine(tame(name), 40), shortId(id), member.teamId === id)),
    choice(say('button-no-team'), 'none', member.teamId === null),
    [{ text: say('button-new-team'), data: callbackData('team-new', short) }],
    back(ctx, 'member', short),
  ]
  return { html, buttons }
}

/** Whether roles may be looked at and changed at all. */
export const mayManage = (ctx: MemberContext): boolean => canManageTeam(me(ctx))

/** Of the four, those that an invitation can be to. */
export const invitedRoles = ['agent', 'viewer', 'admin'] as const

/** Those of them to which this member may invite. */
export const invitableRoles = (ctx: MemberContext) => invitedRoles.filter((role) => canInvite(me(ctx), role))

/** Back to another page. */
export const back = ({ voice: { say } }: MemberContext, verb: string, ...parts: string[]): Button[] => [
  { text: say('button-back'), data: callbackData(verb, ...parts) },
]
