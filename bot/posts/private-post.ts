import type { NewPost } from '#core/posts/post.ts'
import type { PostContent } from './post-content.ts'
import { postIn } from './post-in.ts'

/** A post in the private chat of one person, whose number there is the person's own. */
export const privatePost = (
  chat: string | number,
  key: string,
  content: PostContent,
  more: Parameters<typeof postIn>[3] = {},
): NewPost => postIn({ chat: String(chat) }, key, content, more)
