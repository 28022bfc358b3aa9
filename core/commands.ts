import { checkChannel } from './channels/check-channel.ts'
import { connectChannel } from './channels/connect-channel.ts'
import { resumeChannel } from './channels/resume-channel.ts'
import { queueReply } from './conversations/queue-reply.ts'
import { addNote } from './leads/add-note.ts'
import { changeLeadStatus } from './leads/change-lead-status.ts'
import { claimLead } from './leads/claim-lead.ts'
import { releaseLead } from './leads/release-lead.ts'
import { setUpOrganization } from './organizations/set-up-organization.ts'
import { putPosts } from './posts/put-posts.ts'
import { acceptInvitation } from './team/accept-invitation.ts'
import { inviteMember } from './team/invite-member.ts'
import { markUnreachable } from './team/mark-unreachable.ts'
import { meetMember } from './team/meet-member.ts'
import { removeMember } from './team/remove-member.ts'
import { createTemplate } from './templates/create-template.ts'

/** Everything the desk can be asked to change, by name. */
export const commands = {
  acceptInvitation,
  addNote,
  changeLeadStatus,
  checkChannel,
  claimLead,
  connectChannel,
  createTemplate,
  inviteMember,
  markUnreachable,
  meetMember,
  putPosts,
  queueReply,
  releaseLead,
  removeMember,
  resumeChannel,
  setUpOrganization,
}
