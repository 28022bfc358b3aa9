import { canWorkLeads } from '#core/policy.ts'
import { findMeant } from '../messages/find-meant.ts'
import { answerMember } from '../posts/answer-member.ts'
import { readQuickChoice } from '../quick-replies/choice-face.ts'
import { readQuickList } from '../quick-replies/list-face.ts'
import { mayHave } from '../quick-replies/may-use.ts'
import type { BotCommand } from './command.ts'

/**
 * `/quick`: answers that are written once and sent often, to look after; `/quick hours` below something of a lead's, or
 * `/quick #12 hours`: those with that word, to answer it with.
 */
export const quick: BotCommand = {
  name: 'quick',
  describedBy: 'command-quick',
  may: canWorkLeads,
  inGroup: true,
  async run(ctx, argument) {
    const opener = String(ctx.update.update_id)
    const { lead, words } = mayHave(ctx) ? await findMeant(ctx, argument) : { words: argument }
    if (lead) {
      const face = await readQuickChoice(ctx, lead.id, 0, words)
      return answerMember(ctx, 'quick', face, { key: `quick:${lead.id}:${opener}`, leadId: lead.id })
    }
    await answerMember(ctx, 'quicks', await readQuickList(ctx, 0, words), { key: `quicks:${opener}` })
  },
}
