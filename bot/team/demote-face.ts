import { longId, shortId } from '#core/new-id.ts'
import { roles } from '#core/team/member.ts'
import type { Permission } from '#core/team/permissions.ts'
import { builtInRights } from '#core/team/rights.ts'
import { callbackData } from '../callback-data.ts'
import { sayRole } from '../cards/words-of-lead.ts'
import { actorOf, type MemberContext } from '../context.ts'
import type { Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'
import { back } from './member-face.ts'
import { readSuccessors } from './successors.ts'

/** A role that somebody is to have. */
export interface ChosenRole {
  /** As a button carries it: the name of one of the four, or a short id. */
  word: string
  to: { role: (typeof roles)[number] } | { roleId: string }
  /** What it is called; not escaped. */
  called: string
  permissions: readonly Permission[]
}

/** A button has no room for three ids: of a role's, its last letters are enough to tell it from the few others. */
const shortWord = 8

/** The role that a button speaks of; undefined for one that is not there any more. */
export async function findChosenRole(ctx: MemberContext, word: string): Promise<ChosenRole | undefined> {
  const role = roles.find((known) => known === word)
  if (role) {
    const { permissions } = builtInRights[role]
    return { word, to: { role }, called: sayRole(ctx.voice.say, role), permissions }
  }
  if (!longId(word) && word.length !== shortWord) return undefined
  const own = await ctx.tools.desk.ask(actorOf(ctx), 'listRoles', {})
  const [found, another] = own.filter(({ id }) => shortId(id).endsWith(word))
  if (!found || another) return undefined
  const { id, name, permissions } = found
  return { word: shortId(id), to: { roleId: id }, called: cutLine(tame(name), 40), permissions }
}

/** What a member has who would work leads no more, and to whom it goes; undefined: there is nothing to ask. */
export async function readDemotePage(
  ctx: MemberContext,
  memberId: string,
  { word, called, permissions }: ChosenRole,
): Promise<Face | undefined> {
  if (permissions.includes('leads.work')) return undefined
  const leaving = await ctx.tools.desk.ask(actorOf(ctx), 'readLeaving', { memberId })
  if (leaving.leads === 0) return undefined
  const { say } = ctx.voice
  const short = shortId(memberId)
  const brief = word.slice(-shortWord)
  const successors = await readSuccessors(ctx, [memberId])
  return {
    html: [
      say('demote-ask', { name: escapeHtml(cutLine(leaving.name, 64)), role: escapeHtml(called) }),
      [
        say('remove-leads', { count: leaving.leads }),
        say('remove-reminders', { count: leaving.reminders }),
      ].join('\n'),
      say('demote-whom'),
    ].join('\n\n'),
    buttons: [
      [{ text: `📥 ${say('button-remove-to-all')}`, data: callbackData('role-free', short, brief) }],
      ...successors.map(({ id, text }) => [
        { text, data: callbackData('role-to', short, shortId(id), brief) },
      ]),
      back(ctx, 'member-role', short),
    ],
  }
}
