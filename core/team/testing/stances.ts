import type { commands } from '../../commands.ts'
import type { CommandName, InputOf, QueryName } from '../../desk.ts'
import { newId } from '../../new-id.ts'
import type { queries } from '../../queries.ts'
import type { FullLead } from '../../testing/make-full-lead.ts'

/**
 * How a query or command stands to leads that the actor's role does not let him see:
 * - `refused`: it is about one lead, or something that hangs on it, and says that there is none;
 * - `lists`: it answers with what the actor sees, and nothing of the others;
 * - `counts`: it answers with numbers alone, in which the others are not;
 * - `apart`: leads are no matter of it, or no member may ask it at all, for the reason given.
 */
export type Stance<Input> =
  | { refused: (lead: FullLead) => Input }
  | { lists: (lead: FullLead) => Input }
  | { counts: (lead: FullLead) => Input }
  | {
      apart:
        | 'settings'
        | 'team'
        | 'parley itself'
        | 'people who are no members'
        | 'his own words'
        | 'lists of people'
    }

const inAnHour = () => new Date(Date.now() + 3_600_000)
const origin = () => ({ account: '7', chat: '5', message: Math.floor(Math.random() * 1e9) })

/** Every query there is: a new one has to say here how it stands. */
export const queryStances: { [Name in QueryName]: Stance<InputOf<(typeof queries)[Name]>> } = {
  fillQuickReply: { refused: ({ quickReplyId, leadId }) => ({ quickReplyId, leadId }) },
  findAttachment: { refused: ({ attachmentId }) => ({ attachmentId }) },
  findChannel: { apart: 'settings' },
  findKnownPeople: { lists: ({ phone }) => ({ phone }) },
  findLead: { refused: ({ leadId }) => ({ leadId }) },
  findMemberships: { apart: 'people who are no members' },
  findPost: { lists: ({ chatId }) => ({ account: '7', chatId, externalId: 77 }) },
  findSession: { apart: 'parley itself' },
  findTeamDesk: { apart: 'people who are no members' },
  findTopicLead: { lists: ({ chatId }) => ({ chatId, thread: 88 }) },
  findTopics: { apart: 'parley itself' },
  findWaysToAnswer: { refused: ({ leadId }) => ({ leadId }) },
  listAbsences: { apart: 'parley itself' },
  listAssignable: { apart: 'parley itself' },
  listAssignees: { apart: 'team' },
  listAlbumFiles: { lists: ({ messageId }) => ({ messageId }) },
  listChannels: { apart: 'settings' },
  listInbox: { lists: () => ({ limit: 50 }) },
  listInboundMessages: { apart: 'parley itself' },
  listLeads: { lists: () => ({ limit: 50 }) },
  listTimeline: { refused: ({ leadId }) => ({ leadId }) },
  listJobs: { apart: 'settings' },
  listRoles: { apart: 'team' },
  listTeams: { apart: 'team' },
  readLeaving: { apart: 'team' },
  readRoleWork: { apart: 'team' },
  listLeadsShown: { apart: 'parley itself' },
  listMembers: { apart: 'team' },
  listMergeSuggestions: { lists: () => ({}) },
  listNewestPosts: { refused: ({ leadId }) => ({ leadId, keyPrefix: 'card:' }) },
  listPosts: { refused: ({ leadId }) => ({ leadId, keyPrefix: 'card:' }) },
  listPostsAbout: { apart: 'parley itself' },
  listPostsOfLead: { apart: 'parley itself' },
  listReminders: { lists: ({ leadId }) => ({ leadId }) },
  listQuickReplies: { apart: 'his own words' },
  listTags: { apart: 'settings' },
  listTemplates: { apart: 'settings' },
  listWaitingPosts: { apart: 'parley itself' },
  readAssignment: { apart: 'settings' },
  readContact: { refused: ({ contactId }) => ({ contactId }) },
  readDigest: { apart: 'parley itself' },
  readGathered: { apart: 'parley itself' },
  readNoticeStates: { apart: 'parley itself' },
  readOwnNotices: { apart: 'his own words' },
  readForm: { apart: 'settings' },
  readImport: { apart: 'lists of people' },
  readHistory: { refused: ({ leadId }) => ({ leadId }) },
  readLeadTopics: { apart: 'his own words' },
  readMenu: { apart: 'parley itself' },
  readMessage: { refused: ({ messageId }) => ({ messageId }) },
  readNote: { refused: ({ noteId }) => ({ noteId }) },
  readOrganization: { apart: 'settings' },
  readSetup: { apart: 'settings' },
  readErasure: { refused: ({ leadId }) => ({ leadId }) },
  readStats: { counts: () => ({}) },
  searchLeads: { lists: ({ mark }) => ({ words: mark }) },
  readOfficeHours: { apart: 'settings' },
  readOwnHours: { apart: 'his own words' },
  readOwnShift: { apart: 'his own words' },
  readReminder: { refused: ({ reminderId }) => ({ reminderId }) },
  readTeamDesk: { apart: 'settings' },
  previewQuickReply: { apart: 'his own words' },
  readWizard: { apart: 'his own words' },
}

/** Every command there is: a new one has to say here how it stands. */
export const commandStances: { [Name in CommandName]: Stance<InputOf<(typeof commands)[Name]>> } = {
  acceptInvitation: { apart: 'people who are no members' },
  addAssignmentRule: { apart: 'settings' },
  addForm: { apart: 'settings' },
  addLead: { apart: 'his own words' },
  addNote: { refused: ({ leadId }) => ({ leadId, body: 'Hm', idempotencyKey: newId() }) },
  addReminder: { refused: ({ leadId }) => ({ leadId, dueAt: inAnHour(), idempotencyKey: newId() }) },
  assignLead: { refused: ({ leadId }) => ({ leadId, memberId: newId() }) },
  assignRequested: { apart: 'parley itself' },
  announceReminder: { apart: 'parley itself' },
  beginSession: { apart: 'his own words' },
  blockContact: { refused: ({ leadId }) => ({ leadId, blocked: true }) },
  breakTeamDesk: { apart: 'parley itself' },
  cancelReminder: { refused: ({ reminderId }) => ({ reminderId }) },
  changeAssignmentRule: { apart: 'settings' },
  changeLeadStatus: { refused: ({ leadId }) => ({ leadId, status: 'follow_up' }) },
  changeOrganization: { apart: 'settings' },
  keepSetup: { apart: 'settings' },
  eraseContact: { refused: ({ leadId }) => ({ leadId }) },
  checkChannel: { apart: 'settings' },
  claimLead: { refused: ({ leadId }) => ({ leadId }) },
  connectChannel: { apart: 'settings' },
  connectProposedChannel: { apart: 'settings' },
  connectTeamDesk: { apart: 'settings' },
  createTemplate: { apart: 'settings' },
  disconnectChannel: { apart: 'settings' },
  dismissDanger: { apart: 'settings' },
  dismissMergeSuggestion: { refused: ({ suggestionId }) => ({ suggestionId }) },
  endSession: { apart: 'his own words' },
  endWaitingPosts: { apart: 'parley itself' },
  finishReminder: { refused: ({ reminderId }) => ({ reminderId }) },
  inviteMember: { apart: 'team' },
  keepNotices: { apart: 'parley itself' },
  keepWizard: { apart: 'his own words' },
  leaveTeamDesk: { apart: 'settings' },
  markSeen: { refused: ({ leadId }) => ({ leadId }) },
  markUnreachable: { apart: 'parley itself' },
  meetMember: { apart: 'his own words' },
  mendTeamDesk: { apart: 'parley itself' },
  mergeContacts: { refused: ({ contactId, otherId }) => ({ keptId: contactId, mergedId: otherId }) },
  moveAssignmentRule: { apart: 'settings' },
  moveReminder: { refused: ({ reminderId }) => ({ reminderId, dueAt: inAnHour() }) },
  moveTeamDesk: { apart: 'parley itself' },
  proposeChannel: { apart: 'settings' },
  putPosts: { apart: 'his own words' },
  queueReply: { refused: ({ leadId }) => ({ leadId, body: 'Hello', origin: origin() }) },
  refuseLeadTopics: { apart: 'parley itself' },
  rememberMenu: { apart: 'parley itself' },
  releaseLead: { refused: ({ leadId }) => ({ leadId }) },
  removeAssignmentRule: { apart: 'settings' },
  requestAssignment: { apart: 'parley itself' },
  returnLead: { apart: 'parley itself' },
  removeForm: { apart: 'settings' },
  changeMemberRole: { apart: 'team' },
  removeRole: { apart: 'team' },
  saveRole: { apart: 'team' },
  setMemberTeam: { apart: 'team' },
  removeMember: { apart: 'team' },
  removeQuickReply: { apart: 'his own words' },
  replayInbound: { apart: 'settings' },
  resumeChannel: { apart: 'settings' },
  revealFormSecret: { apart: 'settings' },
  rewritePosts: { apart: 'parley itself' },
  setDeskPlane: { apart: 'settings' },
  setAssignment: { apart: 'settings' },
  setCapacity: { apart: 'settings' },
  setOfficeHours: { apart: 'settings' },
  setDigest: { apart: 'his own words' },
  saveQuickReply: { apart: 'his own words' },
  setFormSettings: { apart: 'settings' },
  setLeadHandled: { refused: ({ leadId }) => ({ leadId, handled: true }) },
  setLeadTopics: { apart: 'his own words' },
  setOwnNotices: { apart: 'his own words' },
  setOwnHours: { apart: 'his own words' },
  setUpOrganization: { apart: 'parley itself' },
  snoozeLead: { refused: ({ leadId }) => ({ leadId, until: inAnHour() }) },
  setShift: { apart: 'his own words' },
  snoozeReminder: { refused: ({ reminderId }) => ({ reminderId, until: inAnHour() }) },
  tagLead: { refused: ({ leadId }) => ({ leadId, name: 'vip' }) },
  touchPresence: { apart: 'his own words' },
  traceRefusal: { apart: 'his own words' },
  undoMerge: { refused: ({ mergeId }) => ({ mergeId }) },
  untagLead: { refused: ({ leadId, tagId }) => ({ leadId, tagId }) },
  beginImport: { apart: 'lists of people' },
  cancelImport: { apart: 'lists of people' },
  changeMapping: { apart: 'lists of people' },
  checkImport: { apart: 'lists of people' },
  rereadList: { apart: 'lists of people' },
  startImport: { apart: 'lists of people' },
  undoImport: { apart: 'lists of people' },
  useQuickReply: {
    refused: ({ quickReplyId, leadId }) => ({ quickReplyId, leadId, useKey: newId() }),
  },
  withdrawProposals: { apart: 'settings' },
}
