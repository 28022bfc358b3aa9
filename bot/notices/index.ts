import { attachmentLost } from './attachment-lost.ts'
import { attachmentStored } from './attachment-stored.ts'
import {
  contactBlockChanged,
  leadClaimed,
  leadHandled,
  leadSnoozed,
  leadStatusChanged,
  leadTagsChanged,
} from './card-changed.ts'
import { channelConnected, channelDisconnected, channelResumed, channelStopped } from './channel-changed.ts'
import { channelEndangered, channelRelieved } from './channel-endangered.ts'
import { contactPreferenceChanged, contactReachabilityChanged } from './contact-changed.ts'
import { contactErased } from './contact-erased.ts'
import { contactImportChanged } from './contact-import-changed.ts'
import { contactMerged, contactMergeSuggested, contactMergeUndone } from './contact-merged.ts'
import { contactNamed } from './contact-named.ts'
import { deliveryChanged } from './delivery-changed.ts'
import { deskBroken, deskConnected, deskLeft, deskMended, deskMoved } from './desk-changed.ts'
import { deskPlaneChanged } from './desk-plane-changed.ts'
import { digestDue } from './digest-due.ts'
import { draftChanged } from './draft-changed.ts'
import { importProgressed } from './import-progressed.ts'
import { leadAdded } from './lead-added.ts'
import { leadAssigned } from './lead-assigned.ts'
import { leadBack } from './lead-back.ts'
import { leadReleased } from './lead-released.ts'
import { memberRoleChanged } from './member-changed.ts'
import { memberJoined } from './member-joined.ts'
import { memberRemoved } from './member-removed.ts'
import { messageChanged } from './message-changed.ts'
import { messageEchoed } from './message-echoed.ts'
import { messageQueued } from './message-queued.ts'
import { messageReceived } from './message-received.ts'
import { noteAdded } from './note-added.ts'
import type { Notice } from './notice.ts'
import { noticesGathered } from './notices-gathered.ts'
import { reminderDue } from './reminder-due.ts'
import { roleChanged } from './role-changed.ts'
import { templateChanged } from './template-changed.ts'
import { topicsRefused } from './topics-refused.ts'

/** Every notice: one for each type of event that staff are told of. */
export const notices: readonly Notice[] = [
  attachmentLost,
  attachmentStored,
  channelConnected,
  channelDisconnected,
  channelEndangered,
  channelRelieved,
  channelResumed,
  channelStopped,
  contactBlockChanged,
  contactImportChanged,
  contactMergeSuggested,
  contactMergeUndone,
  contactErased,
  contactMerged,
  contactNamed,
  contactPreferenceChanged,
  contactReachabilityChanged,
  deliveryChanged,
  deskBroken,
  deskConnected,
  deskLeft,
  deskMended,
  deskMoved,
  deskPlaneChanged,
  digestDue,
  draftChanged,
  importProgressed,
  leadAdded,
  leadAssigned,
  leadBack,
  leadClaimed,
  leadHandled,
  leadReleased,
  leadSnoozed,
  leadStatusChanged,
  leadTagsChanged,
  memberJoined,
  memberRemoved,
  memberRoleChanged,
  messageChanged,
  messageEchoed,
  messageQueued,
  messageReceived,
  noteAdded,
  noticesGathered,
  reminderDue,
  roleChanged,
  templateChanged,
  topicsRefused,
]
