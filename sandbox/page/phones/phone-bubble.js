import { attempt } from '../api.js'
import { hourMinute } from '../clock.js'
import { el, said } from '../element.js'
import { openEmojiMenu, sameEmoji } from '../emoji-menu.js'
import { icon, tickMarks } from '../icons.js'
import { onReplyGesture } from '../swipe.js'
import { words } from '../words.js'
import { choicesUnder } from './choices-under.js'
import { ownMessageActions } from './own-message.js'
import { phoneContent } from './phone-content.js'
import { sendFromPhone } from './send-from-phone.js'
import { summary } from './summary.js'

/** One message on a customer's phone; the customer's own are at the end side, the business's at the start. */
export function phoneBubble(message, phone, composer) {
  const mine = message.from === 'customer'
  const quoted = message.replyTo && phone.thread.find(({ id }) => id === message.replyTo)
  const bubble = el(
    'div',
    { class: `bubble kind-${message.kind}` },
    message.referral && adCard(message.referral),
    quoted && el('div', { class: 'quote' }, said(summary(quoted))),
    ...phoneContent(message),
    el(
      'span',
      { class: 'stamp' },
      message.edits > 0 && `${words.phones.edited} `,
      hourMinute(message.at),
      ticks(message),
    ),
    choicesUnder(message, phone),
  )
  const row = el(
    'div',
    { class: `row ${mine ? 'mine' : 'theirs'}`, 'data-message': message.id },
    bubble,
    actions(message, phone, composer),
    reactionChips(message),
  )
  onReplyGesture(row, () => composer.answer(message))
  return row
}

/**
 * The customer's own message has left the phone: one tick, and two in colour once the business has read it.
 */
function ticks(message) {
  const status = message.status ?? (message.seen ? 'read' : 'sent')
  const count = status === 'sent' || status === 'failed' ? 1 : 2
  const label = words.phones.status[status] ?? status
  return el(
    'span',
    { class: 'ticks', 'data-status': status, role: 'img', 'aria-label': label, title: label },
    tickMarks(count),
  )
}

function actions(message, phone, composer) {
  const react = (event) =>
    openEmojiMenu(event.currentTarget, (emoji) => {
      const had = message.reactions?.some(
        (reaction) => reaction.from === 'customer' && sameEmoji(reaction.emoji, emoji),
      )
      attempt(sendFromPhone(phone, { kind: 'reaction', target: message.id, emoji: had ? '' : emoji }))
    })
  return el(
    'div',
    { class: 'row-actions' },
    el(
      'button',
      {
        type: 'button',
        class: 'icon-button small',
        'aria-label': words.phones.reply,
        onclick: () => composer.answer(message),
      },
      icon('reply'),
    ),
    el(
      'button',
      {
        type: 'button',
        class: 'icon-button small',
        'aria-label': words.phones.react,
        'aria-haspopup': 'menu',
        onclick: react,
      },
      icon('smile'),
    ),
    ...ownMessageActions(message, phone),
  )
}

function reactionChips(message) {
  const emojis = (message.reactions ?? []).map(({ emoji }) => emoji).filter(Boolean)
  if (emojis.length === 0) return undefined
  return el('div', { class: 'chips' }, ...emojis.map((emoji) => el('span', { class: 'chip' }, emoji)))
}

function adCard({ headline, body, sourceUrl }) {
  return el(
    'div',
    { class: 'ad-card' },
    el('small', {}, icon('ad'), words.phones.adLabel),
    said(headline ?? sourceUrl ?? '', {}, 'strong'),
    body && said(body, {}, 'span'),
  )
}
