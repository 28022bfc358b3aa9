import type { MessageKind } from '#core/channels/inbound-item.ts'
import type { KindView } from '../message-view.ts'
import { showEdit, showReaction, showRevoke } from './changes.ts'
import { showDocument, showFile } from './files.ts'
import { showSystem, showUnknown, showUnsupported } from './others.ts'
import { showContacts, showLocation, showOrder } from './things.ts'
import { showChoice, showForm, showText } from './written.ts'

/** How each kind of message is told; the compiler asks for a line when core gets a new kind. */
export const kindViews: Record<MessageKind, KindView> = {
  text: showText,
  image: showFile('image'),
  video: showFile('video'),
  audio: showFile('audio'),
  voice: showFile('voice'),
  document: showDocument,
  sticker: showFile('sticker'),
  location: showLocation,
  contacts: showContacts,
  choice: showChoice,
  form: showForm,
  order: showOrder,
  reaction: showReaction,
  edit: showEdit,
  revoke: showRevoke,
  system: showSystem,
  unsupported: showUnsupported,
  unknown: showUnknown,
}
