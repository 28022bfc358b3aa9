import { hourMinute } from '../clock.js'
import { el, said } from '../element.js'
import { icon } from '../icons.js'
import { onReplyGesture } from '../swipe.js'
import { extraContent, origin } from '../telegram/extra-content.js'
import { words } from '../words.js'
import { bubbleActions, reactionChips } from './bubble-actions.js'
import { contactPlate, formatted, mediaPlate, placePlate } from './chat-content.js'
import { chatSummary } from './chat-summary.js'
import { inlineButtons } from './inline-buttons.js'

/** One message of a Telegram chat as the chosen person sees it. */
export function chatBubble(message, at) {
  if (message.deleted) return el('p', { class: 'service faint' }, words.staff.deleted)
  if (message.service)
    return said(words.services[message.service] ?? message.service, { class: 'service' }, 'p')
  const { person, chat, composer } = at
  const mine = message.from?.id === person.id
  const quoted = message.replyTo && chat.messages.find(({ id }) => id === message.replyTo)
  const bubble = el(
    'div',
    { class: 'bubble' },
    !mine && chat.type !== 'private' && said(message.from?.name ?? '', { class: 'author' }),
    origin(message, chat),
    message.replyTo && quote(quoted, message.quote),
    message.media && mediaPlate(message.media),
    extraContent(message),
    message.location && !message.other && placePlate(message.location),
    message.contact && contactPlate(message.contact),
    formatted(message),
    el(
      'span',
      { class: 'stamp' },
      message.silent && silentSign(),
      message.editedAt && `${words.staff.edited} `,
      hourMinute(message.at),
    ),
  )
  const row = el(
    'div',
    { class: `row ${mine ? 'mine' : 'theirs'}`, 'data-message': message.id },
    el('div', { class: 'stack' }, bubble, inlineButtons(message, at), reactionChips(message, at)),
    bubbleActions(message, at, mine),
  )
  onReplyGesture(row, () => composer.answer(message))
  return row
}

/** A bell that is struck through: on a real phone this message made no sound. */
const silentSign = () =>
  el(
    'span',
    { class: 'silent-sign', role: 'img', 'aria-label': words.staff.silent, title: words.staff.silent },
    icon('silent'),
  )

function quote(message, part) {
  const gone = !message || message.deleted
  return el(
    'div',
    { class: 'quote' },
    !gone && said(message.from?.name ?? '', {}, 'strong'),
    said(gone ? words.staff.messageDeleted : (part ?? chatSummary(message))),
  )
}
