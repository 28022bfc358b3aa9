import { words } from '../words.js'

/** One line that stands for a message where only one line fits. */
export function summary(message) {
  if (message.text) return message.text
  const kind = words.kinds[message.kind] ?? words.kinds.unknown
  return message.media?.filename ? `${kind}: ${message.media.filename}` : kind
}
