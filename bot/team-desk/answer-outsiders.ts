import type { NextFunction } from 'grammy'
import type { StaffContext } from '../context.ts'
import { settlePress } from '../middleware/settle-press.ts'
import { postIn } from '../posts/post-in.ts'
import { showPosts } from '../posts/show-posts.ts'
import { isAnonymous } from './is-anonymous.ts'

const outsiderKeys = {
  anonymous: 'desk-anonymous',
  removed: 'desk-removed',
  outsider: 'desk-outsider',
} as const

/**
 * Whoever writes in the team's group and is not on the team is not heard. A stranger is told once; somebody who was
 * removed, and an administrator who hides behind the group, are told each time, because they believe that they answer.
 */
export async function answerOutsiders(ctx: StaffContext, next: NextFunction): Promise<void> {
  const { place, member, person, tools } = ctx
  // Also what he changes: the customer goes on seeing what was said before.
  const message = ctx.message ?? ctx.editedMessage
  if (!place.group || member) return next()
  const { say } = ctx.voice
  const wasMember = place.group.standing === 'removed'
  const who = isAnonymous(ctx) ? 'anonymous' : wasMember ? 'removed' : 'outsider'
  const words = say(outsiderKeys[who])
  if (ctx.callbackQuery) return settlePress(ctx, tools.log, { text: words, stay: true })
  // Of what Telegram says of the group itself, such as who came and went, nobody is the author.
  if (!message || !isWritten(message) || isFromLinkedChannel(message)) return
  const isOnce = who === 'outsider'
  const key = isOnce ? `outsider:${person.telegramUserId}` : `unheard:${message.message_id}`
  const content = {
    method: 'send' as const,
    html: words,
    replyTo: message.message_id,
    ...(place.thread === undefined ? {} : { thread: place.thread }),
  }
  const more = isOnce ? {} : { mergeKey: `unheard:${person.telegramUserId}:${place.thread ?? ''}` }
  await showPosts(tools.desk, place.group.organizationId, [
    postIn({ chat: place.chat }, key, content, { urgency: 2, ...more }),
  ])
}

type Message = NonNullable<StaffContext['message']>

const written = [
  'text',
  'photo',
  'video',
  'animation',
  'video_note',
  'voice',
  'audio',
  'document',
  'sticker',
  'location',
  'contact',
]

const isWritten = (message: Message): boolean => written.some((kind) => kind in message)

/** Posts of a channel that belongs to the group are brought by Telegram. */
const isFromLinkedChannel = ({ is_automatic_forward: isForward }: Message): boolean => isForward === true
