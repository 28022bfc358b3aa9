import type { NewPost } from '#core/posts/post.ts'
import { fitHtml } from '../text/fit-html.ts'
import type { PostContent } from './post-content.ts'

type More = Partial<Omit<NewPost, 'chat' | 'key' | 'content'>>

/** A post in the private chat of one person, whose number there is the person's own. */
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
  ...more,
})
