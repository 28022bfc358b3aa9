import type { InlineQueryResultArticle, InlineQueryResultsButton } from 'grammy/types'
import type { LeadCard } from '#core/leads/lead-card.ts'
import { shortId } from '#core/new-id.ts'
import { nameOf, numberOf, sayNetwork, sayStatus } from '../cards/words-of-lead.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { findStart } from '../search/find-link.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'
import { leadLink } from './lead-link.ts'

/** As many as are seen at a glance, with room for quick replies below. */
const most = 10
const shownWords = 80

/** Of the words on the button that leads to all. */
const shownOnButton = 24

export interface LeadResults {
  results: InlineQueryResultArticle[]
  /** Above them, where more was found than is seen at a glance: all of it in the chat with the bot. */
  button?: InlineQueryResultsButton
}

/** Leads that match, or without words those of the member that wait longest. */
export async function readLeadResults(ctx: MemberContext, words: string): Promise<LeadResults> {
  const { desk } = ctx.tools
  if (words === '') {
    const { leads } = await desk.ask(actorOf(ctx), 'listInbox', { whose: 'mine', limit: most })
    return { results: leads.map((lead) => resultOf(ctx, lead, '')) }
  }
  const { found, next } = await desk.ask(actorOf(ctx), 'searchLeads', { words, limit: most })
  const results = found.map(({ lead, excerpt }) => resultOf(ctx, lead, excerpt?.text ?? ''))
  const start = next ? findStart(words) : undefined
  if (!start) return { results }
  const text = ctx.voice.say('inline-all', { words: cutLine(words, shownOnButton) })
  return { results, button: { text, start_parameter: start } }
}

/** What is seen while choosing is the member's alone; what is sent says no more than a number, a name and a link. */
function resultOf(ctx: MemberContext, lead: LeadCard, excerpt: string): InlineQueryResultArticle {
  const { say } = ctx.voice
  const title = `${numberOf(lead)} ${nameOf(say, lead)}`
  const facts = [
    sayStatus(say, lead.status),
    ...(lead.channel ? [sayNetwork(say, lead.channel.network)] : []),
    ...(excerpt ? [cutLine(tame(excerpt), shownWords)] : []),
  ]
  const open = `<a href="${leadLink(ctx, lead.id)}">${say('inline-open')}</a>`
  return {
    type: 'article',
    id: `lead:${shortId(lead.id)}`,
    title,
    description: facts.join(' · '),
    input_message_content: {
      message_text: `📇 <b>${escapeHtml(title)}</b>\n${open}`,
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    },
  }
}
