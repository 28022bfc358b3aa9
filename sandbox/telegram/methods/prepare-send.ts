import { badRequest } from '../api-error.ts'
import { findMessage } from '../find-in-world.ts'
import type { MethodCall } from '../ground.ts'
import { isGroup } from '../group.ts'
import { postMessage } from '../post-message.ts'
import { presentMessage } from '../present-message.ts'
import { readReplyMarkup } from '../reply-markup.ts'
import { findTopic, generalTopicId, hasTopics } from '../topic-list.ts'
import type { StoredChat, StoredMessage } from '../world.ts'
import { addressedChat } from './business-chat.ts'
import { mayManageTopic } from './topics.ts'

type Address = Pick<StoredMessage, 'topicId' | 'replyTo' | 'buttons' | 'replyMarkup' | 'silent'>

/** Where a message goes, judged and ready; `send` counts it against the rates and posts it. */
export interface Prepared {
  chat: StoredChat
  send(content: Partial<StoredMessage>): Record<string, unknown>
  /** For albums: counts first, then posts all or none. */
  sendAll(contents: Partial<StoredMessage>[]): Record<string, unknown>[]
}

function readReply({ params }: MethodCall): { id: number; optional: boolean } | undefined {
  const parameters = params.json('reply_parameters')
  if (parameters !== undefined) {
    if (typeof parameters !== 'object' || parameters === null)
      throw badRequest('object expected as reply parameters')
    const raw: Record<string, unknown> = { ...parameters }
    if (raw.message_id === undefined) throw badRequest('can\'t find field "message_id"')
    return { id: Number(raw.message_id), optional: raw.allow_sending_without_reply === true }
  }
  const id = params.integer('reply_to_message_id')
  return id === undefined || id <= 0
    ? undefined
    : { id, optional: params.boolean('allow_sending_without_reply') }
}

/** Checks everything that all sending methods have in common. Throws what the Bot API would. */
export function prepareSend(call: MethodCall): Prepared {
  const { ground, bot, params } = call
  const chat = addressedChat(call)
  const markup = readReplyMarkup(params.json('reply_markup'), chat.type === 'private')
  const address: Address = {
    ...(markup.buttons ? { buttons: markup.buttons } : {}),
    ...(markup.other ? { replyMarkup: markup.other } : {}),
    ...(params.boolean('disable_notification') ? { silent: true } : {}),
  }
  const threadId = params.integer('message_thread_id') ?? 0
  // Supergroups without topics pass over it; everywhere else it must name a topic that is there, and never General.
  if (threadId > 0 && (chat.isForum || !isGroup(chat))) {
    const isThere = chat.topics.some((known) => known.id === threadId)
    if (!isThere || !hasTopics(ground.world, chat)) throw badRequest('message thread not found')
    address.topicId = threadId
  }
  const reply = readReply(call)
  if (reply) {
    const replied = findMessage(chat, reply.id)
    if (!replied && !reply.optional) throw badRequest('message to be replied not found')
    if (replied) {
      address.replyTo = replied.id
      if (replied.topicId !== undefined) address.topicId ??= replied.topicId
    }
  }
  if (chat.isForum) {
    const topic = findTopic(chat, address.topicId ?? generalTopicId)
    if (topic?.closed && !mayManageTopic(call, chat, topic)) throw badRequest('TOPIC_CLOSED')
  }
  const sendAll = (contents: Partial<StoredMessage>[]) => {
    ground.rates.take(bot, chat, contents.length)
    const viewer = { world: ground.world, files: ground.files, bot }
    const sender =
      chat.ownerId === undefined ? { fromId: bot.id } : { fromId: chat.ownerId, viaBusinessBot: bot.id }
    return contents.map((content) =>
      presentMessage(viewer, chat, postMessage(ground, chat, { ...address, ...content, ...sender })),
    )
  }
  return {
    chat,
    sendAll,
    send: (content) => sendAll([content])[0] ?? {},
  }
}
