import type { MemberContext } from '../context.ts'
import { findUnder } from '../posts/find-under.ts'
import { type PostContent, postContent } from '../posts/post-content.ts'
import { leadTopicKey } from '../team-desk/topic-key.ts'

/** Something of ours, or an earlier answer of the member, that a message of his is below or a press is on. */
export interface Answered {
  key: string
  leadId: string
  /** The customer's message that it shows, where it shows one. */
  messageId: string | null
  /** What an answer to it is for; undefined: for the customer. Also of what another version of us asked. */
  purpose: string | undefined
  /** Undefined: an earlier answer of the member's, a file, or what another version of us wrote. */
  content: Extract<PostContent, { method: 'send' }> | undefined
}

/**
 * What is under a number in the chat; undefined when that is nothing of a lead's. In a lead's topic it is that lead's
 * topic itself where it is nothing else: what is written there belongs to that lead.
 */
export async function findAnswered(
  ctx: MemberContext,
  message: number | undefined,
): Promise<Answered | undefined> {
  const { leadId, thread } = ctx.place
  const answered =
    message === undefined || message === thread ? undefined : await findAnsweredPost(ctx, message)
  if (answered || leadId === undefined) return answered
  return { key: leadTopicKey(leadId), leadId, messageId: null, purpose: undefined, content: undefined }
}

async function findAnsweredPost(ctx: MemberContext, message: number): Promise<Answered | undefined> {
  const post = await findUnder(ctx, message)
  if (!post?.leadId) return undefined
  const content = postContent.safeParse(post.content)
  return {
    key: post.key,
    leadId: post.leadId,
    messageId: post.messageId,
    purpose: typeof post.content.purpose === 'string' ? post.content.purpose : undefined,
    content: content.success && content.data.method === 'send' ? content.data : undefined,
  }
}
