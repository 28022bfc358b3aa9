import type { Context } from 'grammy'
import type { BotTools, Origin } from '../context.ts'
import { botActor } from '../posts/show-posts.ts'

/** Where in a team's group something was written or pressed, and whose topic that is. */
export async function findPlace(
  { desk }: BotTools,
  ctx: Context,
  group: NonNullable<Origin['group']>,
): Promise<Origin> {
  const chat = String(ctx.chat?.id ?? '')
  const thread = ctx.msg?.message_thread_id
  if (thread === undefined) return { chat, group }
  const leadId = await desk.ask(botActor(group.organizationId), 'findTopicLead', { chatId: chat, thread })
  return { chat, group, thread, ...(leadId ? { leadId } : {}) }
}
