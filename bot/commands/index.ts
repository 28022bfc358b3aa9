import type { BotCommand } from './command.ts'
import { help } from './help.ts'
import { inbox } from './inbox.ts'
import { invite } from './invite.ts'
import { language } from './language.ts'
import { lead } from './lead.ts'
import { start } from './start.ts'
import { team } from './team.ts'

/** Every command, in the order of Telegram's menu. */
export const botCommands: readonly BotCommand[] = [inbox, lead, team, invite, language, help, start]
