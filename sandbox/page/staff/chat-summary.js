import { words } from '../words.js'

/** One line that stands for a Telegram message where only one line fits. */
export function chatSummary(message) {
  const kind = message.media && (words.kinds[message.media.kind] ?? message.media.kind)
  const service = words.services[message.service] ?? message.service
  return message.text ?? message.caption ?? service ?? kind ?? rarer(message)
}

function rarer({ location, contact, other }) {
  const [field] = Object.keys(other ?? {})
  if (field) return words.kinds[field] ?? words.kinds.unknown
  if (contact) return words.kinds.contact
  return location ? words.kinds.location : ''
}
