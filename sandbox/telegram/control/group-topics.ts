import { BadRequest } from '../../read-body.ts'
import type { Ground } from '../ground.ts'
import { isGroup, personHasRight } from '../group.ts'
import { cutTopicName, generalTopicId, hasTopics, mayUserMakeTopics, topicColours } from '../topic-list.ts'
import { editTopic, openTopic, removeTopic, setGeneralHidden, setTopicClosed } from '../topics.ts'
import type { Person, StoredChat, Topic } from '../world.ts'
import { needGroup, needRight, needTopic } from './find-group.ts'
import { needChatOf, needPerson, needText } from './find-people.ts'
import type { Route, RouteInput } from './route.ts'

function needForumOf({ ground, parts: [userId, chatId = ''] }: RouteInput): {
  person: Person
  chat: StoredChat
} {
  const person = needPerson(ground, userId)
  const chat = needChatOf(ground, person, chatId)
  if (!hasTopics(ground.world, chat)) throw new BadRequest('This chat has no topics.', 409)
  return { person, chat }
}

function needManaged(ground: Ground, chat: StoredChat, person: Person, topic: Topic): void {
  if (isGroup(chat) && topic.creatorId === person.id) return
  needTopicRight(ground, chat, person)
}

/** In a private chat it is the bot's settings that say whether people may. */
function needTopicRight({ world }: Ground, chat: StoredChat, person: Person): void {
  if (isGroup(chat)) needRight(chat, person, 'can_manage_topics')
  else if (!mayUserMakeTopics(world, chat))
    throw new BadRequest('This bot does not let people make topics.', 403)
}

/** POST /staff/:id/chats/:chat/topics `{ name, iconColor?, emoji? }`: the person opens a topic. */
const postTopic: Route = {
  method: 'POST',
  path: /^\/staff\/(\d+)\/chats\/([^/]+)\/topics$/,
  run(input) {
    const { ground, body } = input
    const { person, chat } = needForumOf(input)
    needTopicRight(ground, chat, person)
    const iconColor = Number(body.iconColor ?? topicColours[0])
    if (!topicColours.includes(iconColor)) throw new BadRequest('Telegram has no such colour for a topic.')
    const topic = openTopic(ground, chat, person.id, {
      name: cutTopicName(needText(body, 'name')),
      iconColor,
      ...(typeof body.emoji === 'string' ? { emoji: body.emoji } : {}),
    })
    return { status: 201, body: topic }
  },
}

/**
 * PATCH /staff/:id/chats/:chat/topics/:topic `{ name?, emoji?, closed?, hidden? }`: the person edits, closes or opens a
 * topic; only General (topic 1) can be hidden, and in a private chat there is nothing to close.
 */
const patchTopic: Route = {
  method: 'PATCH',
  path: /^\/staff\/(\d+)\/chats\/([^/]+)\/topics\/(\d+)$/,
  run(input) {
    const { ground, body } = input
    const { person, chat } = needForumOf(input)
    const topic = needTopic(chat, input.parts[2])
    needManaged(ground, chat, person, topic)
    if (!isGroup(chat) && (body.closed !== undefined || body.hidden !== undefined))
      throw new BadRequest('Topics of private chats cannot be closed or hidden.', 409)
    editTopic(ground, chat, topic, person.id, {
      name: typeof body.name === 'string' ? cutTopicName(body.name) : undefined,
      emoji: typeof body.emoji === 'string' ? body.emoji : undefined,
    })
    if (typeof body.closed === 'boolean') setTopicClosed(ground, chat, topic, person.id, body.closed)
    if (typeof body.hidden === 'boolean') {
      if (topic.id !== generalTopicId) throw new BadRequest('Only General can be hidden.', 409)
      setGeneralHidden(ground, chat, person.id, body.hidden)
    }
    return { status: 200, body: topic }
  },
}

/** DELETE …/topics/:topic: the person deletes a topic with all its messages; Telegram tells bots nothing of it. */
const deleteTopicBy: Route = {
  method: 'DELETE',
  path: /^\/staff\/(\d+)\/chats\/([^/]+)\/topics\/(\d+)$/,
  run(input) {
    const { person, chat } = needForumOf(input)
    const topic = needTopic(chat, input.parts[2])
    if (topic.id === generalTopicId) throw new BadRequest('General cannot be deleted.', 409)
    if (!personHasRight(chat, person.id, 'can_delete_messages'))
      needManaged(input.ground, chat, person, topic)
    removeTopic(input.ground, chat, topic.id)
    return { status: 204 }
  },
}

/** DELETE /groups/:chat/topics/:topic: the same by whoever it may be. */
const deleteTopic: Route = {
  method: 'DELETE',
  path: /^\/groups\/(-\d+)\/topics\/(\d+)$/,
  run({ ground, parts: [chatId, topicId] }) {
    const chat = needGroup(ground, chatId)
    removeTopic(ground, chat, needTopic(chat, topicId).id)
    return { status: 204 }
  },
}

export const groupTopicRoutes: Route[] = [postTopic, patchTopic, deleteTopicBy, deleteTopic]
