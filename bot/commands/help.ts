import { canManageTeam, canWorkLeads } from '#core/policy.ts'
import { answerMember } from '../posts/answer-member.ts'
import type { BotCommand } from './command.ts'
import { menuOf } from './menu.ts'

/**
 * `/help`: all that a new member needs, on one screen, and the commands of his role.
 *
 * @param commands all that there are, once they are: this one is among them
 */
export const createHelp = (commands: () => readonly BotCommand[]): BotCommand => ({
  name: 'help',
  describedBy: 'command-help',
  inGroup: true,
  async run(ctx) {
    const { say, mark } = ctx.voice
    const asker = { kind: 'member' as const, ...ctx.member }
    const works = canWorkLeads(asker)
    const lines = menuOf(commands(), say, asker).map(
      // The second mark keeps the slash before its word, on a line that the first lets run from right to left.
      ({ command, description }) => `${mark}\u200e/${command} – ${description}`,
    )
    const html = [
      say('help-title'),
      say('help-leads'),
      ...(works
        ? [say('help-answering'), say('help-signs'), say('help-window'), say('help-card')]
        : [say('help-looking')]),
      ...(canManageTeam(asker) ? [say('help-leading')] : []),
      `${say('help-commands')}\n${lines.join('\n')}`,
      ...(works ? [say('help-below')] : []),
    ].join('\n\n')
    await answerMember(ctx, 'help', { html })
  },
})
