import type { NewPost } from '#core/posts/post.ts'
import { fitHtml } from '../text/fit-html.ts'
import type { PostContent } from './post-content.ts'

type More = Partial<Omit<NewPost, 'chat' | 'key' | 'content'>>

/** Where a post stands: a chat, and in the team's group the topic, by the key of the post that makes it. */
export interface Spot {
  chat: string
  topicKey?: string
}

/** Groups have negative numbers, people have not. */
export const isGroupChat = (chat: string): boolean => chat.startsWith('-')

/** A post in a chat. It speaks of what it shows. */
export const postIn = (
  { chat, topicKey }: Spot,
  key: string,
  content: PostContent,
  more: More = {},
): NewPost => ({
  chat: { id: chat, kind: isGroupChat(chat) ? 'group' : 'private' },
  key,
  urgency: 1,
  content: 'html' in content ? { ...content, html: fitHtml(content.html) } : content,
  ...(topicKey === undefined ? {} : { topicKey }),
  ...(messagesOf(content).length > 0 ? { subjects: messagesOf(content) } : {}),
  ...more,
})

function messagesOf(content: PostContent): string[] {
  const shown = content.method === 'album' ? content.items : 'messageId' in content ? [content] : []
  return [...new Set(shown.flatMap(({ messageId }) => (messageId ? [messageId] : [])))]
}
