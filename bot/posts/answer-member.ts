import type { NewPost } from '#core/posts/post.ts'
import type { MemberContext } from '../context.ts'
import { leadTopicKey } from '../team-desk/topic-key.ts'
import { escapeHtml } from '../text/escape-html.ts'
import type { Face, PostContent } from './post-content.ts'
import { postIn, type Spot } from './post-in.ts'
import { showPosts } from './show-posts.ts'

type Answer = Omit<Extract<PostContent, { method: 'send' }>, 'method'> & Pick<Face, 'subjects'>
type More = Partial<Omit<NewPost, 'chat' | 'content'>>

/**
 * Where a member is answered: in the topic of a lead when he wrote or pressed there and it is not about another lead, else in
 * his private chat. The rest of the group need not read what one of them asked for.
 */
export const answerSpot = ({ place, person }: MemberContext, leadId = place.leadId): Spot =>
  place.leadId === undefined || place.leadId !== leadId
    ? { chat: String(person.telegramUserId) }
    : { chat: place.chat, topicKey: leadTopicKey(place.leadId) }

/**
 * Answers an update of a member. Without a key of its own the answer is named after the update, so that hearing the
 * update twice answers once.
 */
export async function answerMember(
  ctx: MemberContext,
  name: string,
  { subjects, ...answer }: Answer,
  more: More = {},
): Promise<void> {
  const { key = `${name}:${ctx.update.update_id}`, ...rest } = more
  const spot = answerSpot(ctx, more.leadId)
  const { replyTo, ...face } = answer
  const content: PostContent = {
    method: 'send',
    ...face,
    // A number of the group's means nothing in a private chat.
    ...(replyTo === undefined || spot.chat !== ctx.place.chat ? {} : { replyTo }),
    // A topic that he has opened himself.
    ...(ctx.place.group || ctx.place.leadId || ctx.place.thread === undefined
      ? {}
      : { thread: ctx.place.thread }),
    ...(face.ask !== undefined && spot.topicKey && ctx.place.group
      ? { html: `${mentionOf(ctx)}\n${face.html}` }
      : {}),
  }
  await showPosts(ctx.tools.desk, ctx.member.organizationId, [
    postIn(spot, key, content, { ...urgencyIn(spot), ...(subjects ? { subjects } : {}), ...rest }),
  ])
}

/**
 * What a member asks for comes before what waits for him: a flood of news must not keep him from what he does about it. In
 * a topic it keeps its place among the customer's words.
 */
const urgencyIn = ({ topicKey }: Spot): Pick<NewPost, 'urgency'> => ({
  urgency: topicKey === undefined ? 0 : 1,
})

/** Whose answer field a question in a group opens. */
const mentionOf = ({ person }: MemberContext): string =>
  `<a href="tg://user?id=${person.telegramUserId}">${escapeHtml(person.name)}</a>`

/** Answers a message of a member below that message. */
export async function answerBelow(
  ctx: MemberContext,
  name: string,
  html: string,
  more: More = {},
): Promise<void> {
  const replyTo = ctx.msg?.message_id
  await answerMember(ctx, name, { html, ...(replyTo === undefined ? {} : { replyTo }) }, more)
}
