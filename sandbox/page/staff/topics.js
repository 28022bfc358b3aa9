import { words } from '../words.js'

/** A forum's topics; General is always there, though the network gives it no id of its own. */
export function topicsOf(chat) {
  const named = chat.topics ?? []
  return named.some((topic) => topic.id === 1)
    ? named
    : [{ id: 1, name: words.staff.general, iconColor: 0x8d99ae, closed: false }, ...named]
}
