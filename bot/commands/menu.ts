import { hash } from 'node:crypto'
import type { Asker } from '#core/actor.ts'
import type { Say } from '#core/i18n.ts'
import type { BotCommand } from './command.ts'

/** A line of Telegram's menu of commands. */
export interface MenuLine {
  command: string
  description: string
}

const lineOf = (say: Say, { name, describedBy }: BotCommand): MenuLine => ({
  command: name,
  description: say(describedBy),
})

/** What a member finds in the menu of his chat: what his role lets him do. */
export const menuOf = (commands: readonly BotCommand[], say: Say, asker: Asker): MenuLine[] =>
  commands
    .filter(({ hidden, may }) => !hidden && (may?.(asker) ?? true))
    .map((command) => lineOf(say, command))

/** What everybody finds in groups. */
export const menuOfGroups = (commands: readonly BotCommand[], say: Say): MenuLine[] =>
  commands.filter(({ inGroup }) => inGroup).map((command) => lineOf(say, command))

/** Names a menu by what is in it. */
export const nameOfMenu = (menu: MenuLine[]): string => hash('sha256', JSON.stringify(menu), 'base64url')
