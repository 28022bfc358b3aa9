import { announce, chatKey, store } from './store.js'

/** What the person at the page looks at. */
export const selection = {
  phoneId: undefined,
  personId: undefined,
  chat: undefined,
  topicId: undefined,
  column: 'phones',
}

export function choose(changes) {
  Object.assign(selection, changes)
  announce('selection', changes)
}

export const chosenPhone = () =>
  store.phones.find((phone) => phone.id === selection.phoneId) ?? store.phones[0]

export const chosenPerson = () =>
  store.staff.find((person) => person.id === selection.personId) ?? store.staff[0]

/** The chat on the screen; without a choice, the first one, so that a newcomer sees the bot at once. */
export function chosenChat() {
  const chats = chosenPerson()?.chats ?? []
  return chats.find((chat) => chatKey(chat) === selection.chat) ?? chats[0]
}

/**
 * The topic on the screen: the chosen one while it is there, else the one where something was written last. 1 is the
 * forum's General.
 */
export const chosenTopic = (chat) => (has(chat, selection.topicId) ? selection.topicId : latestTopic(chat))

export const latestTopic = (chat) =>
  chat.messages.findLast(({ topicId = 1, deleted }) => !deleted && has(chat, topicId))?.topicId ?? 1

const has = (chat, topicId) => chat.topics?.some(({ id }) => id === topicId)

/** Messages of the topic on the screen, or of the whole chat when it has no topics. */
export function messagesShown(chat) {
  if (!chat.topics) return chat.messages
  return chat.messages.filter((message) => (message.topicId ?? 1) === chosenTopic(chat))
}
