import { answerBelow } from '../posts/answer-member.ts'
import type { BotCommand } from './command.ts'

/** What people may look for and what is not built: it is in no menu, and whoever types it is told. */
const names = ['summary', 'score', 'campaign'] as const

/** Commands that there are not yet. */
export const later: readonly BotCommand[] = names.map((name) => ({
  name,
  describedBy: 'command-later',
  hidden: true,
  async run(ctx) {
    await answerBelow(ctx, 'later', ctx.voice.say('command-later', { command: `/${name}` }))
  },
}))
