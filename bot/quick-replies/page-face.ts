import { shortId } from '#core/new-id.ts'
import type { QuickReply } from '#core/quick-replies/quick-reply.ts'
import { variables } from '#core/quick-replies/variables.ts'
import { callbackData } from '../callback-data.ts'
import { actorOf, type MemberContext } from '../context.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { mayChange, mayShare } from './may-use.ts'

/** What can be changed of one by a written answer. */
export const quickParts = ['shortcut', 'body', 'category'] as const
export type QuickPart = (typeof quickParts)[number]

/** One quick reply with all that is known of it; who may change it has the buttons. */
export async function readQuickPage(ctx: MemberContext, quickReplyId: string): Promise<Face> {
  const { reply, unknown } = await ctx.tools.desk.ask(actorOf(ctx), 'fillQuickReply', { quickReplyId })
  const { say, mark } = ctx.voice
  const facts = [
    reply.shared ? say('quick-shared') : say('quick-own'),
    ...(reply.category ? [escapeHtml(reply.category)] : []),
    say('quick-uses', { count: reply.uses }),
  ]
  const html = [
    `${mark}⚡️ <b>${escapeHtml(reply.shortcut)}</b>`,
    facts.join(' · '),
    `<blockquote>${escapeHtml(reply.body)}</blockquote>`,
    ...(unknown.length > 0 ? [`⚠️ ${sayUnknown(ctx, unknown)}`] : []),
  ].join('\n\n')
  return { html, buttons: [...(mayChange(ctx, reply) ? changing(ctx, reply) : []), back(ctx)] }
}

/** Which variables there are not, and which there are. */
export const sayUnknown = ({ voice: { say } }: MemberContext, unknown: string[]): string =>
  say('quick-unknown', {
    names: escapeHtml(
      unknown
        .slice(0, 5)
        .map((name) => `{${name}}`)
        .join(', '),
    ),
    known: variables.map((name) => `{${name}}`).join(', '),
  })

function changing(ctx: MemberContext, { id, shared }: QuickReply): Button[][] {
  const { say } = ctx.voice
  const short = shortId(id)
  const set = (text: string, part: QuickPart) => ({ text, data: callbackData('quick-set', short, part) })
  const share = shared
    ? { text: say('button-quick-unshare'), data: callbackData('quick-share', short, 'no') }
    : { text: say('button-quick-share'), data: callbackData('quick-share', short, 'yes') }
  return [
    [set(say('button-quick-body'), 'body'), set(say('button-quick-shortcut'), 'shortcut')],
    [
      set(say('button-quick-category'), 'category'),
      { text: say('button-quick-remove'), data: callbackData('quick-remove', short) },
    ],
    ...(mayShare(ctx) ? [[share]] : []),
  ]
}

const back = ({ voice: { say } }: MemberContext): Button[] => [
  { text: say('button-back'), data: callbackData('quick-list', '0') },
]
