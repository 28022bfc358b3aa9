import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import { actorOf, type MemberContext } from '../context.ts'
import type { Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { back } from './member-face.ts'
import { readSuccessors } from './successors.ts'

/** Asks to whom goes what a member has, before he is taken off the team: one tap does it all. */
export async function readRemovePage(ctx: MemberContext, memberId: string, drops: boolean): Promise<Face> {
  const { say } = ctx.voice
  const { desk } = ctx.tools
  const { name, leads, reminders, quickReplies } = await desk.ask(actorOf(ctx), 'readLeaving', { memberId })
  const short = shortId(memberId)
  const manner = drops ? 'drop' : 'keep'
  const successors = leads > 0 ? await readSuccessors(ctx, [memberId]) : []
  return {
    html: [
      say('remove-ask', { name: escapeHtml(cutLine(name, 64)) }),
      [
        say('remove-leads', { count: leads }),
        say('remove-reminders', { count: reminders }),
        ...(quickReplies > 0 ? [say('remove-quick-replies', { count: quickReplies })] : []),
      ].join('\n'),
      ...(leads > 0 ? [say('remove-whom')] : []),
    ].join('\n\n'),
    buttons: [
      ...(quickReplies > 0
        ? [
            [
              {
                text: `${drops ? '▫️' : '✅'} ${say('button-keep-quick-replies')}`,
                data: callbackData('remove', short, drops ? 'keep' : 'drop'),
              },
            ],
          ]
        : []),
      [
        {
          text: leads > 0 ? `📥 ${say('button-remove-to-all')}` : say('button-remove-yes'),
          data: callbackData('remove-yes', short, manner),
        },
      ],
      ...successors.map(({ id, text }) => [
        { text, data: callbackData('remove-to', short, shortId(id), manner) },
      ]),
      back(ctx, 'member', short),
    ],
  }
}
