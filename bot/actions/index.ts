import type { Action } from './action.ts'
import { chooseLanguage } from './choose-language.ts'
import { claim } from './claim.ts'
import { file } from './file.ts'
import { history } from './history.ts'
import { humanAgent } from './human-agent.ts'
import { inviteRole } from './invite-role.ts'
import { note } from './note.ts'
import { open } from './open.ts'
import { otherChannel } from './other-channel.ts'
import { pageInbox } from './page-inbox.ts'
import { refused } from './refused.ts'
import { release } from './release.ts'
import { backToTeam, removeMember, removeMemberYes } from './remove-member.ts'
import { resumeChannel } from './resume-channel.ts'
import { setStatus } from './set-status.ts'
import { card, status } from './status.ts'
import { cancelTemplate, chooseTemplate, listTemplates, sendTemplate } from './template.ts'

/** Every button, by its verb. A verb that buttons in people's chats carry is never given another meaning. */
export const actions: readonly Action[] = [
  backToTeam,
  cancelTemplate,
  card,
  chooseLanguage,
  chooseTemplate,
  claim,
  file,
  history,
  humanAgent,
  inviteRole,
  listTemplates,
  note,
  open,
  otherChannel,
  pageInbox,
  refused,
  release,
  removeMember,
  removeMemberYes,
  resumeChannel,
  sendTemplate,
  setStatus,
  status,
]
