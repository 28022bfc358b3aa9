import { canManageTeam } from '#core/policy.ts'
import { answerMember } from '../posts/answer-member.ts'
import type { BotCommand } from './command.ts'

/** `/help`: all that a new member needs, on one screen. */
export const help: BotCommand = {
  name: 'help',
  describedBy: 'command-help',
  async run(ctx) {
    const { say } = ctx.voice
    const html = [
      say('help-title'),
      say('help-leads'),
      say('help-answering'),
      say('help-signs'),
      say('help-window'),
      say('help-commands'),
      ...(canManageTeam({ kind: 'member', ...ctx.member }) ? [say('help-leading')] : []),
    ].join('\n\n')
    await answerMember(ctx, 'help', { html })
  },
}
