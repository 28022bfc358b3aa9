import { canEraseContacts } from '#core/policy.ts'
import { moreButtons } from '../cards/card-buttons.ts'
import { statusButtons } from '../cards/status-buttons.ts'
import { actorOf } from '../context.ts'
import { actionOn } from './action.ts'
import { closePage, findCard, showPage } from './change-card.ts'
import { mustWorkLeads } from './must-work-leads.ts'
import { accountsWithTemplates } from './send-template.ts'

/** Offers the statuses in place of the card's buttons. */
export const status = actionOn('status', async (ctx, leadId) => {
  mustWorkLeads(ctx)
  const card = await findCard(ctx, leadId)
  await showPage(ctx, card, statusButtons(ctx.voice.say, card))
  return undefined
})

/** What is needed less often, in place of the card's buttons. */
export const more = actionOn('more', async (ctx, leadId) => {
  mustWorkLeads(ctx)
  const { card, ways, suggestions } = await ctx.tools.desk.askAll(actorOf(ctx), {
    card: ['findLead', { leadId }],
    ways: ['findWaysToAnswer', { leadId }],
    suggestions: ['listMergeSuggestions', { leadId, limit: 1 }],
  })
  const offers = {
    // In the group everybody sees the page, and this is for few.
    erase: !ctx.place.group && canEraseContacts({ kind: 'member', ...ctx.member }),
    template: accountsWithTemplates(ways).size > 0,
    duplicates: suggestions.length > 0,
  }
  await showPage(ctx, card, moreButtons(ctx.voice.say, card, offers))
  return undefined
})

/** Back from a page to the card's usual buttons. */
export const card = actionOn('card', async (ctx, leadId) => {
  await closePage(ctx, await findCard(ctx, leadId))
  return undefined
})
