import type { Api } from 'grammy'
import type { Words } from '#core/i18n.ts'
import { botCommands } from './commands/index.ts'

/**
 * Sets Telegram's menu of commands for private chats in every language; English where there is no other. What only owners
 * and admins have is in the menus of their own chats.
 */
export async function setCommands(api: Api, words: Words): Promise<void> {
  for (const language of words.languages) {
    const say = words.in(language)
    const commands = botCommands
      .filter(({ forLeaders }) => !forLeaders)
      .map(({ name, describedBy }) => ({ command: name, description: say(describedBy) }))
    await api.setMyCommands(commands, {
      scope: { type: 'all_private_chats' },
      ...(language === 'en' ? {} : { language_code: language as 'fr' }),
    })
  }
}
