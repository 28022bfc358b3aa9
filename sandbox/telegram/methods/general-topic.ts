import { badRequest } from '../api-error.ts'
import type { Method, MethodCall } from '../ground.ts'
import { cutTopicName, generalTopic } from '../topic-list.ts'
import { editTopic, setGeneralHidden, setTopicClosed } from '../topics.ts'
import type { StoredChat } from '../world.ts'
import { hasRight } from './need-chat.ts'
import { needForum } from './topics.ts'

function needGeneral(call: MethodCall, doing: string): StoredChat {
  const chat = needForum(call)
  if (!hasRight(call, chat, 'can_manage_topics')) throw badRequest(`not enough rights to ${doing}`)
  call.ground.rates.take(call.bot, chat)
  return chat
}

/** editGeneralForumTopic: another name for General, 1 to 128 characters. */
export const editGeneralForumTopic: Method = (call) => {
  const chat = needGeneral(call, 'edit the topic')
  const name = cutTopicName(call.params.string('name') ?? '')
  if (name === '') throw badRequest('title must be non-empty')
  if (!editTopic(call.ground, chat, generalTopic(chat), call.bot.id, { name }))
    throw badRequest('TOPIC_NOT_MODIFIED')
  return true
}

function setClosed(closed: boolean): Method {
  return (call) => {
    const chat = needGeneral(call, 'close or open the topic')
    if (!setTopicClosed(call.ground, chat, generalTopic(chat), call.bot.id, closed))
      throw badRequest('TOPIC_NOT_MODIFIED')
    return true
  }
}

function setHidden(hidden: boolean): Method {
  return (call) => {
    const chat = needGeneral(call, 'close or open the topic')
    if (!setGeneralHidden(call.ground, chat, call.bot.id, hidden)) throw badRequest('TOPIC_NOT_MODIFIED')
    return true
  }
}

export const closeGeneralForumTopic = setClosed(true)
/** reopenGeneralForumTopic: General also comes out of hiding. */
export const reopenGeneralForumTopic = setClosed(false)
/** hideGeneralForumTopic: General is closed too. */
export const hideGeneralForumTopic = setHidden(true)
export const unhideGeneralForumTopic = setHidden(false)
