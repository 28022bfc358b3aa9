import { z } from 'zod'
import { DeskError } from '#core/errors.ts'
import { builtInRights } from '#core/team/rights.ts'
import { burst } from '../actions/burst.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import { readRolePage } from '../team/role-face.ts'
import { tame } from '../text/escape-html.ts'
import { askQuestion, type Dialogue } from './dialogue.ts'

/** Of a role that there is; a new one has none. */
const gatheredOf = z.object({ roleId: z.uuid().exactOptional() })

/** Asks what a role is to be called. */
export async function askRoleName(ctx: MemberContext, asked: z.output<typeof gatheredOf>): Promise<void> {
  const { say, now } = ctx.voice
  const question = { html: `🪪 ${say('role-ask-name')}`, ask: say('role-name-placeholder') }
  await askQuestion(ctx, 'role-name', question, asked, `role-name:${asked.roleId ?? 'new'}:${burst(now)}`)
}

/** A role's name. A new one begins as an agent who sees his own leads, as far as its maker may give that. */
export const roleName: Dialogue = {
  purpose: 'role-name',
  async hear(ctx, text, gathered) {
    const read = gatheredOf.safeParse(gathered)
    if (!read.success) throw new DeskError('not-found', 'button-outdated')
    const { roleId } = read.data
    const name = tame(text).trim()
    const begun = {
      permissions: builtInRights.agent.permissions.filter((one) => ctx.member.permissions.includes(one)),
      scope: 'own' as const,
    }
    const saved = await ctx.tools.desk.perform(actorOf(ctx), 'saveRole', {
      name,
      ...(roleId === undefined ? begun : { roleId }),
    })
    const page = await readRolePage(ctx, saved.roleId)
    await answerMember(ctx, 'team', page, { key: `team:${ctx.update.update_id}` })
  },
}
