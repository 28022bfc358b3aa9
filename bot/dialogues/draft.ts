import { z } from 'zod'
import { DeskError } from '#core/errors.ts'
import type { LeadCard } from '#core/leads/lead-card.ts'
import { nameOf, numberOf } from '../cards/words-of-lead.ts'
import type { MemberContext } from '../context.ts'
import type { ReadDraft } from '../drafts/draft-face.ts'
import { changeDraft, takeDraft } from '../drafts/take-draft.ts'
import { answerMember } from '../posts/answer-member.ts'
import { escapeHtml } from '../text/escape-html.ts'
import type { Dialogue } from './dialogue.ts'

/** Of a draft that there is, `id` says which, and `revision` which words of it were shown. */
const gatheredOf = z.object({
  leadId: z.uuid(),
  id: z.uuid().exactOptional(),
  revision: z.number().int().positive().exactOptional(),
})

/** Asks for a draft; the answer to the question is its text. */
export async function askDraft(ctx: MemberContext, card: LeadCard): Promise<void> {
  const { say } = ctx.voice
  const html = say('draft-ask', { number: numberOf(card), name: escapeHtml(nameOf(say, card)) })
  await ask(ctx, html, { leadId: card.id }, `draft-ask:${card.id}:${ctx.update.update_id}`)
}

/** Asks for other words of a draft, and gives those that it has to be copied. `opener`: asked twice by the same, it asks once. */
export async function askNewWords(ctx: MemberContext, draft: ReadDraft, opener: string): Promise<void> {
  const { id, leadId, revision, text } = draft
  const html = `${ctx.voice.say('draft-edit-ask')}\n\n<code>${escapeHtml(text)}</code>`
  await ask(ctx, html, { leadId, id, revision }, `draft-ask:${id}:${revision}:${opener}`)
}

/** The question is of the lead, so that its words are gone with the person. */
async function ask(
  ctx: MemberContext,
  html: string,
  dialogue: z.output<typeof gatheredOf>,
  key: string,
): Promise<void> {
  const question = {
    html: `✍️ ${html}`,
    ask: ctx.voice.say('draft-placeholder'),
    purpose: 'draft' as const,
    dialogue,
  }
  await answerMember(ctx, 'draft-ask', question, { key, leadId: dialogue.leadId })
}

/** The words of a draft: of a new one, or others of one that there is. */
export const draft: Dialogue = {
  purpose: 'draft',
  async hear(ctx, text, gathered) {
    const read = gatheredOf.safeParse(gathered)
    if (!read.success) throw new DeskError('not-found', 'button-outdated')
    const { leadId, id, revision } = read.data
    if (id === undefined || revision === undefined) return takeDraft(ctx, leadId, text)
    await changeDraft(ctx, id, revision, text)
  },
}
