import { words } from '../words.js'

/** One line that stands for a Telegram message where only one line fits. */
export function chatSummary(message) {
  const kind = message.media && (words.kinds[message.media.kind] ?? message.media.kind)
  return message.text ?? message.caption ?? words.services[message.service] ?? message.service ?? kind ?? ''
}
