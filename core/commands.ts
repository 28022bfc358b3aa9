import { addAssignmentRule } from './assignment/add-rule.ts'
import { assignLead } from './assignment/assign-lead.ts'
import { assignRequested } from './assignment/assign-requested.ts'
import { changeAssignmentRule } from './assignment/change-rule.ts'
import { moveAssignmentRule } from './assignment/move-rule.ts'
import { removeAssignmentRule } from './assignment/remove-rule.ts'
import { requestAssignment } from './assignment/request-assignment.ts'
import { returnLead } from './assignment/return-lead.ts'
import { setAssignment } from './assignment/set-assignment.ts'
import { setCapacity } from './assignment/set-capacity.ts'
import { traceRefusal } from './audit/trace-refusal.ts'
import { addForm } from './channels/add-form.ts'
import { checkChannel } from './channels/check-channel.ts'
import { connectChannel } from './channels/connect-channel.ts'
import { connectProposedChannel } from './channels/connect-proposed-channel.ts'
import { disconnectChannel } from './channels/disconnect-channel.ts'
import { dismissDanger } from './channels/dismiss-danger.ts'
import { proposeChannel } from './channels/propose-channel.ts'
import { removeForm } from './channels/remove-form.ts'
import { resumeChannel } from './channels/resume-channel.ts'
import { revealFormSecret } from './channels/reveal-form-secret.ts'
import { setFormSettings } from './channels/set-form-settings.ts'
import { withdrawProposals } from './channels/withdraw-proposals.ts'
import { blockContact } from './contacts/block-contact.ts'
import { dismissMergeSuggestion } from './contacts/dismiss-merge-suggestion.ts'
import { mergeContacts } from './contacts/merge-contacts.ts'
import { undoMerge } from './contacts/undo-merge.ts'
import { callOffAlbum } from './conversations/call-off-album.ts'
import { markSeen } from './conversations/mark-seen.ts'
import { queueReply } from './conversations/queue-reply.ts'
import { setDigest } from './digests/set-digest.ts'
import { setOwnHours } from './digests/set-own-hours.ts'
import { discardDraft } from './drafts/discard-draft.ts'
import { editDraft } from './drafts/edit-draft.ts'
import { sendDraft } from './drafts/send-draft.ts'
import { writeDraft } from './drafts/write-draft.ts'
import { beginImport } from './imports/begin-import.ts'
import { cancelImport } from './imports/cancel-import.ts'
import { changeMapping } from './imports/change-mapping.ts'
import { checkImport } from './imports/check-import.ts'
import { rereadList } from './imports/reread-list.ts'
import { startImport } from './imports/start-import.ts'
import { undoImport } from './imports/undo-import.ts'
import { replayInbound } from './inbox/replay-inbound.ts'
import { addLead } from './leads/add-lead.ts'
import { addNote } from './leads/add-note.ts'
import { changeLeadStatus } from './leads/change-lead-status.ts'
import { claimLead } from './leads/claim-lead.ts'
import { releaseLead } from './leads/release-lead.ts'
import { setLeadHandled } from './leads/set-lead-handled.ts'
import { snoozeLead } from './leads/snooze-lead.ts'
import { keepNotices } from './notices/keep-notices.ts'
import { setOwnNotices } from './notices/set-own-notices.ts'
import { setOfficeHours } from './office-hours/set-office-hours.ts'
import { changeOrganization } from './organizations/change-organization.ts'
import { keepSetup } from './organizations/keep-setup.ts'
import { setUpOrganization } from './organizations/set-up-organization.ts'
import { putPosts } from './posts/put-posts.ts'
import { rewritePosts } from './posts/rewrite-posts.ts'
import { setShift } from './presence/set-shift.ts'
import { touchPresence } from './presence/touch-presence.ts'
import { eraseContact } from './privacy/erase-contact.ts'
import { removeQuickReply } from './quick-replies/remove-quick-reply.ts'
import { saveQuickReply } from './quick-replies/save-quick-reply.ts'
import { useQuickReply } from './quick-replies/use-quick-reply.ts'
import { addReminder } from './reminders/add-reminder.ts'
import { announceReminder } from './reminders/announce-reminder.ts'
import { cancelReminder } from './reminders/cancel-reminder.ts'
import { finishReminder } from './reminders/finish-reminder.ts'
import { moveReminder } from './reminders/move-reminder.ts'
import { snoozeReminder } from './reminders/snooze-reminder.ts'
import { beginSession } from './sessions/begin-session.ts'
import { endSession } from './sessions/end-session.ts'
import { tagLead } from './tags/tag-lead.ts'
import { untagLead } from './tags/untag-lead.ts'
import { acceptInvitation } from './team/accept-invitation.ts'
import { changeMemberRole } from './team/change-member-role.ts'
import { inviteMember } from './team/invite-member.ts'
import { markUnreachable } from './team/mark-unreachable.ts'
import { meetMember } from './team/meet-member.ts'
import { rememberMenu } from './team/remember-menu.ts'
import { removeMember } from './team/remove-member.ts'
import { removeRole } from './team/roles/remove-role.ts'
import { saveRole } from './team/roles/save-role.ts'
import { setMemberTeam } from './team/set-member-team.ts'
import { breakTeamDesk } from './team-desk/break-team-desk.ts'
import { connectTeamDesk } from './team-desk/connect-team-desk.ts'
import { endWaitingPosts } from './team-desk/end-waiting-posts.ts'
import { leaveTeamDesk } from './team-desk/leave-team-desk.ts'
import { mendTeamDesk } from './team-desk/mend-team-desk.ts'
import { moveTeamDesk } from './team-desk/move-team-desk.ts'
import { refuseLeadTopics } from './team-desk/refuse-lead-topics.ts'
import { setDeskPlane } from './team-desk/set-desk-plane.ts'
import { setLeadTopics } from './team-desk/set-lead-topics.ts'
import { createTemplate } from './templates/create-template.ts'
import { keepWizard } from './wizards/keep-wizard.ts'

/** Everything the desk can be asked to change, by name. */
export const commands = {
  acceptInvitation,
  addAssignmentRule,
  addForm,
  addLead,
  addNote,
  addReminder,
  assignLead,
  assignRequested,
  announceReminder,
  beginImport,
  beginSession,
  blockContact,
  breakTeamDesk,
  callOffAlbum,
  cancelImport,
  cancelReminder,
  changeAssignmentRule,
  changeLeadStatus,
  changeMapping,
  changeOrganization,
  keepSetup,
  eraseContact,
  checkChannel,
  checkImport,
  claimLead,
  connectChannel,
  connectProposedChannel,
  connectTeamDesk,
  createTemplate,
  discardDraft,
  disconnectChannel,
  dismissDanger,
  dismissMergeSuggestion,
  endSession,
  editDraft,
  endWaitingPosts,
  finishReminder,
  inviteMember,
  keepNotices,
  keepWizard,
  leaveTeamDesk,
  markSeen,
  markUnreachable,
  meetMember,
  mendTeamDesk,
  mergeContacts,
  moveAssignmentRule,
  moveReminder,
  moveTeamDesk,
  proposeChannel,
  putPosts,
  queueReply,
  releaseLead,
  refuseLeadTopics,
  rememberMenu,
  removeAssignmentRule,
  removeForm,
  changeMemberRole,
  removeMember,
  removeRole,
  saveRole,
  setMemberTeam,
  removeQuickReply,
  replayInbound,
  rereadList,
  requestAssignment,
  resumeChannel,
  returnLead,
  revealFormSecret,
  rewritePosts,
  saveQuickReply,
  sendDraft,
  setDeskPlane,
  setAssignment,
  setCapacity,
  setDigest,
  setFormSettings,
  setLeadHandled,
  setLeadTopics,
  setOfficeHours,
  setOwnHours,
  setOwnNotices,
  setShift,
  setUpOrganization,
  snoozeLead,
  snoozeReminder,
  startImport,
  tagLead,
  touchPresence,
  traceRefusal,
  undoImport,
  undoMerge,
  untagLead,
  useQuickReply,
  withdrawProposals,
  writeDraft,
}
