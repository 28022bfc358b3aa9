import { shortId } from '#core/new-id.ts'
import { canRule } from '#core/policy.ts'
import { loadOf, markOf } from '../assignment/say-assignee.ts'
import { callbackData } from '../callback-data.ts'
import { sayRoleOf } from '../cards/words-of-lead.ts'
import { actorOf, type MemberContext } from '../context.ts'
import type { Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'

/** The team with its roles; who leads it has a button to remove each one whom he may. */
export async function readTeam(ctx: MemberContext): Promise<Face> {
  const { tools, voice, member } = ctx
  const { say } = voice
  const team = await tools.desk.ask(actorOf(ctx), 'listMembers', {})
  const states = await tools.desk.ask(actorOf(ctx), 'listAssignees', {})
  const actor = { kind: 'member' as const, ...member }
  const lines = team.map((one) => {
    const { name, unreachable } = one
    const state = states.find(({ id }) => id === one.id)
    const line = `${state ? markOf(state) : '•'} <b>${escapeHtml(cutLine(name, 64))}</b> – ${escapeHtml(sayRoleOf(say, one))}${state ? ` · ${loadOf(state)}` : ''}`
    return unreachable ? `${line} (${say('team-unreachable')})` : line
  })
  const removable = team.filter((one) => one.id !== member.memberId && canRule(actor, one))
  return {
    html: [
      `👥 <b>${say('team-title', { count: team.length })}</b>`,
      '',
      ...lines,
      '',
      `<i>${say('assign-signs')}</i>`,
    ].join('\n'),
    buttons: removable.slice(0, 50).map(({ id, name }) => [
      {
        text: say('button-remove', { name: cutLine(tame(name), 40) }),
        data: callbackData('remove', shortId(id)),
      },
    ]),
  }
}
