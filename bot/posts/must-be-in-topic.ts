import { type Api, GrammyError, HttpError } from 'grammy'
import type { Post } from '#core/posts/post.ts'
import { isGroupChat } from './post-in.ts'
import type { Signal } from './send-file.ts'

/** A message that Telegram has put beside the topic that it was for. */
export class StrayedPost extends Error {
  /** The whole chat has no topics any more; else only this topic is gone. */
  readonly isForumless: boolean

  constructor(message: string, isForumless = false) {
    super(message)
    this.isForumless = isForumless
  }
}

interface Sent {
  message_id: number
  message_thread_id?: number
  chat?: { type: string; is_forum?: boolean | undefined }
}

/**
 * Telegram has shown messages for a deleted topic of a private chat in the chat itself, without a word, and so it does with
 * all messages for topics of a group whose topics somebody has switched off: there nobody would know whose words they are.
 * Such a message is taken out again as far as that is possible, since it will come once more.
 *
 * @throws StrayedPost
 */
export async function mustBeInTopic(
  api: Api,
  { chatId, topic }: Post,
  sent: Sent | Sent[],
  signal: Signal,
): Promise<void> {
  if (topic === null) return
  const isGroup = isGroupChat(chatId)
  const strayed = [sent]
    .flat()
    .filter(({ message_thread_id: thread, chat }) => (isGroup ? hasNoTopics(chat) : thread !== topic))
  if (strayed.length === 0) return
  try {
    const numbers = strayed.map(({ message_id: number }) => number)
    await api.raw.deleteMessages({ chat_id: chatId, message_ids: numbers }, signal)
  } catch (error) {
    if (!(error instanceof GrammyError || error instanceof HttpError)) throw error
  }
  if (isGroup) throw new StrayedPost('Telegram has shown it in a group that is not a forum', true)
  throw new StrayedPost('Telegram has shown it beside its topic')
}

/** Only what Telegram says of the group itself counts. */
const hasNoTopics = (chat: Sent['chat']): boolean => chat?.type === 'supergroup' && chat.is_forum !== true
