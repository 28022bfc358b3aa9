import type { Method } from '../ground.ts'
import { answerInlineQuery } from './answer-inline-query.ts'
import * as business from './business.ts'
import { getChat, getChatAdministrators, getChatMember, getChatMemberCount, leaveChat } from './chats.ts'
import * as commands from './commands.ts'
import { editMessageCaption, editMessageReplyMarkup, editMessageText } from './edit-message.ts'
import * as general from './general-topic.ts'
import * as manage from './manage-messages.ts'
import * as members from './members.ts'
import * as pins from './pins.ts'
import { answerCallbackQuery, sendChatAction, setMessageReaction } from './react.ts'
import { deleteWebhook, getMe, getUpdates, getWebhookInfo, setWebhook } from './receive.ts'
import {
  getFile,
  sendAnimation,
  sendAudio,
  sendDocument,
  sendMediaGroup,
  sendPhoto,
  sendSticker,
  sendVideo,
  sendVideoNote,
  sendVoice,
} from './send-media.ts'
import { sendContact, sendLocation, sendMessage, sendVenue } from './send-text.ts'
import {
  closeForumTopic,
  createForumTopic,
  deleteForumTopic,
  editForumTopic,
  getForumTopicIconStickers,
  reopenForumTopic,
} from './topics.ts'

const methods: Record<string, Method> = {
  getMe,
  setWebhook,
  deleteWebhook,
  getWebhookInfo,
  getUpdates,
  sendMessage,
  sendLocation,
  sendVenue,
  sendContact,
  sendPhoto,
  sendDocument,
  sendVideo,
  sendVoice,
  sendAudio,
  sendSticker,
  sendAnimation,
  sendVideoNote,
  sendMediaGroup,
  getFile,
  ...business,
  editMessageText,
  editMessageCaption,
  editMessageReplyMarkup,
  ...manage,
  setMessageReaction,
  answerCallbackQuery,
  answerInlineQuery,
  sendChatAction,
  createForumTopic,
  editForumTopic,
  closeForumTopic,
  reopenForumTopic,
  deleteForumTopic,
  getForumTopicIconStickers,
  ...general,
  ...pins,
  ...commands,
  ...members,
  getChat,
  getChatMember,
  getChatAdministrators,
  getChatMemberCount,
  leaveChat,
}

// Method names are not case-sensitive in the Bot API.
const byName = new Map(
  Object.entries(methods).map(([name, method]) => [name.toLowerCase(), { name, method }]),
)

/** The method of this name in its proper spelling; undefined: the Bot API answers 404. */
export function findMethod(name: string): { name: string; method: Method } | undefined {
  return byName.get(name.toLowerCase())
}
