import { leadStatuses } from '#core/leads/lead.ts'
import { canWorkLeads } from '#core/policy.ts'
import { readStatus } from '../cards/read-status.ts'
import { convertedButtons, lostButtons, statusButtons } from '../cards/status-buttons.ts'
import { sayStatus } from '../cards/words-of-lead.ts'
import { actorOf } from '../context.ts'
import { convertFor } from '../dialogues/outcome.ts'
import { answerBelow } from '../posts/answer-member.ts'
import { openCard } from '../posts/open-card.ts'
import type { BotCommand } from './command.ts'
import { onLead } from './on-lead.ts'

const longestReason = 500

/**
 * `/status lost too expensive`, `/status converted 1200 EUR`, `/status follow up` below something of a lead's, or with its
 * number in front. Without a status, or without a reason or amount where one is asked for, the card offers them.
 */
export const status: BotCommand = {
  name: 'status',
  describedBy: 'command-status',
  may: canWorkLeads,
  inGroup: true,
  run: onLead('status-usage', async (ctx, lead, words) => {
    const { tools, voice } = ctx
    const { say } = voice
    const opener = String(ctx.update.update_id)
    if (words === '') return openCard(ctx, lead, opener, { buttons: statusButtons(say, lead) })
    const named = readStatus(tools.words, words)
    if (!named) {
      const known = leadStatuses.map((one) => sayStatus(say, one)).join(', ')
      return answerBelow(ctx, 'status-unknown', say('status-unknown', { known }))
    }
    if (named.status === 'lost' && named.rest === '') {
      const page = { buttons: lostButtons(say, lead), ask: `❓ ${say('lost-ask')}` }
      return openCard(ctx, lead, opener, page)
    }
    if (named.status === 'converted') {
      if (named.rest !== '') return convertFor(ctx, lead.id, named.rest)
      const page = { buttons: convertedButtons(say, lead), ask: `❓ ${say('converted-ask')}` }
      return openCard(ctx, lead, opener, page)
    }
    await tools.desk.perform(actorOf(ctx), 'changeLeadStatus', {
      leadId: lead.id,
      status: named.status,
      ...(named.status === 'lost' ? { reason: named.rest.slice(0, longestReason) } : {}),
    })
    await openCard(ctx, await tools.desk.ask(actorOf(ctx), 'findLead', { leadId: lead.id }), opener)
  }),
}
