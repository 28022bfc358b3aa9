import { DeskError } from '#core/errors.ts'
import { canWorkLeads } from '#core/policy.ts'
import { nameOf, numberOf } from '../cards/words-of-lead.ts'
import { answerMember } from '../posts/answer-member.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { actionOn } from './action.ts'
import { burst } from './burst.ts'
import { findCard } from './change-card.ts'
import { findPressedPost } from './pressed-post.ts'

/** Asks for a note; the answer to the question becomes one. */
export const note = actionOn('note', async (ctx, leadId) => {
  if (!canWorkLeads({ kind: 'member', ...ctx.member })) throw new DeskError('forbidden', 'not-allowed')
  const { say, now } = ctx.voice
  const card = await findCard(ctx, leadId)
  const pressed = await findPressedPost(ctx)
  const html = `📝 ${say('note-ask', { number: numberOf(card), name: escapeHtml(nameOf(say, card)) })}`
  await answerMember(
    ctx,
    'note-ask',
    { html, ask: say('note-placeholder'), purpose: 'note' },
    { key: `note-ask:${leadId}:${burst(now)}`, leadId, ...(pressed?.key ? { replyToKey: pressed.key } : {}) },
  )
  return undefined
})
