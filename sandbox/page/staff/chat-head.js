import { api, attempt } from '../api.js'
import { avatar } from '../avatar.js'
import { el, said } from '../element.js'
import { icon } from '../icons.js'
import { openMenu } from '../menu.js'
import { choose, chosenTopic } from '../selection.js'
import { words } from '../words.js'
import { chatPath } from './chat-path.js'
import { topicsOf } from './topics.js'

/** The title of the open chat, the way back to the list on small screens, and what one can do to the chat. */
export function createChatHead() {
  const node = el('header', { class: 'chat-head' })
  let drawn
  return {
    node,
    draw(person, chat) {
      const topic = chat.topics && topicsOf(chat).find(({ id }) => id === chosenTopic(chat))
      const look = JSON.stringify([person.id, chat.id, chat.bot, chat.title, chat.blocked, topic])
      if (look === drawn) return
      drawn = look
      const block = () => attempt(api('PATCH', chatPath(person, chat), { blocked: !chat.blocked }))
      const items = [
        { icon: 'block', label: chat.blocked ? words.staff.unblock : words.staff.block, act: block },
      ]
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
          : chat.topics
            ? words.staff.forum
            : words.staff.group
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
        avatar(topic?.name ?? chat.title, chat.type === 'private' ? '#3a7bd5' : '#7b61b8'),
        el(
          'div',
          { class: 'device-who' },
          said(topic?.name ?? chat.title, { class: 'device-name' }, 'strong'),
          said(topic ? chat.title : kind, { class: 'device-id' }, 'small'),
        ),
        ...(chat.type === 'private' ? [more] : []),
      )
    },
  }
}
