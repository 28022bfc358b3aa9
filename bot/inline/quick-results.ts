import type { InlineQueryResultArticle } from 'grammy/types'
import { shortId } from '#core/new-id.ts'
import { fillVariables } from '#core/quick-replies/variables.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { mayHave } from '../quick-replies/may-use.ts'
import { cutLine } from '../text/cut-text.ts'
import { tame } from '../text/escape-html.ts'
import { longestText } from '../text/fit-html.ts'

const most = 30
const shownWords = 120

/**
 * Quick replies that match, filled in; without words the most used. Those that speak of the customer are left out, since
 * nobody knows here who is written to, and half a sentence must not be sent by a tap.
 */
export async function readQuickResults(
  ctx: MemberContext,
  words: string,
): Promise<InlineQueryResultArticle[]> {
  if (!mayHave(ctx)) return []
  const asked = { words: words.slice(0, 200), limit: most }
  const { replies, values } = await ctx.tools.desk.ask(actorOf(ctx), 'listQuickReplies', asked)
  return replies.flatMap(({ id, shortcut, body }): InlineQueryResultArticle[] => {
    const { text, unknown, missing } = fillVariables(body, values)
    if (unknown.length > 0 || missing.length > 0 || text.length > longestText) return []
    return [
      {
        type: 'article',
        id: `quick:${shortId(id)}`,
        title: `⚡️ ${shortcut}`,
        description: cutLine(tame(text), shownWords),
        input_message_content: { message_text: text, link_preview_options: { is_disabled: true } },
      },
    ]
  })
}
