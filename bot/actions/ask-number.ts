import { actorOf } from '../context.ts'
import { ownOrigin } from '../messages/own-origin.ts'
import { languageOfCustomer } from '../posts/language-of-customer.ts'
import { actionOn } from './action.ts'

/**
 * Asks the customer for his phone number with the network's own button. The card is the place that the question is
 * known by, so that it goes once however often the button is pressed there, and the card shows whether it has arrived.
 */
export const askNumber = actionOn('ask-number', async (ctx, leadId) => {
  const language = await languageOfCustomer(ctx, leadId)
  const body = ctx.tools.words.in(language)('customer-ask-number')
  const content = { kind: 'contact-request' as const, body }
  const origin = ownOrigin(ctx, ctx.callbackQuery?.message?.message_id ?? ctx.update.update_id)
  await ctx.tools.desk.perform(actorOf(ctx), 'queueReply', { leadId, origin, content })
  return ctx.voice.say('toast-number-asked')
})
