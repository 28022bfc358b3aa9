import { listAbsences } from './assignment/list-absences.ts'
import { listAssignable } from './assignment/list-assignable.ts'
import { listAssignees } from './assignment/list-assignees.ts'
import { readAssignment } from './assignment/read-assignment.ts'
import { readBurst } from './assignment/read-burst.ts'
import { findChannel } from './channels/find-channel.ts'
import { listChannels } from './channels/list-channels.ts'
import { readForm } from './channels/read-form.ts'
import { listMergeSuggestions } from './contacts/list-merge-suggestions.ts'
import { readContact } from './contacts/read-contact.ts'
import { findWaysToAnswer } from './conversations/find-ways-to-answer.ts'
import { listInboundMessages } from './conversations/list-inbound-messages.ts'
import { readMessage } from './conversations/read-message.ts'
import { readDigest } from './digests/read-digest.ts'
import { readOwnHours } from './digests/read-own-hours.ts'
import { readDraft } from './drafts/read-draft.ts'
import { readImport } from './imports/read-import.ts'
import { listJobs } from './jobs/list-jobs.ts'
import { findKnownPeople } from './leads/find-known-people.ts'
import { findLead } from './leads/find-lead.ts'
import { listInbox } from './leads/list-inbox.ts'
import { listLeads } from './leads/list-leads.ts'
import { listTimeline } from './leads/list-timeline.ts'
import { readHistory } from './leads/read-history.ts'
import { readNote } from './leads/read-note.ts'
import { findAttachment } from './media/find-attachment.ts'
import { listAlbumFiles } from './media/list-album-files.ts'
import { readGathered } from './notices/read-gathered.ts'
import { readNoticeStates } from './notices/read-notice-states.ts'
import { readOwnNotices } from './notices/read-own-notices.ts'
import { readOfficeHours } from './office-hours/read-office-hours.ts'
import { readOrganization } from './organizations/read-organization.ts'
import { readSetup } from './organizations/read-setup.ts'
import { findPost } from './posts/find-post.ts'
import { isShowing } from './posts/is-showing.ts'
import { listLeadsShown } from './posts/list-leads-shown.ts'
import { listNewestPosts } from './posts/list-newest-posts.ts'
import { listPosts } from './posts/list-posts.ts'
import { listPostsAbout } from './posts/list-posts-about.ts'
import { listPostsOfLead } from './posts/list-posts-of-lead.ts'
import { readOwnShift } from './presence/read-own-shift.ts'
import { readErasure } from './privacy/read-erasure.ts'
import { fillQuickReply } from './quick-replies/fill-quick-reply.ts'
import { listQuickReplies } from './quick-replies/list-quick-replies.ts'
import { previewQuickReply } from './quick-replies/preview-quick-reply.ts'
import { listReminders } from './reminders/list-reminders.ts'
import { readReminder } from './reminders/read-reminder.ts'
import { readStats } from './reports/read-stats.ts'
import { searchLeads } from './search/search-leads.ts'
import { findSession } from './sessions/find-session.ts'
import { listTags } from './tags/list-tags.ts'
import { findMemberships } from './team/find-memberships.ts'
import { listMembers } from './team/list-members.ts'
import { listTeams } from './team/list-teams.ts'
import { readLeaving } from './team/read-leaving.ts'
import { readMenu } from './team/read-menu.ts'
import { listRoles } from './team/roles/list-roles.ts'
import { readRoleWork } from './team/roles/read-role-work.ts'
import { findTeamDesk } from './team-desk/find-team-desk.ts'
import { findTopicLead } from './team-desk/find-topic-lead.ts'
import { findTopics } from './team-desk/find-topics.ts'
import { listWaitingPosts } from './team-desk/list-waiting-posts.ts'
import { readLeadTopics } from './team-desk/read-lead-topics.ts'
import { readTeamDesk } from './team-desk/read-team-desk.ts'
import { listTemplates } from './templates/list-templates.ts'
import { readWizard } from './wizards/read-wizard.ts'

/** Everything the desk can be asked to look up, by name. */
export const queries = {
  fillQuickReply,
  findAttachment,
  findChannel,
  findKnownPeople,
  findLead,
  findMemberships,
  findPost,
  findSession,
  findTeamDesk,
  findTopicLead,
  findTopics,
  findWaysToAnswer,
  isShowing,
  listAbsences,
  listAssignable,
  listAssignees,
  listAlbumFiles,
  listChannels,
  listInboundMessages,
  listInbox,
  listJobs,
  listLeads,
  listMembers,
  listRoles,
  listTeams,
  readLeaving,
  readRoleWork,
  listMergeSuggestions,
  listLeadsShown,
  listNewestPosts,
  listPosts,
  listPostsAbout,
  listPostsOfLead,
  listReminders,
  listQuickReplies,
  listTags,
  listTemplates,
  listTimeline,
  listWaitingPosts,
  readAssignment,
  readBurst,
  previewQuickReply,
  readContact,
  readDigest,
  readDraft,
  readForm,
  readGathered,
  readHistory,
  readImport,
  readLeadTopics,
  readMenu,
  readMessage,
  readNote,
  readNoticeStates,
  readOrganization,
  readSetup,
  readErasure,
  searchLeads,
  readOfficeHours,
  readOwnHours,
  readOwnNotices,
  readOwnShift,
  readReminder,
  readStats,
  readTeamDesk,
  readWizard,
}
