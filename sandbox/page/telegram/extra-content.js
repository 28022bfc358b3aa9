import { el, said } from '../element.js'
import { icon } from '../icons.js'
import { words } from '../words.js'

/**
 * What a Telegram message says of its origin: that it was forwarded and, to the owner of a business account alone, that
 * a bot or the app itself sent it for them.
 */
export function origin({ forwarded, viaBot, isFromOffline }, { mayDeleteAll: isOwner }) {
  const label = forwarded
    ? words.telegram.forwarded
    : isOwner && (viaBot ? words.telegram.viaBot(viaBot) : isFromOffline && words.telegram.automatic)
  return label && el('small', { class: 'origin' }, label)
}

/** Content of the rarer kinds: a venue, a poll, a dice; what nobody knows is named, never hidden. */
export function extraContent({ other }) {
  if (!other) return undefined
  const { venue, poll, dice } = other
  if (dice) return el('span', { class: 'dice' }, `${dice.emoji} ${dice.value}`)
  if (venue) return plate('location', venue.title, venue.address)
  if (poll) return plate('list', poll.question, poll.options.map(({ text }) => text).join(' · '))
  return el('em', { class: 'odd' }, icon('ghost'), words.kinds.unknown)
}

const plate = (symbol, title, line) =>
  el(
    'div',
    { class: 'plate' },
    icon(symbol),
    el('span', {}, said(title, {}, 'strong'), said(line, {}, 'small')),
  )
