import { showChat } from '../show-staff.ts'
import { changeBlock } from './change-block.ts'
import { changeReaction } from './change-reaction.ts'
import { needChatOf, needPerson } from './find-people.ts'
import { pressButton } from './press-button.ts'
import type { Route } from './route.ts'

/** POST …/callback: the person presses a button. */
const postCallback: Route = {
  method: 'POST',
  path: /^\/staff\/(\d+)\/chats\/([^/]+)\/callback$/,
  run({ ground, parts: [userId, chatId = ''], body }) {
    const person = needPerson(ground, userId)
    return pressButton(ground, needChatOf(ground, person, chatId), person, body)
  },
}

/** POST …/reactions: the person reacts to a message; an empty emoji takes it back. */
const postReaction: Route = {
  method: 'POST',
  path: /^\/staff\/(\d+)\/chats\/([^/]+)\/reactions$/,
  run({ ground, parts: [userId, chatId = ''], body }) {
    const person = needPerson(ground, userId)
    return changeReaction(ground, needChatOf(ground, person, chatId), person, body)
  },
}

/** PATCH …/chats/:chat: blocks or unblocks the bot of a private chat; the bot gets my_chat_member. */
const patchChat: Route = {
  method: 'PATCH',
  path: /^\/staff\/(\d+)\/chats\/([^/]+)$/,
  run({ ground, parts: [userId, chatId = ''], body }) {
    const person = needPerson(ground, userId)
    const chat = needChatOf(ground, person, chatId)
    changeBlock(ground, chat, person, body.blocked)
    return { status: 200, body: showChat(ground, chat, person) }
  },
}

export const interactionRoutes: Route[] = [postCallback, postReaction, patchChat]
