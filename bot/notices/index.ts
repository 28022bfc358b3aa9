import { attachmentLost } from './attachment-lost.ts'
import { attachmentStored } from './attachment-stored.ts'
import { leadClaimed, leadStatusChanged } from './card-changed.ts'
import { channelResumed, channelStopped } from './channel-changed.ts'
import { deliveryChanged } from './delivery-changed.ts'
import { leadReleased } from './lead-released.ts'
import { memberJoined } from './member-joined.ts'
import { messageChanged } from './message-changed.ts'
import { messageEchoed } from './message-echoed.ts'
import { messageQueued } from './message-queued.ts'
import { messageReceived } from './message-received.ts'
import { noteAdded } from './note-added.ts'
import type { Notice } from './notice.ts'

/** Every notice: one for each type of event that staff are told of. */
export const notices: readonly Notice[] = [
  attachmentLost,
  attachmentStored,
  channelResumed,
  channelStopped,
  deliveryChanged,
  leadClaimed,
  leadReleased,
  leadStatusChanged,
  memberJoined,
  messageChanged,
  messageEchoed,
  messageQueued,
  messageReceived,
  noteAdded,
]
