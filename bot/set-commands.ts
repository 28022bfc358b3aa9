import { isDeepStrictEqual } from 'node:util'
import type { Api } from 'grammy'
import type { BotCommandScope, LanguageCode } from 'grammy/types'
import type { Say, Words } from '#core/i18n.ts'
import { botCommands } from './commands/index.ts'
import { type MenuLine, menuOfGroups } from './commands/menu.ts'

/** The menus that are nobody's own, by whom they are for; members have those of their own chats (`keep-menu.ts`). */
const menus: readonly { type: BotCommandScope['type']; linesIn: (say: Say) => MenuLine[] }[] = [
  // Strangers, and whoever has just been invited.
  { type: 'default', linesIn: (say) => [{ command: 'start', description: say('command-start') }] },
  // Groups of the staff: what can be done below a lead.
  { type: 'all_group_chats', linesIn: (say) => menuOfGroups(botCommands, say) },
  // Earlier versions set this one; it would stand before strangers' menus.
  { type: 'all_private_chats', linesIn: () => [] },
]

/**
 * Sets Telegram's menus of commands for everybody, in every language; English where there is no other. What stands there
 * already is not set again.
 */
export async function setCommands(api: Api, words: Words): Promise<void> {
  for (const language of words.languages) {
    for (const { type, linesIn } of menus) {
      const where = {
        scope: { type } as BotCommandScope,
        ...(language === 'en' ? {} : { language_code: language as LanguageCode }),
      }
      const wanted = linesIn(words.in(language))
      if (isDeepStrictEqual(await api.getMyCommands(where), wanted)) continue
      if (wanted.length > 0) await api.setMyCommands(wanted, where)
      else await api.deleteMyCommands(where)
    }
  }
}
