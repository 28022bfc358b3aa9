import type { MemberContext } from '../context.ts'
import { type Answer, postContent } from '../posts/post-content.ts'
import { botActor } from '../posts/show-posts.ts'

/** Names the one refusal of all parts of an album that a member sent. */
export const refusedAlbumKey = (album: string): string => `refused:album:${album}`

/**
 * Adds a refused part of an album to the refusal of those before it, so that one press sends them all, in their order
 * and with their words. False: it is the first one, or no part of an album.
 */
export async function joinRefused(ctx: MemberContext, { leadId, content }: Answer): Promise<boolean> {
  const album = ctx.msg?.media_group_id
  if (!album || content?.kind !== 'files') return false
  const { desk } = ctx.tools
  const actor = botActor(ctx.member.organizationId)
  const chatId = ctx.place.chat
  const posts = await desk.ask(actor, 'listPosts', { leadId, keyPrefix: refusedAlbumKey(album) })
  const post = posts.find((one) => one.chatId === chatId)
  const { data } = postContent.safeParse(post?.content)
  if (!post || data?.method !== 'send' || !data.draft) return false
  // What this version wrote there itself; the desk reads it again, as it reads everything.
  const draft = data.draft as unknown as Answer
  if (draft.content?.kind !== 'files') return false
  const known = new Set(draft.content.files.map(({ source }) => source.mediaId))
  const files = content.files.filter(({ source }) => !known.has(source.mediaId))
  if (files.length === 0) return true
  const caption = [draft.content.caption, content.caption].filter(Boolean).join('\n')
  const joined = {
    ...draft,
    content: {
      ...draft.content,
      files: [...draft.content.files, ...files],
      ...(caption ? { caption } : {}),
    },
  }
  await desk.perform(actor, 'rewritePosts', {
    posts: [{ id: post.id, content: { ...data, draft: joined as unknown as typeof data.draft } }],
  })
  return true
}
