import { drawOn } from '../draw.js'
import { el } from '../element.js'
import { emptyPlace } from '../empty.js'
import { icon } from '../icons.js'
import { chosenChat, chosenPerson, selection } from '../selection.js'
import { store } from '../store.js'
import { words } from '../words.js'
import { createChatList } from './chat-list.js'
import { createChatView } from './chat-view.js'
import { openNewGroup } from './new-group.js'
import { openNewPerson } from './new-person.js'
import { createPeopleStrip } from './people-strip.js'
import { noteSeen } from './unread.js'

/** The staff's side: whose Telegram it is, their chats, and the chat that is open. */
export function openStaff(section) {
  const addPerson = el(
    'button',
    { type: 'button', class: 'button', onclick: () => openNewPerson() },
    icon('plus'),
    words.staff.add,
  )
  const addGroup = el(
    'button',
    {
      type: 'button',
      class: 'button quiet',
      'aria-label': words.staff.newGroup,
      onclick: () => openNewGroup(),
    },
    icon('group'),
    el('span', { class: 'label' }, words.staff.newGroup),
  )
  const strip = createPeopleStrip()
  const list = createChatList()
  const view = createChatView()
  const invite = el(
    'button',
    { type: 'button', class: 'button primary', onclick: () => openNewPerson() },
    words.staff.add,
  )
  const nobody = emptyPlace('chat', words.staff.none, words.staff.noneHint, invite)
  const panes = el('article', { class: 'client' }, list.node, view.node)
  section.setAttribute('aria-label', words.staff.title)
  section.append(
    el('header', { class: 'column-head' }, el('h2', {}, words.staff.title), addGroup, addPerson),
    strip.node,
    panes,
    nobody,
  )
  drawOn(['staff', 'selection'], () => {
    const person = chosenPerson()
    addGroup.hidden = !person
    strip.node.hidden = !person
    panes.hidden = !person
    nobody.hidden = Boolean(person)
    panes.dataset.pane = selection.pane ?? 'list'
    if (person && view.node.checkVisibility()) noteSeen(person, chosenChat())
    strip.draw(store.staff, person)
    if (!person) return
    list.draw(person, chosenChat())
    view.draw(person, chosenChat())
  })
}
