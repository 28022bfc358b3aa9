import { api, attempt } from '../api.js'
import { el } from '../element.js'
import { openEmojiMenu, sameEmoji } from '../emoji-menu.js'
import { icon } from '../icons.js'
import { words } from '../words.js'
import { chatPath } from './chat-path.js'

/**
 * Answering, reacting, correcting and deleting: beside the message while the pointer or the focus is on it.
 */
export function bubbleActions(message, { person, chat, composer }, mine) {
  const remove = () => attempt(api('DELETE', `${chatPath(person, chat)}/messages/${message.id}`))
  const pick = (event) => openEmojiMenu(event.currentTarget, (emoji) => react(message, person, chat, emoji))
  return el(
    'div',
    { class: 'row-actions' },
    action('reply', words.staff.reply, () => composer.answer(message)),
    action('smile', words.staff.react, pick),
    mine && message.text && action('pencil', words.staff.edit, () => composer.edit(message)),
    (mine || chat.mayDeleteAll || chat.rights?.includes('can_delete_messages')) &&
      action('bin', words.staff.remove, remove),
  )
}

/** The reactions under a message, counted; pressing one adds or takes back this person's own. */
export function reactionChips(message, { person, chat }) {
  const counts = new Map()
  for (const { from, emoji } of message.reactions ?? [])
    counts.set(emoji, [...(counts.get(emoji) ?? []), from])
  if (counts.size === 0) return undefined
  const chips = [...counts].map(([emoji, from]) =>
    el(
      'button',
      {
        type: 'button',
        class: 'chip',
        'aria-pressed': String(from.includes(person.id)),
        onclick: () => react(message, person, chat, emoji),
      },
      emoji,
      from.length > 1 && el('span', {}, String(from.length)),
    ),
  )
  return el('div', { class: 'chips' }, ...chips)
}

function react(message, person, chat, emoji) {
  const had = (message.reactions ?? []).some(
    (reaction) => reaction.from === person.id && sameEmoji(reaction.emoji, emoji),
  )
  attempt(
    api('POST', `${chatPath(person, chat)}/reactions`, { messageId: message.id, emoji: had ? '' : emoji }),
  )
}

function action(symbol, label, press) {
  return el(
    'button',
    { type: 'button', class: 'icon-button small', 'aria-label': label, title: label, onclick: press },
    icon(symbol),
  )
}
