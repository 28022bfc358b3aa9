import type { BotCommand } from './command.ts'
import { showLanguages } from './show-languages.ts'

/** `/language`: which language the desk speaks to the member. */
export const language: BotCommand = {
  name: 'language',
  describedBy: 'command-language',
  run: (ctx) => showLanguages(ctx),
}
