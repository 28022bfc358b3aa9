import type { MemberContext } from '../context.ts'
import { actorOf } from '../context.ts'

/**
 * A member closed or opened a lead's topic: staff are done with what the customer wrote, or not after all. With what was
 * shown only after the closing nobody is: then the topic is opened again. Opening that of a lead that has ended takes the
 * lead up again.
 */
export async function topicClosed(ctx: MemberContext): Promise<void> {
  const { leadId } = ctx.place
  if (!leadId) return
  const { desk } = ctx.tools
  const handled = ctx.message?.forum_topic_closed !== undefined
  if (!handled) {
    const { closedAt } = await desk.ask(actorOf(ctx), 'findLead', { leadId })
    if (closedAt) await desk.perform(actorOf(ctx), 'changeLeadStatus', { leadId, status: 'follow_up' })
  }
  const before = ctx.message?.message_id
  const seen = { chatId: ctx.place.chat, ...(before === undefined ? {} : { before }) }
  await desk.perform(actorOf(ctx), 'setLeadHandled', { leadId, handled, ...(handled ? { seen } : {}) })
}
