import { DeskError } from '#core/errors.ts'
import { shortId } from '#core/new-id.ts'
import { canGive, canManageTeam } from '#core/policy.ts'
import { callbackData } from '../callback-data.ts'
import { sayRole } from '../cards/words-of-lead.ts'
import { actorOf } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import { invitableRoles } from '../team/member-face.ts'
import { cutLine } from '../text/cut-text.ts'
import { tame } from '../text/escape-html.ts'
import type { BotCommand } from './command.ts'

export const invitedRoles = ['agent', 'viewer', 'admin'] as const

/** `/invite`: asks as what; the link comes when that is chosen. */
export const invite: BotCommand = {
  name: 'invite',
  describedBy: 'command-invite',
  may: canManageTeam,
  async run(ctx) {
    const { say } = ctx.voice
    const own = await ctx.tools.desk.ask(actorOf(ctx), 'listRoles', {})
    const buttons = [
      ...invitableRoles(ctx).map((role) => [
        { text: sayRole(say, role), data: callbackData('invite', role) },
      ]),
      ...own
        .filter(({ permissions }) => canGive({ kind: 'member', ...ctx.member }, permissions))
        .map(({ id, name }) => [
          { text: cutLine(tame(name), 40), data: callbackData('invite', shortId(id)) },
        ]),
    ]
    if (buttons.length === 0) throw new DeskError('forbidden', 'not-allowed')
    await answerMember(ctx, 'invite', { html: say('invite-choose'), buttons })
  },
}
