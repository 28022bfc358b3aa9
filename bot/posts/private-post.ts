import type { NewPost } from '#core/posts/post.ts'
import { fitHtml } from '../text/fit-html.ts'
import type { PostContent } from './post-content.ts'

type More = Partial<Omit<NewPost, 'chat' | 'key' | 'content'>>

/** A post in the private chat of one person, whose number there is the person's own. It speaks of what it shows. */
export const privatePost = (
  chat: string | number,
  key: string,
  content: PostContent,
  more: More = {},
): NewPost => ({
  chat: { id: String(chat), kind: 'private' },
  key,
  urgency: 1,
  content: 'html' in content ? { ...content, html: fitHtml(content.html) } : content,
  ...(messagesOf(content).length > 0 ? { subjects: messagesOf(content) } : {}),
  ...more,
})

function messagesOf(content: PostContent): string[] {
  const shown = content.method === 'album' ? content.items : 'messageId' in content ? [content] : []
  return [...new Set(shown.flatMap(({ messageId }) => (messageId ? [messageId] : [])))]
}
