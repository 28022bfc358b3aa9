import { cancel } from './cancel.ts'
import { channels } from './channels.ts'
import type { BotCommand } from './command.ts'
import { help } from './help.ts'
import { inbox } from './inbox.ts'
import { invite } from './invite.ts'
import { language } from './language.ts'
import { lead } from './lead.ts'
import { newLead } from './new.ts'
import { start } from './start.ts'
import { team } from './team.ts'

/** Every command, in the order of Telegram's menu. */
export const botCommands: readonly BotCommand[] = [
  inbox,
  newLead,
  lead,
  channels,
  team,
  invite,
  language,
  help,
  cancel,
  start,
]
