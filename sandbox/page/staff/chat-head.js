import { avatar } from '../avatar.js'
import { el, said } from '../element.js'
import { icon } from '../icons.js'
import { openMenu } from '../menu.js'
import { choose, chosenTopic } from '../selection.js'
import { words } from '../words.js'
import { groupMenu, privateMenu } from './group-menu.js'
import { topicMark } from './topic-mark.js'
import { hasList, openTopicOf } from './topics.js'

/** The title of the open chat, the way back to the list on small screens, and what one can do to the chat. */
export function createChatHead() {
  const node = el('header', { class: 'chat-head' })
  let drawn
  return {
    node,
    draw(person, chat) {
      const topic = openTopicOf(chat, chosenTopic(chat))
      const named = hasList(chat) ? topic : undefined
      const group = [chat.type, chat.members, chat.bots, chat.rights, chat.topics]
      const look = JSON.stringify([person.id, chat.id, chat.bot, chat.title, chat.blocked, topic, group])
      if (look === drawn) return
      drawn = look
      const items =
        chat.type === 'private' ? privateMenu(person, chat, topic) : groupMenu(person, chat, topic)
      const more = el(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': words.staff.chatMenu,
          'aria-haspopup': 'menu',
          onclick: () => openMenu(more, items),
        },
        icon('dots'),
      )
      const kind =
        chat.type === 'private'
          ? `${words.staff.bot} · @${chat.bot}`
          : words.group.kind(chat.topics ? words.staff.forum : words.staff.group, chat.members.length)
      node.replaceChildren(
        el(
          'button',
          {
            type: 'button',
            class: 'icon-button back',
            'aria-label': words.staff.back,
            onclick: () => choose({ pane: 'list' }),
          },
          icon('back'),
        ),
        named ? topicMark(named) : avatar(chat.title, chat.type === 'private' ? '#3a7bd5' : '#7b61b8'),
        el(
          'div',
          { class: 'device-who' },
          said(named?.name ?? chat.title, { class: 'device-name' }, 'strong'),
          said(named ? `${chat.title} · ${kind}` : kind, { class: 'device-id' }, 'small'),
        ),
        more,
      )
    },
  }
}
