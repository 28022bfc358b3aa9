import { escapeHtml } from '../../text/escape-html.ts'
import type { KindView } from '../message-view.ts'

/** An emoji on an earlier message, or its withdrawal. */
export const showReaction: KindView = (say, { body }, quote) => ({
  label: body
    ? say('message-reaction', { emoji: escapeHtml(body), quote })
    : say('message-reaction-removed', { quote }),
})

/** The person rewrote an earlier message. */
export const showEdit: KindView = (say, { body }, quote) => ({
  label: say('message-edit', { quote }),
  text: body,
  ...(body ? {} : { lines: [say('message-edit-file')] }),
})

/** The person took an earlier message back. */
export const showRevoke: KindView = (say, _message, quote) => ({ label: say('message-revoke', { quote }) })
