import { attempt } from '../api.js'
import { avatar } from '../avatar.js'
import { hourMinute } from '../clock.js'
import { el, said } from '../element.js'
import { icon } from '../icons.js'
import { createKeyedList } from '../keyed-list.js'
import { choose, chosenTopic, latestTopic } from '../selection.js'
import { chatKey, store } from '../store.js'
import { words } from '../words.js'
import { startBot } from './bot-link.js'
import { chatSummary } from './chat-summary.js'
import { topicMark } from './topic-mark.js'
import { hasList, topicsInOrder } from './topics.js'
import { unreadIn } from './unread.js'

/** The chats of one person, a group's topics below it, and every bot they have not started yet. */
export function createChatList() {
  const node = el('nav', { class: 'chat-list', 'aria-label': words.staff.chats })
  const list = createKeyedList(node)
  return {
    node,
    draw(person, open) {
      const openKey = open && chatKey(open)
      const rows = person.chats.flatMap((chat) => [
        chatRow(person, chat, openKey),
        ...topicRows(person, chat, openKey),
      ])
      const strangers = store.bots.filter(
        (bot) =>
          !bot.forCustomers &&
          !person.chats.some((chat) => chat.type === 'private' && chat.bot === bot.username),
      )
      rows.push(...strangers.map((bot) => ({ key: `start:${bot.username}`, bot, personId: person.id })))
      list.show(rows, { of: String(person.id), key: ({ key }) => key, build })
    },
  }
}

function chatRow(person, chat, openKey) {
  const last = chat.messages.findLast((message) => !message.deleted)
  return {
    key: chatKey(chat),
    title: chat.title,
    colour: chat.type === 'private' ? '#3a7bd5' : '#7b61b8',
    preview: chat.started === false ? words.staff.startBot : last ? chatSummary(last) : '',
    topicId: hasList(chat) ? latestTopic(chat) : undefined,
    at: last?.at,
    open: chatKey(chat) === openKey,
    unread: unreadIn(person, chat),
  }
}

function topicRows(person, chat, openKey) {
  if (!hasList(chat) || chatKey(chat) !== openKey) return []
  return topicsInOrder(chat).map((topic) => ({
    key: `${openKey}/${topic.id}`,
    topic,
    chat: openKey,
    open: chosenTopic(chat) === topic.id,
    unread: unreadIn(person, chat, topic.id),
  }))
}

function build(row) {
  if (row.bot) return botRow(row)
  if (row.topic) return topicRow(row)
  return el(
    'button',
    {
      type: 'button',
      class: 'chat-row',
      'aria-current': row.open ? 'true' : false,
      'aria-expanded': row.topicId !== undefined && String(row.open),
      // A forum opens as the list of its topics; where only one of both has room, that is the list.
      onclick: () =>
        choose({ chat: row.key, topicId: row.topicId, pane: row.topicId === undefined ? 'chat' : 'list' }),
    },
    avatar(row.title, row.colour),
    el(
      'span',
      { class: 'chat-row-text' },
      said(row.title, { class: 'chat-row-title' }),
      said(row.preview, { class: 'chat-row-preview' }),
    ),
    el(
      'span',
      { class: 'chat-row-side' },
      row.at !== undefined && el('small', {}, hourMinute(row.at)),
      row.unread > 0 && el('span', { class: 'badge' }, String(row.unread)),
    ),
  )
}

function topicRow({ topic, chat, open, unread }) {
  return el(
    'button',
    {
      type: 'button',
      class: 'topic-row',
      'aria-current': open ? 'true' : false,
      onclick: () => choose({ chat, topicId: topic.id, pane: 'chat' }),
    },
    topicMark(topic),
    said(topic.name, { class: 'chat-row-title' }),
    topic.closed &&
      el('span', { class: 'topic-closed', role: 'img', 'aria-label': words.staff.topicClosed }, icon('lock')),
    unread > 0 && el('span', { class: 'badge' }, String(unread)),
  )
}

function botRow({ bot, personId }) {
  return el(
    'button',
    { type: 'button', class: 'chat-row start-row', onclick: () => attempt(startBot(personId, bot.username)) },
    el('span', { class: 'avatar dashed' }, icon('plus')),
    el(
      'span',
      { class: 'chat-row-text' },
      said(bot.firstName ?? bot.username, { class: 'chat-row-title' }),
      el('span', { class: 'chat-row-preview' }, `${words.staff.startBot} @${bot.username}`),
    ),
  )
}
