import type { ContactImport } from '#core/imports/contact-import.ts'
import { actorOf, type MemberContext } from '../context.ts'
import type { Face } from '../posts/post-content.ts'
import { privatePost } from '../posts/private-post.ts'
import { showPosts } from '../posts/show-posts.ts'
import { listKey } from './begin-list.ts'
import { importFace } from './import-face.ts'

/** Shows an import as it is now, or another page of it, in its one post. */
export async function showList(
  ctx: MemberContext,
  list: ContactImport,
  face: Face = importFace(ctx.voice, list),
): Promise<void> {
  const { html, buttons } = face
  const targetKey = listKey(list.id)
  await showPosts(ctx.tools.desk, ctx.member.organizationId, [
    privatePost(
      ctx.person.telegramUserId,
      `list-change:${ctx.update.update_id}:${list.state}`,
      { method: 'edit', html, ...(buttons ? { buttons } : {}) },
      { targetKey, mergeKey: `change:${targetKey}`, urgency: 2 },
    ),
  ])
}

/**
 * Shows an import that has just begun a step. Small lists are done with it in a moment: what was found then is not
 * overwritten by what was read before.
 */
export async function showBegun(ctx: MemberContext, importId: string): Promise<void> {
  const read = () => ctx.tools.desk.ask(actorOf(ctx), 'readImport', { importId })
  const list = await read()
  await showList(ctx, list)
  const now = await read()
  if (now.state !== list.state) await showList(ctx, now)
}
