import { type InboxTab, inboxFace, inboxPage } from '../cards/inbox-face.ts'
import { actorOf, type MemberContext } from '../context.ts'
import type { Face } from '../posts/post-content.ts'

/** One page of the member's inbox, from lead number `offset` on. */
export async function readInbox(ctx: MemberContext, whose: InboxTab, offset: number): Promise<Face> {
  const page = { whose, limit: inboxPage, offset }
  const { leads, total } = await ctx.tools.desk.ask(actorOf(ctx), 'listInbox', page)
  return inboxFace(ctx.voice, { whose, offset, leads, total })
}
