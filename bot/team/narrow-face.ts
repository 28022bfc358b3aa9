import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import { actorOf, type MemberContext } from '../context.ts'
import type { Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'
import { back } from './member-face.ts'
import { readSuccessors } from './successors.ts'

/** What those have who have a role that is to work leads no more, and where it goes; undefined: there is nothing to ask. */
export async function readNarrowPage(ctx: MemberContext, roleId: string): Promise<Face | undefined> {
  const { name, memberIds, leads, reminders } = await ctx.tools.desk.ask(actorOf(ctx), 'readRoleWork', {
    roleId,
  })
  if (leads === 0) return undefined
  const { say } = ctx.voice
  const short = shortId(roleId)
  const successors = await readSuccessors(ctx, memberIds)
  const to = (where: string) => callbackData('role-leads', short, where)
  return {
    html: [
      `🪪 <b>${escapeHtml(cutLine(tame(name), 40))}</b> – ${say('role-members', { count: memberIds.length })}`,
      say('role-narrow-ask'),
      [say('remove-leads', { count: leads }), say('remove-reminders', { count: reminders })].join('\n'),
      say('demote-whom'),
    ].join('\n\n'),
    buttons: [
      [{ text: `📥 ${say('button-remove-to-all')}`, data: to('free') }],
      ...successors.map(({ id, text }) => [{ text, data: to(shortId(id)) }]),
      [{ text: say('button-role-leads-stay'), data: to('stay') }],
      back(ctx, 'role', short),
    ],
  }
}
