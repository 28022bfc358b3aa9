import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import { sayRoleOf } from '../cards/words-of-lead.ts'
import { actorOf, type MemberContext } from '../context.ts'
import type { Face } from '../posts/post-content.ts'
import { mayManage, mayRule } from '../team/member-face.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'

/** The team with its roles; who leads it has a button for each one over whom he decides, and for the roles. */
export async function readTeam(ctx: MemberContext): Promise<Face> {
  const { tools, voice } = ctx
  const { say, mark } = voice
  const team = await tools.desk.ask(actorOf(ctx), 'listMembers', {})
  const lines = team.map((member) => {
    const facts = [sayRoleOf(say, member), ...(member.teamName === null ? [] : [member.teamName])]
    const told = facts.map((fact) => escapeHtml(cutLine(tame(fact), 40))).join(' · ')
    const line = `${mark}• <b>${escapeHtml(cutLine(member.name, 64))}</b> – ${told}`
    return member.unreachable ? `${line} (${say('team-unreachable')})` : line
  })
  const ruled = team.filter((member) => mayRule(ctx, member)).slice(0, 50)
  return {
    html: [`👥 <b>${say('team-title', { count: team.length })}</b>`, '', ...lines].join('\n'),
    buttons: [
      ...ruled.map(({ id, name }) => [
        { text: `👤 ${cutLine(tame(name), 40)}`, data: callbackData('member', shortId(id)) },
      ]),
      ...(mayManage(ctx) ? [[{ text: `🪪 ${say('button-roles')}`, data: callbackData('roles') }]] : []),
    ],
  }
}
