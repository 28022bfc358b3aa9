import { z } from 'zod'

/** As how many messages one post may count: an album has ten parts at most. */
export const mostWeight = 10

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
  /** 0: what a member has just asked for in his own chat; 1: customers' words and other answers to staff; 2: cards and their changes; 3: ticks and pins; 4: names of topics. */
  urgency: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  /** Whether it uses up the chat's allowance: messages and edits do, reactions do not. */
  counted: z.boolean().default(true),
  /** As how many messages the network counts it: an album is as many as it has parts. */
  weight: z.number().int().min(1).max(mostWeight).default(1),
  /**
   * How long it waits for more of its merge key before it is shown, in milliseconds, counted from when it was first
   * asked for; a later one of that merge key may shorten the wait, and never makes it longer.
   */
  delayMs: z.number().int().min(0).max(60_000).default(0),
  content: z.record(z.string(), z.json()),
  /** Key of an earlier post of the chat that this one answers, where that was shown. */
  replyToKey: z.string().max(200).optional(),
  /** Key of the earlier post that this one changes: while that is not shown yet, this one waits. */
  targetKey: z.string().max(200).optional(),
  /** Key of the post that makes the topic of the chat in which this one stands: until that is made, this one waits. */
  topicKey: z.string().max(200).optional(),
  /**
   * May be shown in one message with those that follow it in its topic, or below the same post outside of topics, while its
   * chat gets more than it may be shown.
   */
  folds: z.boolean().default(false),
  /** Stands as long as its topic does: it is shown again, as it last was, when it or its topic was deleted. */
  standing: z.boolean().default(false),
  leadId: z.uuid().optional(),
  /** It only takes away what was shown before: it goes also where the lead may not be spoken of any more. */
  withdraws: z.boolean().default(false),
  /** Our ids of the messages and leads whose words it shows: by them it is found when those must be erased. */
  subjects: z.array(z.uuid()).max(50).optional(),
})
export type NewPost = z.input<typeof postInput>

/** A group's number is negative in the staff's network, a person's is not. */
export const isGroup = (chatId: string): boolean => chatId.startsWith('-')

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
  /** Where the post that it changes is an album: the numbers of all its parts, null for one that was not shown. */
  targetParts: (number | null)[] | null
  /** Number of the topic in which it stands; null outside of topics. */
  topic: number | null
  /** What its message shows together with it, in order and with its own content in its place; empty: it alone. */
  together: Record<string, unknown>[]
  /** What the post that this one changes looks like now; null where it changes none. */
  shown: Record<string, unknown> | null
}

/**
 * How showing a post ended.
 * - `shown`: with its number in the chat where it has one. An album has several: `parts` are those of all its parts in
 *   the order in which its content names them, null for a part that was not there any more; `externalId` is the first.
 * - `dropped`: there is nothing to show any more (it is already so).
 * - `gone`: what it should change is not there any more.
 * - `astray`: its topic is not there any more; it waits until that is made again.
 * - `topicless`: its private chat has no topics, or none any more; it waits until it is to be shown in the chat itself.
 * - `moved`: the chat has another number now; it waits until that is known here.
 * - `wait`: the network asks to leave this chat (or, with `everywhere`, the whole bot) alone for so long.
 * - `unreachable`: this person or group cannot be written to at all. What was for a group waits until that is mended.
 * - `failed`: the network did not answer or is in trouble; the post is tried for a day.
 * - `refused`: the network does not take this post, and trying again would not help.
 */
export type PostOutcome =
  | { outcome: 'shown'; externalId?: number; parts?: (number | null)[] }
  | { outcome: 'dropped'; reason: string }
  | { outcome: 'gone'; reason: string }
  | { outcome: 'astray'; reason: string }
  | { outcome: 'topicless'; reason: string }
  | { outcome: 'moved'; chatId: string; reason: string }
  | { outcome: 'wait'; ms: number; everywhere?: boolean }
  | { outcome: 'unreachable'; reason: string }
  | { outcome: 'failed'; reason: string }
  | { outcome: 'refused'; reason: string }

/** The hands that show posts; given to core by the composition root. */
export interface Messenger {
  /** Names the account that shows them: all its chats share one allowance. */
  name: string
  /**
   * Never throws for the network's reasons. Settles within 15 s, with files to upload within 45 s, and at once when
   * `hurry` is aborted because the process ends: what was cut off has failed, and is shown again later, perhaps twice.
   */
  show(post: Post, hurry?: AbortSignal): Promise<PostOutcome>
}
