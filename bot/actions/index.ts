import type { Action } from './action.ts'
import { chooseLanguage } from './choose-language.ts'
import { claim } from './claim.ts'
import { file } from './file.ts'
import { history } from './history.ts'
import { inviteRole } from './invite-role.ts'
import { note } from './note.ts'
import { open } from './open.ts'
import { pageInbox } from './page-inbox.ts'
import { release } from './release.ts'
import { backToTeam, removeMember, removeMemberYes } from './remove-member.ts'
import { resumeChannel } from './resume-channel.ts'
import { setStatus } from './set-status.ts'
import { card, status } from './status.ts'

/** Every button, by its verb. A verb that buttons in people's chats carry is never given another meaning. */
export const actions: readonly Action[] = [
  backToTeam,
  card,
  chooseLanguage,
  claim,
  file,
  history,
  inviteRole,
  note,
  open,
  pageInbox,
  release,
  removeMember,
  removeMemberYes,
  resumeChannel,
  setStatus,
  status,
]
