import type { DeskError } from '#core/errors.ts'
import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import { sayNetwork } from '../cards/words-of-lead.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { sayError } from '../error-words.ts'
import { cutText } from '../text/cut-text.ts'
import { escapeHtml, escapeSigns } from '../text/escape-html.ts'
import type { Answer, Button, Face } from './post-content.ts'
import { type OtherWay, readWays } from './read-ways.ts'

/** How much of the kept answer is shown again. */
const shownWords = 1_000

/** Why an answer did not go, the answer itself, and a button for each way in which it would. */
export async function refusalFace(ctx: MemberContext, error: DeskError, answer: Answer): Promise<Face> {
  const { say } = ctx.voice
  const words = wordsOf(answer)
  const ways = readWays(error.data.ways)
  const account = ways.some(({ kind }) => kind === 'template')
    ? await findTemplateAccount(ctx, error, answer)
    : undefined
  const buttons = ways.flatMap((way): Button[][] => {
    const button = buttonOf(ctx, way, account)
    return button ? [[button]] : []
  })
  const html = [
    `⚠️ ${escapeSigns(sayError(say, error))}`,
    ...(buttons.length > 0 ? [say('refused-ways')] : []),
    ...(words ? [`<blockquote>${escapeHtml(cutText(words, shownWords))}</blockquote>`] : []),
  ].join('\n\n')
  return { html, buttons }
}

/** What the member wrote, where it was words. */
export function wordsOf({ body, content }: Answer): string {
  if (body !== undefined) return body
  switch (content?.kind) {
    case 'text':
    case 'contact-request':
      return content.body
    case 'choices':
      return [content.body, ...content.options.map((option) => `[${option}]`)].join('\n')
    case 'files':
      return content.caption ?? ''
    default:
      return ''
  }
}

function buttonOf({ voice: { say } }: MemberContext, way: OtherWay, account?: string): Button | undefined {
  switch (way.kind) {
    case 'template':
      if (!account) return undefined
      return { text: say('button-send-template'), data: callbackData('templates', shortId(account), '0') }
    case 'human-agent':
      return { text: say('button-human-agent'), data: callbackData('human', 'ask') }
    case 'channel':
      return {
        text: say('button-elsewhere', { network: sayNetwork(say, way.network) }),
        data: callbackData('elsewhere', shortId(way.conversationId)),
      }
    case 'opening':
      return {
        text: say('button-send-template-on', { network: sayNetwork(say, way.network) }),
        data: callbackData('templates', shortId(way.channelAccountId), '0'),
      }
  }
}

/** The account of the conversation that was refused: the desk says that it has templates, and not which it is. */
async function findTemplateAccount(
  ctx: MemberContext,
  error: DeskError,
  { leadId, conversationId }: Answer,
): Promise<string | undefined> {
  const { conversations } = await ctx.tools.desk.ask(actorOf(ctx), 'findWaysToAnswer', { leadId })
  const suitable = conversations.filter((way) => way.hasTemplates && way.can.includes('template'))
  const refused =
    suitable.find((way) => way.conversationId === conversationId) ??
    suitable.find((way) => way.network === error.data.network) ??
    suitable[0]
  return refused?.channelAccountId
}
