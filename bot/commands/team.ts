import { answerMember } from '../posts/answer-member.ts'
import type { BotCommand } from './command.ts'
import { readTeam } from './read-team.ts'

/** `/team`: who is on it. */
export const team: BotCommand = {
  name: 'team',
  describedBy: 'command-team',
  async run(ctx) {
    await answerMember(ctx, 'team', await readTeam(ctx))
  },
}
