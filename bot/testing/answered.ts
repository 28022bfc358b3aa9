import { DeskError } from '#core/errors.ts'
import type { NewPost } from '#core/posts/post.ts'
import { leadId, messageId } from './make-lead.ts'

/* What stands in a member's chat and is answered there, and what the desk says to an answer. */

export const cardPost = () => ({ key: `card:${leadId}`, leadId, content: {}, messageId: null })
export const messagePost = () => ({ ...cardPost(), key: `message:${messageId}`, messageId })
export const ownAnswer = () => ({ key: '', leadId, content: {}, messageId: null })
export const origin = { account: '4200', chat: '702', message: 50 }
export const queueReply = () => ({ messageId, messageIds: [messageId] })
export const callOffAlbum = () => undefined
export const listPostsOf =
  (house: () => { posts(): NewPost[] }) =>
  ({ keyPrefix }: { keyPrefix: string }) =>
    house()
      .posts()
      .filter(({ key }) => key.startsWith(keyPrefix))
      .map(({ chat, key, content }) => ({ id: '7', chatId: chat.id, key, content, waits: false }))
export const refuse =
  (kind: 'conflict' | 'invalid', code: string, data: Record<string, string | number> = {}) =>
  () => {
    throw new DeskError(kind, code, data)
  }
export const account = '01a2b3c4-0000-7000-8000-0000000000a1'
export const elsewhere = '01a2b3c4-0000-7000-8000-0000000000a2'
export const templateId = '01a2b3c4-0000-7000-8000-0000000000a3'
