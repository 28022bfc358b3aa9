import type { OutputOf } from '#core/desk.ts'
import type { queries } from '#core/queries.ts'
import { type PostContent, postContent, type ShownPart } from '../posts/post-content.ts'
import { postIn } from '../posts/post-in.ts'
import { botActor } from '../posts/show-posts.ts'
import type { LeadScene } from './lead-scene.ts'
import { createFaceWithout, erasedFace, type FaceWithout } from './message-erased-face.ts'
import { type ReadMessage, voiceIn } from './message-scene.ts'
import { bareFile, deletionsOf, putPostsRight, type Righted } from './put-posts-right.ts'

type PostAbout = OutputOf<(typeof queries)['listPostsAbout']>[number]

/**
 * A message is gone by a rule of its network: every post that showed its words is put right, in its chat and in what we
 * keep of it, and its files are taken out. What we keep goes first: after a crash all of this is simply done again.
 *
 * @param eventId names the changes, so that hearing of it twice changes once
 */
export async function eraseFromPosts(
  scene: LeadScene,
  organizationId: string,
  eventId: string,
  message: ReadMessage,
): Promise<void> {
  const { tools } = scene
  const faceWithout = createFaceWithout(scene, organizationId, message)
  const find = (after: string, limit: number) =>
    tools.desk.ask(botActor(organizationId), 'listPostsAbout', { messageId: message.id, after, limit })
  await putPostsRight(tools, organizationId, find, (post) =>
    putRight(scene, eventId, message, post, faceWithout),
  )
}

async function putRight(
  scene: LeadScene,
  eventId: string,
  message: ReadMessage,
  post: PostAbout,
  faceWithout: FaceWithout,
): Promise<Righted | undefined> {
  const { data: content } = postContent.safeParse(post.content)
  if (!content) return undefined
  if (content.method === 'file' || content.method === 'album') {
    return withoutFiles(scene, eventId, message, post, content)
  }
  if (content.method !== 'send' && content.method !== 'edit') return undefined
  const target = post.targetKey ?? post.key
  const face = await faceWithout(post, target)
  if (!face) return undefined
  const { html, buttons = content.buttons, fleeting } = face
  // Its words may be among what is another with every look.
  const { fleeting: _old, ...kept } = content
  const change: PostContent = { method: 'edit', html, again: true, ...(buttons ? { buttons } : {}) }
  const more = {
    leadId: scene.card.id,
    mergeKey: `change:${target}`,
    urgency: 2 as const,
    targetKey: target,
    withdraws: true,
  }
  return {
    content: { ...kept, html, ...(fleeting ? { fleeting } : {}), ...(buttons ? { buttons } : {}) },
    posts: [postIn({ chat: post.chatId }, `erased:${eventId}:${target}`, change, more)],
  }
}

/** The files of the message are taken out of the chat, and the names and words that came with them out of the post. */
function withoutFiles(
  scene: LeadScene,
  eventId: string,
  message: ReadMessage,
  post: PostAbout,
  content: Extract<PostContent, { method: 'file' | 'album' }>,
): Righted | undefined {
  const isIts = ({ messageId }: ShownPart) => messageId === message.id
  const parts: ShownPart[] = content.method === 'album' ? content.items : [content]
  if (!parts.some(isIts)) return undefined
  const instead = erasedFace(scene, voiceIn(scene, post.chatId)).html
  const posts = deletionsOf(scene, eventId, post, content, instead, isIts)
  if (content.method === 'file') return { content: bareFile(content), posts }
  return {
    content: { ...content, items: content.items.map((item) => (isIts(item) ? bareFile(item) : item)) },
    posts,
  }
}
