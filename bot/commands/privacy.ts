import { canEraseContacts } from '#core/policy.ts'
import { answerMember } from '../posts/answer-member.ts'
import type { BotCommand } from './command.ts'

/** `/privacy`: what is kept of whom, and how it is erased. */
export const privacy: BotCommand = {
  name: 'privacy',
  describedBy: 'command-privacy',
  async run(ctx) {
    const { say } = ctx.voice
    const html = [
      `🔏 <b>${say('privacy-title')}</b>`,
      say('privacy-you'),
      say('privacy-customers'),
      say('privacy-erasing'),
      ...(canEraseContacts({ kind: 'member', ...ctx.member }) ? [say('privacy-leading')] : []),
    ].join('\n\n')
    await answerMember(ctx, 'privacy', { html })
  },
}
