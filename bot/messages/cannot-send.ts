import type { MemberContext } from '../context.ts'
import { answerBelow } from '../posts/answer-member.ts'

/**
 * What people send on purpose and no customer's network has; everything else is Telegram's own, such as a pinned message.
 */
const sent = ['poll', 'dice', 'story', 'game', 'checklist', 'paid_media', 'rich_message', 'invoice']

/** Polls, dice and the like cannot go to customers: says so, once for an album, and sends nothing. */
export async function cannotSend(ctx: MemberContext): Promise<void> {
  const { message } = ctx
  if (!message || !sent.some((kind) => kind in message)) return
  const group = message.media_group_id ?? message.message_id
  await answerBelow(ctx, 'cannot-send', ctx.voice.say('cannot-send'), { key: `cannot-send:${group}` })
}
