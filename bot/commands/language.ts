import { callbackData } from '../callback-data.ts'
import { answerMember } from '../posts/answer-member.ts'
import type { BotCommand } from './command.ts'

/** `/language`: each language under its own name, so that one finds back from a language one cannot read. */
export const language: BotCommand = {
  name: 'language',
  describedBy: 'command-language',
  async run(ctx) {
    const { words } = ctx.tools
    const buttons = words.languages.map((code) => [
      { text: words.in(code)('language-own-name'), data: callbackData('language', code) },
    ])
    await answerMember(ctx, 'language', { html: ctx.voice.say('language-choose'), buttons })
  },
}
