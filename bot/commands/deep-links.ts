import { DeskError } from '#core/errors.ts'
import { longId } from '#core/new-id.ts'
import { mustManageChannels } from '../channels/must-manage-channels.ts'
import { channelsPrefix, readChannelPage } from '../channels/read-channel-page.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import { openCard } from '../posts/open-card.ts'
import { readFindStart } from '../search/find-link.ts'
import { showFound } from '../search/show-found.ts'

/**
 * What a link `t.me/<bot>?start=<word>_<rest>` opens, by its word. Anybody can make one up and send it on: each is
 * authorised when it is opened, and what is not the opener's to see is not found.
 */
const openers: Record<string, (ctx: MemberContext, rest: string) => Promise<void>> = {
  /** A lead's card, by its short id. */
  async lead(ctx, short) {
    const card = await ctx.tools.desk.ask(actorOf(ctx), 'findLead', { leadId: idOf(short) })
    await openCard(ctx, card, String(ctx.update.update_id))
  },
  /** A channel's page, by its short id. */
  async channel(ctx, short) {
    mustManageChannels(ctx)
    const page = await readChannelPage(ctx, idOf(short))
    await answerMember(ctx, 'channels', page, { key: `${channelsPrefix}${ctx.update.update_id}` })
  },
  /** What is found by words. */
  async find(ctx, coded) {
    const words = readFindStart(coded)
    if (!words) throw stale()
    await showFound(ctx, words)
  },
}

/** Opens what a link names. Those with an invitation are taken before: whoever opens one is on no team yet. */
export async function openDeepLink(ctx: MemberContext, link: string): Promise<void> {
  const [, word = '', rest = ''] = /^([a-z]{1,20})_([\w-]{1,60})$/.exec(link) ?? []
  const open = Object.hasOwn(openers, word) ? openers[word] : undefined
  if (!open) throw stale()
  await open(ctx, rest)
}

function idOf(short: string): string {
  const id = longId(short)
  if (!id) throw stale()
  return id
}

const stale = () => new DeskError('not-found', 'link-unknown')
