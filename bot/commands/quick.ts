import { answerMember } from '../posts/answer-member.ts'
import { readQuickList } from '../quick-replies/list-face.ts'
import type { BotCommand } from './command.ts'

/** `/quick`: answers that are written once and sent often. */
export const quick: BotCommand = {
  name: 'quick',
  describedBy: 'command-quick',
  async run(ctx) {
    const key = `quicks:${ctx.update.update_id}`
    await answerMember(ctx, 'quicks', await readQuickList(ctx, 0), { key })
  },
}
