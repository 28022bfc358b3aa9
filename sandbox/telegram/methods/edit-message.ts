import { isDeepStrictEqual } from 'node:util'
import { announce } from '../announce.ts'
import { badRequest } from '../api-error.ts'
import { findMessage } from '../find-in-world.ts'
import type { Method, MethodCall } from '../ground.ts'
import { dispatchMessage } from '../post-message.ts'
import { presentMessage } from '../present-message.ts'
import { readReplyMarkup } from '../reply-markup.ts'
import { countCharacters, formatText } from '../text/format-text.ts'
import type { StoredChat, StoredMessage } from '../world.ts'
import { addressedChat } from './business-chat.ts'
import { readCaption } from './send-media.ts'
import { mostTextCharacters } from './send-text.ts'

const notModified =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

type Change = Partial<Pick<StoredMessage, 'text' | 'entities' | 'caption' | 'captionEntities'>>

function needOwnMessage(call: MethodCall): { chat: StoredChat; message: StoredMessage } {
  const chat = addressedChat(call)
  const id = call.params.integer('message_id')
  if (id === undefined || id <= 0) throw badRequest('message identifier is not specified')
  const message = findMessage(chat, id)
  if (!message) throw badRequest('message to edit not found')
  // Answering for an account, the bot may edit what its owner wrote as well as its own.
  const author = chat.ownerId ?? call.bot.id
  if (message.fromId !== author || message.service || message.forwardOrigin) {
    throw badRequest("message can't be edited")
  }
  return { chat, message }
}

// An edit without reply_markup takes the buttons away, which surprises people and is what the real servers
// do.
function apply(call: MethodCall, chat: StoredChat, message: StoredMessage, change: Change): unknown {
  const { ground, bot, params } = call
  const { buttons } = readReplyMarkup(params.json('reply_markup'), chat.type === 'private', true)
  const { buttons: oldButtons, ...old } = message
  const next = { ...old, ...change }
  if (isDeepStrictEqual(next, old) && isDeepStrictEqual(buttons, oldButtons)) throw badRequest(notModified)
  ground.rates.take(bot, chat)
  delete message.buttons
  Object.assign(message, change, buttons ? { buttons } : {})
  if (Object.keys(change).length > 0) message.editedAt = Date.now()
  announce(ground, chat, [message])
  dispatchMessage(ground, chat, message, 'edited_message')
  return presentMessage({ world: ground.world, files: ground.files, bot }, chat, message)
}

/** editMessageText: the same limits as sendMessage, though the error over 4096 characters is another. */
export const editMessageText: Method = (call) => {
  if (!call.params.string('text')) throw badRequest('message text is empty')
  const { text, entities } = formatText(call.params, { text: 'text', entities: 'entities' })
  const { chat, message } = needOwnMessage(call)
  if (message.text === undefined) throw badRequest('there is no text in the message to edit')
  if (text === '') throw badRequest('text must be non-empty')
  if (countCharacters(text) > mostTextCharacters) throw badRequest('MESSAGE_TOO_LONG')
  return apply(call, chat, message, { text, entities })
}

/** editMessageCaption: only where there is a medium. An absent caption removes it. */
export const editMessageCaption: Method = (call) => {
  const { chat, message } = needOwnMessage(call)
  if (!message.media || message.media.kind === 'sticker') {
    throw badRequest('there is no caption in the message to edit')
  }
  const { caption, captionEntities = [] } = readCaption(call.params)
  const before = message.caption
  const change: Change =
    caption === undefined && before === undefined ? {} : { caption: caption ?? '', captionEntities }
  return apply(call, chat, message, change)
}

/** editMessageReplyMarkup: other buttons, or none. */
export const editMessageReplyMarkup: Method = (call) => {
  const { chat, message } = needOwnMessage(call)
  return apply(call, chat, message, {})
}
