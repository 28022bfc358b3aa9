import { DeskError } from '#core/errors.ts'
import { longId } from '#core/new-id.ts'
import { sayRoleOf } from '../cards/words-of-lead.ts'
import { invitedRoles } from '../commands/invite.ts'
import { actorOf } from '../context.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { tellDuration } from '../text/tell-duration.ts'
import type { Action } from './action.ts'
import { changePressed } from './pressed-post.ts'

/** A little is added to what is left of an invitation, so that seven days are told as seven and not as six. */
const roundUpMs = 60_000

/** Makes an invitation for the chosen role and shows its link. */
export const inviteRole: Action = {
  verb: 'invite',
  async run(ctx, [chosen]) {
    const { say, now } = ctx.voice
    const role = invitedRoles.find((known) => known === chosen)
    const roleId = longId(chosen ?? '')
    if (!role && !roleId) throw new DeskError('not-found', 'button-outdated')
    const input = role ? { role } : { roleId: roleId ?? '' }
    const { code, expiresAt } = await ctx.tools.desk.perform(actorOf(ctx), 'inviteMember', input)
    const own = role ? [] : await ctx.tools.desk.ask(actorOf(ctx), 'listRoles', {})
    const roleName = own.find(({ id }) => id === roleId)?.name ?? null
    const called = escapeHtml(sayRoleOf(say, { role: role ?? 'viewer', roleName }))
    const left = tellDuration(say, expiresAt.getTime() - now.getTime() + roundUpMs)
    const link = `https://t.me/${ctx.me.username}?start=invite_${code}`
    const html = `${say('invite-link', { role: called, left })}\n\n${link}`
    await changePressed(ctx, { html }, 'invite:', `invite:${ctx.update.update_id}`)
    return undefined
  },
}
