import type { Action } from './action.ts'
import { addForm } from './add-form.ts'
import { askNumber } from './ask-number.ts'
import { assign, assignTo } from './assign.ts'
import { limitAll, limitOf, limits, openAssignment, setAssignment, setLimit } from './assignment.ts'
import { begin } from './begin.ts'
import { block, blockYes, unblock } from './block.ts'
import { backToChannels, openChannel } from './channels.ts'
import { checkChannel } from './check-channel.ts'
import { chooseLanguage } from './choose-language.ts'
import { claim } from './claim.ts'
import { backToDesk, checkDesk, chooseDesk, leaveDesk, leaveDeskYes, setPlane } from './desk.ts'
import { disconnect, disconnectYes } from './disconnect.ts'
import { draft, dropShownDraft, editShownDraft, sendShownDraft } from './draft.ts'
import { duplicates } from './duplicates.ts'
import { erase, eraseYes } from './erase.ts'
import { file } from './file.ts'
import { handleLead, resumeLead } from './handle-lead.ts'
import { hideDanger } from './hide-danger.ts'
import { history } from './history.ts'
import { humanAgent } from './human-agent.ts'
import { inviteRole } from './invite-role.ts'
import { listBegin, listShow, listStop, listUndo, listUndoYes } from './list-run.ts'
import {
  giveRole,
  giveRoleFree,
  giveRoleTo,
  memberRole,
  memberTeam,
  openMember,
  setTeam,
  teamNew,
} from './member.ts'
import { dismissMerge, merge, unmerge } from './merge.ts'
import { nextLead } from './next-lead.ts'
import { note } from './note.ts'
import {
  askHoliday,
  askOffice,
  askOfficeZone,
  holidayOff,
  officeDay,
  openHolidays,
  openOffice,
  setOffice,
} from './office-hours.ts'
import { open } from './open.ts'
import { otherChannel } from './other-channel.ts'
import { askTimeZone, hours, setDigest, setQuiet } from './own-hours.ts'
import { setNoticePreset, setNotices, setNoticeUrgent, showOwnNotices } from './own-notices.ts'
import { pageFound } from './page-found.ts'
import { inboxTags, pageInbox } from './page-inbox.ts'
import { person } from './person.ts'
import { pageQuickChoice, quickChoice } from './quick-choice.ts'
import {
  quickList,
  quickNew,
  quickOpen,
  quickRemove,
  quickRemoveYes,
  quickSet,
  quickShare,
} from './quick-manage.ts'
import { cancelQuick, editQuick, sendQuick, useQuick } from './quick-send.ts'
import { refused } from './refused.ts'
import { release } from './release.ts'
import { remind, remindAt, remindOther, remindWhom } from './remind.ts'
import { reminderCancel, reminderDone, reminderLater, reminderOpen, remindRepeat } from './reminder.ts'
import { removeForm, removeFormYes } from './remove-form.ts'
import { backToTeam, removeMember, removeMemberTo, removeMemberYes } from './remove-member.ts'
import { resumeChannel } from './resume-channel.ts'
import {
  openRole,
  openRoles,
  roleDelete,
  roleLeads,
  roleName,
  roleNew,
  roleOpen,
  roleScope,
  roleSet,
} from './roles.ts'
import {
  openRule,
  openRules,
  ruleAbout,
  ruleKind,
  ruleMember,
  ruleMethod,
  ruleMove,
  ruleNew,
  ruleRemove,
  ruleTeam,
  ruleValue,
} from './rules.ts'
import { offerTemplates } from './send-template.ts'
import { setForm } from './set-form.ts'
import { convert, lose, loseOwn, setStatus, worth } from './set-status.ts'
import { backToSettings, languages, leadTopics, organization } from './settings.ts'
import { shift } from './shift.ts'
import { showForm } from './show-form.ts'
import { snooze, snoozeAt, snoozeOther, wake } from './snooze.ts'
import { card, more, status } from './status.ts'
import { newTag, tag, tags, untag } from './tag.ts'
import { cancelTemplate, chooseTemplate, listTemplates, sendTemplate } from './template.ts'
import { channelTemplates, templatePage } from './templates.ts'
import { newTemplate, setTemplatePart, stopTemplate, submitTemplate } from './write-template.ts'

/** Every button, by its verb. A verb that buttons in people's chats carry is never given another meaning. */
export const actions: readonly Action[] = [
  addForm,
  askHoliday,
  askNumber,
  askOffice,
  askOfficeZone,
  askTimeZone,
  assign,
  assignTo,
  backToChannels,
  backToDesk,
  backToSettings,
  backToTeam,
  begin,
  block,
  blockYes,
  cancelQuick,
  cancelTemplate,
  card,
  channelTemplates,
  checkChannel,
  checkDesk,
  chooseDesk,
  chooseLanguage,
  chooseTemplate,
  claim,
  convert,
  disconnect,
  disconnectYes,
  dismissMerge,
  draft,
  dropShownDraft,
  duplicates,
  editQuick,
  editShownDraft,
  erase,
  eraseYes,
  file,
  handleLead,
  hideDanger,
  history,
  holidayOff,
  hours,
  humanAgent,
  inboxTags,
  inviteRole,
  languages,
  leadTopics,
  leaveDesk,
  leaveDeskYes,
  limitAll,
  limitOf,
  limits,
  listBegin,
  listShow,
  listStop,
  listTemplates,
  listUndo,
  listUndoYes,
  lose,
  loseOwn,
  merge,
  more,
  newTag,
  newTemplate,
  nextLead,
  note,
  offerTemplates,
  officeDay,
  open,
  openAssignment,
  openChannel,
  openHolidays,
  openOffice,
  openRule,
  openRules,
  organization,
  otherChannel,
  pageFound,
  pageInbox,
  pageQuickChoice,
  person,
  quickChoice,
  quickList,
  quickNew,
  quickOpen,
  quickRemove,
  quickRemoveYes,
  quickSet,
  quickShare,
  refused,
  release,
  remind,
  remindAt,
  reminderCancel,
  reminderDone,
  reminderLater,
  reminderOpen,
  remindOther,
  remindRepeat,
  remindWhom,
  removeForm,
  removeFormYes,
  giveRole,
  giveRoleFree,
  giveRoleTo,
  memberRole,
  memberTeam,
  openMember,
  openRole,
  openRoles,
  removeMember,
  removeMemberTo,
  removeMemberYes,
  roleDelete,
  roleName,
  roleNew,
  roleOpen,
  roleLeads,
  roleScope,
  roleSet,
  setTeam,
  teamNew,
  resumeChannel,
  resumeLead,
  ruleAbout,
  ruleKind,
  ruleMember,
  ruleMethod,
  ruleMove,
  ruleNew,
  ruleRemove,
  ruleTeam,
  ruleValue,
  sendQuick,
  sendShownDraft,
  sendTemplate,
  setAssignment,
  setDigest,
  setNoticePreset,
  setNoticeUrgent,
  setNotices,
  showOwnNotices,
  setForm,
  setLimit,
  setOffice,
  setPlane,
  setQuiet,
  setStatus,
  setTemplatePart,
  shift,
  showForm,
  snooze,
  snoozeAt,
  snoozeOther,
  status,
  stopTemplate,
  submitTemplate,
  tag,
  tags,
  templatePage,
  unblock,
  unmerge,
  untag,
  useQuick,
  wake,
  worth,
]
