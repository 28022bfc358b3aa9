import { isAdministrator } from './group.ts'
import type { BotAccount, BotCommand, Person, StoredChat } from './world.ts'

/** The key under which a scope's commands are kept. */
export function commandKey(scope: string, language: string): string {
  return `${scope}|${language}`
}

/**
 * The commands this person sees in this chat: the narrowest scope that has any, in their language or else
 * in none.
 */
export function visibleCommands(bot: BotAccount, chat: StoredChat, person: Person): BotCommand[] {
  const isAdmin = isAdministrator(chat, person.id)
  const scopes =
    chat.type === 'private'
      ? [`chat:${chat.id}`, 'all_private_chats', 'default']
      : [
          `chat_member:${chat.id}:${person.id}`,
          ...(isAdmin ? [`chat_administrators:${chat.id}`] : []),
          `chat:${chat.id}`,
          ...(isAdmin ? ['all_chat_administrators'] : []),
          'all_group_chats',
          'default',
        ]
  for (const scope of scopes) {
    for (const language of [person.languageCode.slice(0, 2), '']) {
      const commands = bot.commands[commandKey(scope, language)]
      if (commands?.length) return commands
    }
  }
  return []
}
