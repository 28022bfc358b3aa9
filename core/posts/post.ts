import { z } from 'zod'

/**
 * Something to show to staff, in a chat of theirs. What `content` means is the business of the edge that shows it;
 * core keeps it, paces it, and remembers under which number it was shown.
 */
export const postInput = z.object({
  chat: z.object({ id: z.string().min(1).max(64), kind: z.enum(['private', 'group']) }),
  /** The post's name in its chat: asking twice for the same name shows it once. At most 200 characters. */
  key: z.string().min(1).max(200),
  /** Waiting posts of one merge key fold into one, with the newest content. */
  mergeKey: z.string().max(200).optional(),
  /** 1: customers' words and answers to staff; 2: changes of cards; 3: ticks. */
  urgency: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** Whether it uses up the chat's allowance: messages and edits do, reactions do not. */
  counted: z.boolean().default(true),
  content: z.record(z.string(), z.json()),
  /** Key of an earlier post of the chat that this one answers, where that was shown. */
  replyToKey: z.string().max(200).optional(),
  /** Key of the earlier post that this one changes: while that is not shown yet, this one waits. */
  targetKey: z.string().max(200).optional(),
  leadId: z.uuid().optional(),
})
export type NewPost = z.input<typeof postInput>

/** A claimed post, as the messenger gets it. */
export interface Post {
  organizationId: string
  id: string
  chatId: string
  key: string
  content: Record<string, unknown>
  leadId: string | null
  /** Numbers in the staff's network of the posts that it answers and changes; null where there is none. */
  replyTo: number | null
  target: number | null
  /** What the post that this one changes looks like now; null where it changes none. */
  shown: Record<string, unknown> | null
}

/**
 * How showing a post ended.
 * - `shown`: with its number in the chat where it has one.
 * - `dropped`: there is nothing to show any more (the message to change is gone, or is already so).
 * - `wait`: the network asks to leave this chat (or, with `everywhere`, the whole bot) alone for so long.
 * - `unreachable`: this person or group cannot be written to at all.
 * - `failed`: the network did not answer or is in trouble; the post is tried for a day.
 * - `refused`: the network does not take this post, and trying again would not help.
 */
export type PostOutcome =
  | { outcome: 'shown'; externalId?: number }
  | { outcome: 'dropped'; reason: string }
  | { outcome: 'wait'; ms: number; everywhere?: boolean }
  | { outcome: 'unreachable'; reason: string }
  | { outcome: 'failed'; reason: string }
  | { outcome: 'refused'; reason: string }

/** The hands that show posts; given to core by the composition root. */
export interface Messenger {
  /** Names the account that shows them: all its chats share one allowance. */
  name: string
  /** Never throws for the network's reasons; settles within 15 s. */
  show(post: Post): Promise<PostOutcome>
}
