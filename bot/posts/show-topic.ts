import { type Api, GrammyError } from 'grammy'
import type { Post } from '#core/posts/post.ts'
import { type PostContent, postContent } from './post-content.ts'
import { isGroupChat } from './post-in.ts'
import type { Signal } from './send-file.ts'

type TopicContent = Extract<PostContent, { method: 'topic' }>

/**
 * Makes a topic, or changes what is different of it by now. A new one is open: closing it is a change of its own, since a
 * topic that was made and not closed would else be made twice.
 *
 * @returns the number of the topic that was made
 */
export async function showTopic(
  api: Api,
  post: Post,
  { name, color, closed, turned, renamed }: TopicContent,
  signal: Signal,
): Promise<number | undefined> {
  if (post.target === null) {
    const topic = await api.raw.createForumTopic({ chat_id: post.chatId, name, icon_color: color }, signal)
    return topic.message_thread_id
  }
  const before = postContent.safeParse(post.shown).data
  const shown = before?.method === 'topic' ? before : undefined
  const place = { chat_id: post.chatId, message_thread_id: post.target }
  if (renamed || shown?.name !== name) await unlessSo(api.raw.editForumTopic({ ...place, name }, signal))
  // Topics of private chats cannot be closed.
  if (isGroupChat(post.chatId) && (turned || (shown?.closed ?? false) !== closed)) {
    await unlessSo(closed ? api.raw.closeForumTopic(place, signal) : api.raw.reopenForumTopic(place, signal))
  }
  return undefined
}

/** Somebody may have done by hand what is asked for. */
async function unlessSo(call: Promise<unknown>): Promise<void> {
  try {
    await call
  } catch (error) {
    if (!(error instanceof GrammyError) || !/TOPIC_NOT_MODIFIED|not modified/i.test(error.description))
      throw error
  }
}
