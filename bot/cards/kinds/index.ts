import type { MessageKind } from '#core/channels/inbound-item.ts'
import type { KindView } from '../message-view.ts'
import { showCall } from './call.ts'
import { showEdit, showReaction, showRevoke } from './changes.ts'
import { showDocument, showFile } from './files.ts'
import { showSystem, showUnknown, showUnsupported } from './others.ts'
import { showTemplate } from './sent.ts'
import { showComment, showPoll, showShare, showStoryMention } from './shared.ts'
import { showContacts, showLocation, showOrder } from './things.ts'
import { showChoice, showForm, showText } from './written.ts'

/** How each kind of message is told; the compiler asks for a line when core gets a new kind. */
export const kindViews: Record<MessageKind, KindView> = {
  text: showText,
  image: showFile('image'),
  video: showFile('video'),
  animation: showFile('animation'),
  video_note: showFile('video_note'),
  audio: showFile('audio'),
  voice: showFile('voice'),
  document: showDocument,
  sticker: showFile('sticker'),
  location: showLocation,
  contacts: showContacts,
  choice: showChoice,
  form: showForm,
  order: showOrder,
  share: showShare,
  story_mention: showStoryMention,
  comment: showComment,
  call: showCall,
  poll: showPoll,
  reaction: showReaction,
  edit: showEdit,
  revoke: showRevoke,
  system: showSystem,
  unsupported: showUnsupported,
  unknown: showUnknown,
}

/** Kinds that only we send. */
export const sentViews: Record<string, KindView> = {
  template: showTemplate,
  buttons: showText,
  list: showText,
  'contact-request': showText,
}
