import { DeskError } from '#core/errors.ts'
import { canWorkLeads } from '#core/policy.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { findMeant } from '../messages/find-meant.ts'
import { answerBelow, answerMember } from '../posts/answer-member.ts'
import { addTypedReminder } from '../reminders/add-typed-reminder.ts'
import { choicesFace } from '../reminders/choices-face.ts'
import { findColleague } from '../reminders/find-colleague.ts'
import { listFace } from '../reminders/reminder-faces.ts'
import { escapeHtml } from '../text/escape-html.ts'
import type { BotCommand } from './command.ts'

/**
 * `/remind tomorrow 10 call back` below something of a lead's, or `/remind #12 …`: a reminder; with `@karim`: for a
 * colleague; one in front who is nobody's is said, one further back is left in the text. Without words below a lead: times to choose from. By itself: the member's reminders.
 */
export const remind: BotCommand = {
  name: 'remind',
  describedBy: 'command-remind',
  may: canWorkLeads,
  inGroup: true,
  async run(ctx, argument) {
    const { say } = ctx.voice
    if (!canWorkLeads({ kind: 'member', ...ctx.member })) throw new DeskError('forbidden', 'not-allowed')
    const { lead, words } = await findMeant(ctx, argument)
    if (!lead && words === '') return showOwn(ctx)
    if (!lead) return answerBelow(ctx, 'remind-usage', say('remind-usage'))
    const called = /(?<!\S)@\S+/.exec(words)
    const team = called ? await ctx.tools.desk.ask(actorOf(ctx), 'listMembers', {}) : []
    const colleague = called ? findColleague(team, called[0]) : undefined
    if (called?.index === 0 && !colleague) {
      return answerBelow(
        ctx,
        'remind-nobody',
        say('remind-nobody', { name: escapeHtml(called[0].slice(0, 64)) }),
      )
    }
    const rest = called && colleague ? without(words, called) : words
    if (rest !== '') {
      return addTypedReminder(ctx, rest, {
        leadId: lead.id,
        ...(colleague ? { memberId: colleague.id } : {}),
      })
    }
    await answerMember(ctx, 'remind', choicesFace(ctx.voice, lead, colleague))
  },
}

const without = (words: string, { index, 0: name }: RegExpExecArray): string =>
  `${words.slice(0, index).trimEnd()} ${words.slice(index + name.length).trimStart()}`.trim()

async function showOwn(ctx: MemberContext): Promise<void> {
  const { desk } = ctx.tools
  const { timeZone } = await desk.ask(actorOf(ctx), 'readOwnHours', {})
  const reminders = await desk.ask(actorOf(ctx), 'listReminders', {})
  await answerMember(ctx, 'reminders', listFace(ctx.voice, reminders, timeZone))
}
