import { BadRequest } from '../../read-body.ts'
import { announce } from '../announce.ts'
import { createGroup } from '../create-group.ts'
import type { Ground } from '../ground.ts'
import { isCreator, personHasRight } from '../group.ts'
import { changeBotStanding, isInside } from '../group-members.ts'
import { postMessage } from '../post-message.ts'
import { showMessage } from '../show-staff.ts'
import { absent, groupRights } from '../standing.ts'
import type { BotAccount, Person, StoredChat, StoredMessage } from '../world.ts'
import { needGroup } from './find-group.ts'
import { needChatOf, needMessage, needPerson, needText } from './find-people.ts'
import type { Route } from './route.ts'

/** A KeyboardButtonRequestChat of the Bot API, as far as it can be met here: no group has a username or a photo. */
interface ChatRequest {
  request_id: number
  chat_is_channel?: boolean
  chat_is_forum?: boolean
  chat_is_created?: boolean
  user_administrator_rights?: Record<string, boolean>
  bot_administrator_rights?: Record<string, boolean>
  bot_is_member?: boolean
  request_title?: boolean
}

function needRequest(message: StoredMessage, requestId: unknown): ChatRequest {
  const rows = message.replyMarkup?.keyboard
  const buttons: { request_chat?: ChatRequest }[] = Array.isArray(rows) ? rows.flat() : []
  const found = buttons.find((button) => button.request_chat?.request_id === requestId)?.request_chat
  if (!found) throw new BadRequest('The message has no button that requests a chat with this "requestId".')
  return found
}

const wanted = (rights: Record<string, boolean> = {}) => groupRights.filter((right) => rights[right] === true)

/**
 * Why the apps would not offer this group to this person for this button; undefined: they would. The person must be able
 * to bring the bot in, or to its rights, where that is still to be done.
 */
function whyNotShared(
  request: ChatRequest,
  chat: StoredChat,
  person: Person,
  bot: BotAccount,
): string | undefined {
  if (request.chat_is_channel) return 'It asks for a channel.'
  if (request.chat_is_forum !== undefined && request.chat_is_forum !== chat.isForum)
    return request.chat_is_forum ? 'It asks for a group with topics.' : 'It asks for a group without topics.'
  if (request.chat_is_created && !isCreator(chat, person.id))
    return `${person.firstName} did not create the group.`
  const missing = wanted(request.user_administrator_rights).find(
    (right) => !personHasRight(chat, person.id, right),
  )
  if (missing) return `${person.firstName} lacks the right ${missing} there.`
  const standing = chat.bots[bot.id] ?? absent
  if (wanted(request.bot_administrator_rights).some((right) => standing.rights[right] !== true))
    return personHasRight(chat, person.id, 'can_promote_members')
      ? undefined
      : `${person.firstName} may not make the bot an administrator there.`
  return undefined
}

// What the apps do before they share: the bot is let in, and given the rights it asked for beside those it has.
function bringIn(ground: Ground, request: ChatRequest, chat: StoredChat, person: Person, bot: BotAccount) {
  const standing = chat.bots[bot.id] ?? absent
  const rights = wanted(request.bot_administrator_rights)
  if (rights.some((right) => standing.rights[right] !== true)) {
    const more = Object.fromEntries(rights.map((right) => [right, true]))
    const inherited = standing.status === 'administrator' ? standing.rights : {}
    changeBotStanding(ground, chat, bot, person.id, {
      status: 'administrator',
      rights: { ...inherited, ...more },
    })
  } else if (request.bot_is_member && !isInside(standing.status))
    changeBotStanding(ground, chat, bot, person.id, { status: 'member', rights: {} })
}

/**
 * POST /staff/:id/chats/:chat/shared-chat `{ messageId, requestId, group | title }`: the person presses a button that
 * requests a chat and picks a group of theirs, or makes a new one of this title. The bot gets my_chat_member where that
 * changes its standing, and chat_shared.
 */
const postSharedChat: Route = {
  method: 'POST',
  path: /^\/staff\/(\d+)\/chats\/([^/]+)\/shared-chat$/,
  run({ ground, parts: [userId, chatId = ''], body }) {
    const person = needPerson(ground, userId)
    const privateChat = needChatOf(ground, person, chatId)
    const message = needMessage(privateChat, body.messageId)
    const bot = ground.world.bots.get(message.fromId)
    const request = needRequest(message, body.requestId)
    if (!bot) throw new BadRequest('No bot asked for a chat here.')
    const picked = body.group === undefined ? undefined : needGroup(ground, String(body.group))
    if (picked && !picked.members.includes(person.id))
      throw new BadRequest(`${person.firstName} is not in this group.`, 403)
    const chat =
      picked ??
      createGroup(ground, {
        title: needText(body, 'title'),
        isForum: request.chat_is_forum === true,
        members: [person.id],
      })
    const why = whyNotShared(request, chat, person, bot)
    if (why) throw new BadRequest(`The button does not take this group. ${why}`, 409)
    bringIn(ground, request, chat, person, bot)
    announce(ground, chat)
    const shared = postMessage(ground, privateChat, {
      fromId: person.id,
      service: {
        field: 'chat_shared',
        value: {
          request_id: request.request_id,
          chat_id: chat.id,
          ...(request.request_title ? { title: chat.title } : {}),
        },
      },
    })
    return { status: 201, body: { group: chat.id, message: showMessage(ground, shared) } }
  },
}

export const sharedChatRoutes: Route[] = [postSharedChat]
