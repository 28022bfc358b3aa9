/** A private chat in which nobody has made a topic yet is one like any other. */
export const hasList = ({ type, topics }) => topics !== undefined && (type !== 'private' || topics.length > 1)

/** The topic that is open, of those the chat has; undefined where it has none. */
export const openTopicOf = (chat, topicId) => chat.topics?.find(({ id }) => id === topicId)

/** Whether the person may write in this topic: a closed one takes messages of those who may close it. */
export const mayWriteIn = (person, chat, topic) => !topic?.closed || mayManageTopic(person, chat, topic)

export const mayManageTopic = (person, chat, topic) =>
  chat.rights.includes('can_manage_topics') || topic.creatorId === person.id

/** A forum's topics for its list: General first, then where something was written last. */
export function topicsInOrder(chat) {
  const last = new Map()
  for (const { id, topicId = 1 } of chat.messages) last.set(topicId, id)
  const rank = ({ id }) => (id === 1 ? Number.POSITIVE_INFINITY : (last.get(id) ?? id))
  return chat.topics.filter(({ hidden }) => !hidden).toSorted((a, b) => rank(b) - rank(a))
}
