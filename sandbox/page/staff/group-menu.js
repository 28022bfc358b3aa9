import { api, attempt } from '../api.js'
import { choose } from '../selection.js'
import { store } from '../store.js'
import { words } from '../words.js'
import { chatPath } from './chat-path.js'
import { openGroupBot, openGroupPeople, openGroupTitle } from './group-dialogs.js'
import { openNewTopic, openTopicName } from './topic-dialogs.js'
import { mayManageTopic } from './topics.js'

const say = words.group

/** What a person can do to a group and to the topic of it that is open, as items of a menu. */
export function groupMenu(person, chat, topic) {
  const bots = store.bots.filter(({ forCustomers }) => !forCustomers)
  const turn = () =>
    attempt(api('PATCH', `/groups/${chat.id}`, { by: person.id, isForum: !chat.topics }), ({ id }) =>
      choose({ chat: String(id), topicId: undefined }),
    )
  return [
    ...(chat.topics ? topicItems(person, chat, topic) : []),
    { icon: 'group', label: say.people, act: () => openGroupPeople(person, chat) },
    ...bots.map(({ username }) => ({
      icon: 'bot',
      label: `@${username}`,
      hint: say.botHint,
      act: () => openGroupBot(person, chat, username),
    })),
    { icon: 'pencil', label: say.rename, act: () => openGroupTitle(person, chat) },
    {
      icon: 'list',
      label: chat.topics ? say.topicsOff : say.topicsOn,
      hint: chat.type === 'group' ? say.upgradeHint : undefined,
      act: turn,
    },
  ]
}

/** What a person can do to the chat with a bot, and to the topic of it that is open. */
export function privateMenu(person, chat, topic) {
  const block = () => attempt(api('PATCH', chatPath(person, chat), { blocked: !chat.blocked }))
  const own = chat.topics && topic?.id !== 1 ? changes(person, chat, topic) : []
  return [
    ...(chat.topics && chat.rights.includes('can_manage_topics')
      ? [{ icon: 'plus', label: say.newTopic, act: () => openNewTopic(person, chat) }, ...own]
      : []),
    { icon: 'block', label: chat.blocked ? words.staff.unblock : words.staff.block, act: block },
  ]
}

function topicItems(person, chat, topic) {
  const manages = chat.rights.includes('can_manage_topics')
  const items = [
    manages && { icon: 'plus', label: say.newTopic, act: () => openNewTopic(person, chat) },
    ...(topic && mayManageTopic(person, chat, topic) ? changes(person, chat, topic) : []),
    manages &&
      topic?.id !== 1 &&
      chat.topics[0].hidden && {
        icon: 'eye',
        label: say.showGeneral,
        act: () => attempt(api('PATCH', `${chatPath(person, chat)}/topics/1`, { hidden: false })),
      },
  ]
  return items.filter(Boolean)
}

function changes(person, chat, topic) {
  const path = `${chatPath(person, chat)}/topics/${topic.id}`
  const set = (change) => () => attempt(api('PATCH', path, change))
  const remove = () => attempt(api('DELETE', path), () => choose({ topicId: undefined, pane: 'list' }))
  return [
    { icon: 'pencil', label: say.renameTopic, act: () => openTopicName(person, chat, topic) },
    // Topics of private chats cannot be closed.
    ...(chat.type === 'private' ? [] : [closing(topic, set)]),
    topic.id === 1
      ? { icon: 'block', label: say.hideGeneral, act: set({ hidden: true }) }
      : { icon: 'bin', label: say.deleteTopic, act: remove },
  ]
}

const closing = (topic, set) =>
  topic.closed
    ? { icon: 'check', label: say.reopenTopic, act: set({ closed: false }) }
    : { icon: 'lock', label: say.closeTopic, act: set({ closed: true }) }
