import { announce } from '../announce.ts'
import { badRequest } from '../api-error.ts'
import { findMessage } from '../find-in-world.ts'
import type { Method } from '../ground.ts'
import { allowedReactions } from '../reactions.ts'
import { addressedChat } from './business-chat.ts'
import { needOpenChat } from './need-chat.ts'

/**
 * setMessageReaction: one of Telegram's own emoji, or none to take it back. A bot has at most one. Free of
 * the rates.
 */
export const setMessageReaction: Method = (call) => {
  const { ground, bot, params } = call
  const wanted = params.json('reaction') ?? []
  if (!Array.isArray(wanted)) throw badRequest('expected an Array of ReactionType')
  const chat = needOpenChat(call)
  const message = findMessage(chat, params.integer('message_id') ?? 0)
  if (!message) throw badRequest('message to react not found')
  const emoji = wanted.map((reaction: unknown) => {
    const raw: Record<string, unknown> =
      typeof reaction === 'object' && reaction !== null ? { ...reaction } : {}
    if (raw.type !== 'emoji' || typeof raw.emoji !== 'string' || !allowedReactions.has(raw.emoji)) {
      throw badRequest('REACTION_INVALID')
    }
    return raw.emoji
  })
  if (emoji.length > 1) throw badRequest('REACTIONS_TOO_MANY')
  const others = message.reactions.filter((reaction) => reaction.from !== bot.id)
  message.reactions = [...others, ...emoji.map((chosen) => ({ from: bot.id, emoji: chosen }))]
  announce(ground, chat, [message])
  return true
}

/** answerCallbackQuery: once per press, up to 200 characters. Free of the rates. */
export const answerCallbackQuery: Method = ({ ground, bot, params }) => {
  const text = params.string('text')
  if (text !== undefined && [...text].length > 200) throw badRequest('MESSAGE_TOO_LONG')
  const url = params.string('url')
  ground.presses.answer(bot.id, params.string('callback_query_id') ?? '', {
    ...(text ? { text } : {}),
    ...(url ? { url } : {}),
    ...(params.boolean('show_alert') ? { showAlert: true } : {}),
  })
  return true
}

const chatActions = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]

/** sendChatAction: shows that the bot is busy. */
export const sendChatAction: Method = (call) => {
  addressedChat(call)
  if (!chatActions.includes(call.params.string('action') ?? '')) {
    throw badRequest('wrong parameter action in request')
  }
  return true
}
