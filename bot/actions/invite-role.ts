import { DeskError } from '#core/errors.ts'
import { sayRole } from '../cards/words-of-lead.ts'
import { invitedRoles } from '../commands/invite.ts'
import { actorOf } from '../context.ts'
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
    if (!role) throw new DeskError('not-found', 'button-outdated')
    const { code, expiresAt } = await ctx.tools.desk.perform(actorOf(ctx), 'inviteMember', { role })
    const left = tellDuration(say, expiresAt.getTime() - now.getTime() + roundUpMs)
    const link = `https://t.me/${ctx.me.username}?start=invite_${code}`
    const html = `${say('invite-link', { role: sayRole(say, role), left })}\n\n${link}`
    await changePressed(ctx, { html }, 'invite:', `invite:${ctx.update.update_id}`)
    return undefined
  },
}
