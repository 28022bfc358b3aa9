import { type Api, GrammyError, HttpError } from 'grammy'
import type { Post } from '#core/posts/post.ts'
import { isGroupChat } from './post-in.ts'
import type { Signal } from './send-file.ts'

/** A message that Telegram has put beside the topic that it was for. */
export class StrayedPost extends Error {}

interface Sent {
  message_id: number
  message_thread_id?: number
}

/**
 * Telegram has shown messages for a deleted topic of a private chat in the chat itself, without a word. Such a message is
 * taken out again as far as that is possible, since it will come once more when the topic is made again.
 *
 * @throws StrayedPost
 */
export async function mustBeInTopic(
  api: Api,
  { chatId, topic }: Post,
  sent: Sent | Sent[],
  signal: Signal,
): Promise<void> {
  if (topic === null || isGroupChat(chatId)) return
  const strayed = [sent].flat().filter(({ message_thread_id: thread }) => thread !== topic)
  if (strayed.length === 0) return
  try {
    const numbers = strayed.map(({ message_id: number }) => number)
    await api.raw.deleteMessages({ chat_id: chatId, message_ids: numbers }, signal)
  } catch (error) {
    if (!(error instanceof GrammyError || error instanceof HttpError)) throw error
  }
  throw new StrayedPost('Telegram has shown it beside its topic')
}
