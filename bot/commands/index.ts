import { assign } from './assign.ts'
import { cancel } from './cancel.ts'
import { channels } from './channels.ts'
import type { BotCommand } from './command.ts'
import { connect } from './connect.ts'
import { desk } from './desk.ts'
import { digest } from './digest.ts'
import { find } from './find.ts'
import { help } from './help.ts'
import { inbox } from './inbox.ts'
import { invite } from './invite.ts'
import { jobs } from './jobs.ts'
import { language } from './language.ts'
import { lead } from './lead.ts'
import { newLead } from './new.ts'
import { quick } from './quick.ts'
import { remind } from './remind.ts'
import { start } from './start.ts'
import { team } from './team.ts'

/** Every command, in the order of Telegram's menu. */
export const botCommands: readonly BotCommand[] = [
  inbox,
  find,
  quick,
  newLead,
  lead,
  assign,
  remind,
  digest,
  channels,
  connect,
  desk,
  jobs,
  team,
  invite,
  language,
  help,
  cancel,
  start,
]
