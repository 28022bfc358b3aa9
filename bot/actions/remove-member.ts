import { DeskError } from '#core/errors.ts'
import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import { readTeam } from '../commands/read-team.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { type Action, actionOn } from './action.ts'
import { changePressed } from './pressed-post.ts'

const showTeam = async (ctx: MemberContext) =>
  changePressed(ctx, await readTeam(ctx), 'team:', `team:${ctx.update.update_id}`)

/** Asks whether a member is really to be removed. */
export const removeMember = actionOn('remove', async (ctx, memberId) => {
  const { say } = ctx.voice
  const team = await ctx.tools.desk.ask(actorOf(ctx), 'listMembers', {})
  const member = team.find(({ id }) => id === memberId)
  if (!member) throw new DeskError('not-found', 'member-not-found')
  const face = {
    html: say('remove-ask', { name: escapeHtml(cutLine(member.name, 64)) }),
    buttons: [
      [{ text: say('button-remove-yes'), data: callbackData('remove-yes', shortId(memberId)) }],
      [{ text: say('button-back'), data: callbackData('team') }],
    ],
  }
  await changePressed(ctx, face, 'team:', `team:${ctx.update.update_id}`)
  return undefined
})

/** Removes a member, after the question. */
export const removeMemberYes = actionOn('remove-yes', async (ctx, memberId) => {
  await ctx.tools.desk.perform(actorOf(ctx), 'removeMember', { memberId })
  await showTeam(ctx)
  return ctx.voice.say('toast-removed')
})

/** Back to the team. */
export const backToTeam: Action = {
  verb: 'team',
  async run(ctx) {
    await showTeam(ctx)
    return undefined
  },
}
