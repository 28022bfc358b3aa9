import { DeskError } from '#core/errors.ts'
import { canInvite, canManageTeam } from '#core/policy.ts'
import { callbackData } from '../callback-data.ts'
import { sayRole } from '../cards/words-of-lead.ts'
import type { MemberContext } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import type { BotCommand } from './command.ts'

export const invitedRoles = ['agent', 'viewer', 'admin'] as const

/** `/invite`: asks as what; the link comes when that is chosen. */
export const invite: BotCommand = {
  name: 'invite',
  describedBy: 'command-invite',
  may: canManageTeam,
  async run(ctx) {
    const { say } = ctx.voice
    const roles = invitedRoles.filter((role) => canInvite(knownActor(ctx), role))
    if (roles.length === 0) throw new DeskError('forbidden', 'not-allowed')
    const buttons = roles.map((role) => [{ text: sayRole(say, role), data: callbackData('invite', role) }])
    await answerMember(ctx, 'invite', { html: say('invite-choose'), buttons })
  },
}

/** The member as policies know him, to decide what to offer; the desk looks again when it is pressed. */
const knownActor = ({ member }: MemberContext) => ({ kind: 'member' as const, ...member })
