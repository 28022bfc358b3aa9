import { Readable } from 'node:stream'
import { Api } from 'grammy'
import type { Post } from '#core/posts/post.ts'
import { createMessenger } from '../posts/create-messenger.ts'
import { testWords } from './open-chat.ts'

type MessengerOptions = Parameters<typeof createMessenger>[0]

/** A messenger of the bot 4200 with a Bot API of the test's; its files are one byte long unless the test has others. */
export function testMessenger(
  apiRoot: string,
  { timeoutSeconds, ...more }: Partial<MessengerOptions> & { timeoutSeconds?: number } = {},
) {
  const api = new Api('4200:x', { apiRoot, ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }) })
  return createMessenger({
    name: 'telegram:4200',
    api,
    uploads: api,
    open: async () => Readable.from([Buffer.from('x')]),
    words: testWords,
    appLink: () => undefined,
    ...more,
  })
}

/** A post that stands alone and was never shown. */
export const makePost = (content: Record<string, unknown>, more: Partial<Post> = {}): Post => ({
  organizationId: 'o',
  id: '1',
  chatId: '701',
  key: 'k',
  content,
  leadId: null,
  replyTo: null,
  target: null,
  targetParts: null,
  topic: null,
  together: [],
  shown: null,
  ...more,
})
