import { askerOf } from '#core/actor.ts'
import { authorize, canManageTeam } from '#core/policy.ts'
import { actorOf, viewerOf } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import { askForGroup } from '../team-desk/ask-for-group.ts'
import { deskFace } from '../team-desk/desk-face.ts'
import type { BotCommand } from './command.ts'

/** `/desk`: the team's group: how it stands, or a button to choose one. */
export const desk: BotCommand = {
  name: 'desk',
  describedBy: 'command-desk',
  may: canManageTeam,
  async run(ctx) {
    authorize(canManageTeam(askerOf(viewerOf(ctx))))
    const kept = await ctx.tools.desk.ask(actorOf(ctx), 'readTeamDesk', {})
    if (!kept) return askForGroup(ctx)
    await answerMember(ctx, 'desk', deskFace(ctx.voice.say, kept))
  },
}
