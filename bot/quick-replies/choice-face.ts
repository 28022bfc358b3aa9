import { shortId } from '#core/new-id.ts'
import { findCard } from '../actions/change-card.ts'
import { callbackData } from '../callback-data.ts'
import { nameOf, numberOf } from '../cards/words-of-lead.ts'
import { actorOf, type MemberContext } from '../context.ts'
import type { Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { pages, quickLine } from './list-face.ts'

/** Quick replies on one page below a card: few enough to be seen with what is answered. */
const page = 8

/** A page of quick replies to answer a lead with, the most used first; with `words`, the first page of those that hold them. */
export async function readQuickChoice(
  ctx: MemberContext,
  leadId: string,
  offset: number,
  words = '',
): Promise<Face> {
  const { say, mark } = ctx.voice
  const card = await findCard(ctx, leadId)
  const asked = { limit: page, offset, words: words.slice(0, 200) }
  const { replies, total } = await ctx.tools.desk.ask(actorOf(ctx), 'listQuickReplies', asked)
  const head = `⚡️ ${say('quick-choose', { number: numberOf(card), name: escapeHtml(nameOf(say, card)) })}`
  if (total === 0) {
    const buttons = [[{ text: say('button-quick-new'), data: callbackData('quick-new') }]]
    return { html: `⚡️ ${words ? say('quick-none-with') : say('quick-none')}`, buttons }
  }
  const use = replies.map(({ id, shortcut }) => ({
    text: cutLine(shortcut, 24),
    data: callbackData('quick-use', shortId(id)),
  }))
  const rows = Array.from({ length: Math.ceil(use.length / 2) }, (_, row) => use.slice(row * 2, row * 2 + 2))
  return {
    html: [head, replies.map((reply) => quickLine(mark, reply)).join('\n')].join('\n\n'),
    buttons: [...rows, ...(words ? [] : pages(say, 'quick-page', [shortId(leadId)], offset, total, page))],
  }
}
