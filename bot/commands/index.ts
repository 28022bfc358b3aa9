import { assign } from './assign.ts'
import { assignment } from './assignment.ts'
import { cancel } from './cancel.ts'
import { channels } from './channels.ts'
import type { BotCommand } from './command.ts'
import { connect } from './connect.ts'
import { desk } from './desk.ts'
import { digest } from './digest.ts'
import { draft } from './draft.ts'
import { find } from './find.ts'
import { createHelp } from './help.ts'
import { importList } from './import.ts'
import { inbox } from './inbox.ts'
import { invite } from './invite.ts'
import { jobs } from './jobs.ts'
import { language } from './language.ts'
import { later } from './later.ts'
import { lead } from './lead.ts'
import { leads } from './leads.ts'
import { newLead } from './new.ts'
import { note } from './note.ts'
import { notices } from './notices.ts'
import { privacy } from './privacy.ts'
import { quick } from './quick.ts'
import { remind } from './remind.ts'
import { settings } from './settings.ts'
import { setup } from './setup.ts'
import { shift } from './shift.ts'
import { snooze } from './snooze.ts'
import { start } from './start.ts'
import { stats } from './stats.ts'
import { status } from './status.ts'
import { tag } from './tag.ts'
import { team } from './team.ts'
import { template } from './template.ts'

/** Every command, in the order of Telegram's menu. */
export const botCommands: readonly BotCommand[] = [
  inbox,
  leads,
  find,
  lead,
  newLead,
  importList,
  status,
  assign,
  note,
  draft,
  tag,
  remind,
  snooze,
  quick,
  template,
  stats,
  shift,
  digest,
  notices,
  assignment,
  channels,
  connect,
  desk,
  jobs,
  team,
  invite,
  setup,
  settings,
  language,
  privacy,
  createHelp(() => botCommands),
  cancel,
  start,
  ...later,
]
