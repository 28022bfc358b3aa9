import { tagKey } from '#core/tags/tag-key.ts'
import { type InboxTab, inboxFace, inboxPage } from '../cards/inbox-face.ts'
import type { Tag } from '../cards/tag-buttons.ts'
import { actorOf, type MemberContext } from '../context.ts'
import type { Face } from '../posts/post-content.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'

/** More tags than anybody has. */
const allTags = 1_000

export const readTags = (ctx: MemberContext): Promise<Tag[]> =>
  ctx.tools.desk.ask(actorOf(ctx), 'listTags', { limit: allTags })

/** One page of the member's inbox, from lead number `offset` on. `tag`: only leads with it. */
export async function readInbox(
  ctx: MemberContext,
  tab: InboxTab,
  offset: number,
  tag?: Pick<Tag, 'id' | 'name'>,
): Promise<Face> {
  const page = {
    ...(tab === 'snoozed' ? { snoozed: true } : { whose: tab }),
    ...(tag ? { tagId: tag.id } : {}),
    limit: inboxPage,
    offset,
  }
  const { leads, total } = await ctx.tools.desk.ask(actorOf(ctx), 'listInbox', page)
  return inboxFace(ctx.voice, { whose: tab, offset, leads, total, ...(tag ? { tag } : {}) })
}

/** The first page, of the leads with the tag that a member named; without a name, of all. */
export async function readInboxOf(ctx: MemberContext, tab: InboxTab, named: string): Promise<Face> {
  const name = tame(named).replace(/^#/, '').trim()
  if (name === '') return readInbox(ctx, tab, 0)
  const key = tagKey(name)
  const tag = (await readTags(ctx)).find((one) => one.key === key)
  if (tag) return readInbox(ctx, tab, 0, tag)
  return { html: `🏷 ${ctx.voice.say('inbox-no-tag', { tag: escapeHtml(name.slice(0, 40)) })}` }
}
