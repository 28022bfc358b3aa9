import { actorOf } from '../context.ts'
import { mergeFace } from '../people/merge-face.ts'
import { answerMember } from '../posts/answer-member.ts'
import { actionOn } from './action.ts'
import { burst } from './burst.ts'
import { findCard } from './change-card.ts'
import { mergePrefix } from './merge.ts'
import { mustWorkLeads } from './must-work-leads.ts'

/** As many as anybody looks through. */
const most = 5

/** Shows who else may be the person behind the lead, each with a button to make the two one. */
export const duplicates = actionOn('duplicates', async (ctx, leadId) => {
  mustWorkLeads(ctx)
  const { say, now } = ctx.voice
  const card = await findCard(ctx, leadId)
  const asked = { contactId: card.contact.id, limit: most }
  const suggestions = await ctx.tools.desk.ask(actorOf(ctx), 'listMergeSuggestions', asked)
  for (const suggestion of suggestions) {
    const key = `${mergePrefix}${suggestion.id}:${burst(now)}`
    await answerMember(ctx, 'duplicates', mergeFace(say, suggestion), { key, leadId })
  }
  return suggestions.length === 0 ? say('toast-no-duplicates') : undefined
})
