import { shortId } from '#core/new-id.ts'
import type { QuickReply } from '#core/quick-replies/quick-reply.ts'
import { callbackData } from '../callback-data.ts'
import { actorOf, type MemberContext } from '../context.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { ownDirection } from '../text/direction.ts'
import { escapeHtml } from '../text/escape-html.ts'
import type { Voice } from '../voice.ts'
import { mayHave } from './may-use.ts'

/** Quick replies on one page. */
const page = 12
/** More than anybody has: they are put in order of category here. */
const all = 1_000
/** How much of a text a list shows. */
const shownWords = 60

/** A page of the member's quick replies by category, to look after them; with `words`, the first page of those that hold them. */
export async function readQuickList(ctx: MemberContext, offset: number, words = ''): Promise<Face> {
  const { say, language } = ctx.voice
  const { replies, total } = await ctx.tools.desk.ask(actorOf(ctx), 'listQuickReplies', {
    limit: all,
    words: words.slice(0, 200),
  })
  const order = new Intl.Collator(language)
  const sorted = replies.toSorted(
    (one, other) =>
      Number(one.category === null) - Number(other.category === null) ||
      order.compare(one.category ?? '', other.category ?? '') ||
      order.compare(one.shortcut, other.shortcut),
  )
  const shown = sorted.slice(offset, offset + page)
  const add: Button[][] = mayHave(ctx)
    ? [[{ text: say('button-quick-new'), data: callbackData('quick-new') }]]
    : []
  const head = `⚡️ <b>${say('quick-title', { count: total })}</b>`
  if (total === 0)
    return { html: [head, words ? say('quick-none-with') : say('quick-none')].join('\n\n'), buttons: add }
  const open = shown.map(({ id, shortcut }) => ({
    text: cutLine(shortcut, 24),
    data: callbackData('quick-open', shortId(id)),
  }))
  const rows = Array.from({ length: Math.ceil(open.length / 2) }, (_, row) =>
    open.slice(row * 2, row * 2 + 2),
  )
  return {
    html: [head, ...blocks(ctx.voice, shown)].join('\n\n'),
    buttons: [...rows, ...(words ? [] : pages(say, 'quick-list', [], offset, total)), ...add],
  }
}

function blocks({ say, mark }: Voice, replies: QuickReply[]): string[] {
  const categories = Map.groupBy(replies, ({ category }) => category)
  return [...categories].map(([category, some]) =>
    [
      `<b>${category === null ? say('quick-no-category') : escapeHtml(cutLine(category, 40))}</b>`,
      ...some.map((reply) => quickLine(mark, reply)),
    ].join('\n'),
  )
}

/** One of them in a line: whose it is, what it is called, how it begins. */
export const quickLine = (mark: string, { shortcut, body, shared }: QuickReply): string =>
  `${mark}${shared ? '👥' : '👤'} <b>${ownDirection(escapeHtml(shortcut))}</b> – ${ownDirection(escapeHtml(cutLine(body, shownWords)))}`

/** Buttons to the pages before and after; `parts` stand before the offset. */
export function pages(
  say: Voice['say'],
  verb: string,
  parts: string[],
  offset: number,
  total: number,
  size = page,
): Button[][] {
  const to = (text: string, at: number) => ({ text, data: callbackData(verb, ...parts, String(at)) })
  const row = [
    ...(offset > 0 ? [to(say('button-previous'), Math.max(0, offset - size))] : []),
    ...(offset + size < total ? [to(say('button-next'), offset + size)] : []),
  ]
  return row.length > 0 ? [row] : []
}
