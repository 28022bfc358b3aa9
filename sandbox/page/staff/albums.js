import { el } from '../element.js'
import { words } from '../words.js'
import { chatBubble } from './chat-bubble.js'
import { formatted } from './chat-content.js'

/** The messages of a chat, those of one album (they follow each other) as one entry with its `parts`. */
export function foldAlbums(messages) {
  const entries = []
  for (const message of messages) {
    const last = entries.at(-1)
    const isPart = message.mediaGroupId && message.mediaGroupId === last?.mediaGroupId
    if (!isPart) entries.push(message)
    else if (last.parts) last.parts.push(message)
    else
      entries[entries.length - 1] = { id: last.id, mediaGroupId: last.mediaGroupId, parts: [last, message] }
  }
  return entries
}

/** An entry of the chat as the chosen person sees it. */
export const entryBubble = (entry, at) => (entry.parts ? albumBlock(entry.parts, at) : chatBubble(entry, at))

/** The texts that an entry quotes: its look depends on them. */
export const quotedIn = ({ parts, replyTo }, messages) =>
  parts
    ? parts.map((part) => quotedIn(part, messages)).join(' ')
    : replyTo
      ? (messages.find(({ id }) => id === replyTo)?.text ?? '')
      : ''

/** Side by side; a caption that is the only one stands below the whole. */
function albumBlock(parts, at) {
  const worded = parts.filter(({ caption, deleted }) => caption && !deleted)
  const only = worded.length === 1 ? worded[0] : undefined
  const tiles = parts.map((part) => {
    const { caption: _, html: __, ...bare } = part
    return chatBubble(part === only ? bare : part, at)
  })
  const mine = parts[0].from?.id === at.person.id
  return el(
    'div',
    {
      class: `album ${mine ? 'mine' : 'theirs'}`,
      role: 'group',
      'aria-label': words.staff.albumOf(parts.length),
    },
    el('div', { class: 'album-tiles' }, ...tiles),
    only && el('div', { class: 'bubble album-caption' }, formatted(only)),
  )
}
