import { DeskError } from '#core/errors.ts'
import { canAssignLead, canWorkLeads } from '#core/policy.ts'
import { assignedFace, chooseAssigneeFace } from '../assignment/choose-assignee-face.ts'
import { actorOf } from '../context.ts'
import { findMeant } from '../messages/find-meant.ts'
import { answerBelow, answerMember } from '../posts/answer-member.ts'
import { showUsage } from '../posts/show-usage.ts'
import { findColleague } from '../reminders/find-colleague.ts'
import { escapeHtml } from '../text/escape-html.ts'
import type { BotCommand } from './command.ts'

/** `/assign @karim` below something of a lead's, or `/assign #12 karim`: gives it to him; without a name it is asked. */
export const assign: BotCommand = {
  name: 'assign',
  describedBy: 'command-assign',
  may: canWorkLeads,
  inGroup: true,
  async run(ctx, argument) {
    const { desk } = ctx.tools
    const { say } = ctx.voice
    const { lead, words } = await findMeant(ctx, argument)
    if (!lead) return showUsage(ctx, 'assign-usage', say('assign-usage'))
    if (!canAssignLead({ kind: 'member', ...ctx.member }, lead.owner?.id ?? null)) {
      throw new DeskError('forbidden', 'not-allowed')
    }
    if (words === '') {
      const team = await desk.ask(actorOf(ctx), 'listAssignees', {})
      const key = `assign:${lead.id}:${ctx.update.update_id}`
      return answerMember(ctx, 'assign', chooseAssigneeFace(ctx.voice, lead, team), { key, leadId: lead.id })
    }
    const colleague = findColleague(await desk.ask(actorOf(ctx), 'listMembers', {}), words)
    if (!colleague) {
      const name = escapeHtml(words.slice(0, 64))
      return answerBelow(ctx, 'assign-unknown', say('remind-nobody', { name }))
    }
    await desk.perform(actorOf(ctx), 'assignLead', { leadId: lead.id, memberId: colleague.id })
    await answerMember(ctx, 'assigned', assignedFace(ctx.voice, lead, colleague.name), { leadId: lead.id })
  },
}
