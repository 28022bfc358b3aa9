import type { LeadCard } from '#core/leads/lead-card.ts'
import type { NewPost } from '#core/posts/post.ts'
import { nameOf, numberOf } from '../cards/words-of-lead.ts'
import type { MemberContext } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import { escapeHtml } from '../text/escape-html.ts'

/** Asks for a note about a lead; the answer to the question becomes one. */
export async function askNote(
  ctx: MemberContext,
  card: LeadCard,
  more: Partial<Omit<NewPost, 'chat' | 'content'>> = {},
): Promise<void> {
  const { say } = ctx.voice
  const html = `📝 ${say('note-ask', { number: numberOf(card), name: escapeHtml(nameOf(say, card)) })}`
  const question = { html, ask: say('note-placeholder'), purpose: 'note' as const }
  await answerMember(ctx, 'note-ask', question, { leadId: card.id, ...more })
}
