import { canDraftReplies } from '#core/policy.ts'
import { askDraft } from '../dialogues/draft.ts'
import { findWaiting, showDraft } from '../drafts/show-draft.ts'
import { mustDraft, takeDraft } from '../drafts/take-draft.ts'
import { findMeant } from '../messages/find-meant.ts'
import { answerBelow } from '../posts/answer-member.ts'
import type { BotCommand } from './command.ts'

/**
 * `/draft We open at 7` below something of a lead's, or `/draft #12 …`: an answer that somebody sends later. Without words
 * it shows the one that waits; where none does, the bot asks for one.
 */
export const draft: BotCommand = {
  name: 'draft',
  describedBy: 'command-draft',
  may: canDraftReplies,
  inGroup: true,
  async run(ctx, argument) {
    const { lead, words } = await findMeant(ctx, argument)
    if (!lead) {
      mustDraft(ctx)
      return answerBelow(ctx, 'draft-usage', ctx.voice.say('draft-usage'))
    }
    if (words !== '') return takeDraft(ctx, lead.id, words)
    const waiting = await findWaiting(ctx, lead.id)
    if (waiting) return showDraft(ctx, waiting)
    mustDraft(ctx)
    await askDraft(ctx, lead)
  },
}
