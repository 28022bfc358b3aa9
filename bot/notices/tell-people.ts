import { decideFixed } from '#core/notices/decide-notice.ts'
import type { FixedKind } from '#core/notices/notice-choice.ts'
import type { NewPost } from '#core/posts/post.ts'
import type { BotTools } from '../context.ts'
import { botActor, showPosts } from '../posts/show-posts.ts'
import type { Colleague } from './team.ts'
import { quietly } from './tell-news.ts'

/** Shows posts that are no news of a lead to members in their private chats, with a sound where their kind has one. */
export async function tellPeople(
  { desk }: Pick<BotTools, 'desk'>,
  organizationId: string,
  kind: FixedKind,
  team: Colleague[],
  posts: NewPost[],
): Promise<void> {
  if (posts.length === 0) return
  if (kind === 'quiet') return showPosts(desk, organizationId, quietly(posts))
  if (kind === 'alarm') return showPosts(desk, organizationId, posts)
  const { members } = await desk.ask(botActor(organizationId), 'readNoticeStates', {})
  const isSilent = ({ chat }: NewPost): boolean => {
    const member = team.find(({ telegramUserId }) => String(telegramUserId) === chat.id)
    const isQuiet = members.find(({ memberId }) => memberId === member?.id)?.isQuiet ?? false
    return decideFixed(kind, { isQuiet }) === 'silent'
  }
  await showPosts(
    desk,
    organizationId,
    posts.flatMap((post) => (isSilent(post) ? quietly([post]) : [post])),
  )
}
