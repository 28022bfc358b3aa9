import { z } from 'zod'
import { DeskError } from '#core/errors.ts'
import { burst } from '../actions/burst.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import { readMemberPage } from '../team/member-face.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'
import { askQuestion, type Dialogue } from './dialogue.ts'

/** Who is to be in it. */
const gatheredOf = z.object({ memberId: z.uuid() })

/** Asks what the team of a member is called. */
export async function askTeamName(
  ctx: MemberContext,
  { id, name }: { id: string; name: string },
): Promise<void> {
  const { say, now } = ctx.voice
  const question = {
    html: `👥 ${say('team-ask-name', { name: escapeHtml(cutLine(name, 64)) })}`,
    ask: say('team-name-placeholder'),
  }
  await askQuestion(ctx, 'team-name', question, { memberId: id }, `team-name:${id}:${burst(now)}`)
}

/** A team's name, which makes the team where there is none of that name. */
export const teamName: Dialogue = {
  purpose: 'team-name',
  async hear(ctx, text, gathered) {
    const read = gatheredOf.safeParse(gathered)
    if (!read.success) throw new DeskError('not-found', 'button-outdated')
    const { memberId } = read.data
    const team = { name: tame(text).trim() }
    await ctx.tools.desk.perform(actorOf(ctx), 'setMemberTeam', { memberId, team })
    await answerMember(ctx, 'team', await readMemberPage(ctx, memberId), {
      key: `team:${ctx.update.update_id}`,
    })
  },
}
