import type { MessageOrigin } from './message.ts'

/** The idempotency key of an answer: the place where it was written. */
export const replyKey = ({ account, chat, message }: MessageOrigin): string =>
  `reply:${account}:${chat}:${message}`

/** Far more messages than the longest answer becomes. */
const mostParts = 120

/** The keys of all messages that an answer may have become. */
export const partKeys = (origin: MessageOrigin): string[] => {
  const key = replyKey(origin)
  return [key, ...Array.from({ length: mostParts - 1 }, (_, index) => `${key}:${index + 2}`)]
}
