import type { Context } from 'grammy'
import type { BotTools, Origin } from '../context.ts'
import { botActor } from '../posts/show-posts.ts'

/**
 * Where in a chat something was written or pressed, and whose topic that is: in a team's group, or in a member's private
 * chat. In a private chat a number that Telegram does not call a topic's names an answered message.
 *
 * @param organizationId whose topics are looked for; undefined: nobody's
 */
export async function findPlace(
  { desk }: BotTools,
  ctx: Context,
  organizationId: string | undefined,
  group?: NonNullable<Origin['group']>,
): Promise<Origin> {
  const place: Origin = { chat: String(ctx.chat?.id ?? ctx.from?.id ?? ''), ...(group ? { group } : {}) }
  const { message_thread_id: thread, is_topic_message: isInTopic } = ctx.msg ?? {}
  if (thread === undefined || (!group && !isInTopic) || organizationId === undefined) return place
  const leadId = await desk.ask(botActor(organizationId), 'findTopicLead', { chatId: place.chat, thread })
  return { ...place, thread, ...(leadId ? { leadId } : {}) }
}
