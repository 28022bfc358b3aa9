import { BadRequest } from '../../read-body.ts'
import { announce } from '../announce.ts'
import type { Ground } from '../ground.ts'
import { pushMembership } from '../membership-update.ts'
import { removeTopic } from '../methods/topics.ts'
import { showChat } from '../show-staff.ts'
import { fullAdministrator } from '../standing.ts'
import type { BotStanding, StoredChat } from '../world.ts'
import { needBot, needPerson, needText } from './find-people.ts'
import type { Route } from './route.ts'

function needGroup({ world }: Ground, id: string | undefined): StoredChat {
  const chat = world.chats.get(`group:${id}`)
  if (!chat) throw new BadRequest(`There is no group ${id}.`, 404)
  return chat
}

// Absent: an administrator with every right. An object: an administrator with these rights. "member": no
// administrator.
function readStanding(rights: unknown): BotStanding {
  if (rights === undefined) return fullAdministrator()
  if (rights === 'member') return { status: 'member', rights: {} }
  if (typeof rights !== 'object' || rights === null)
    throw new BadRequest('Rights must be an object, or "member".')
  const entries = Object.entries(rights).map(([name, value]) => [name, value === true])
  return { status: 'administrator', rights: Object.fromEntries(entries) }
}

/** POST /groups: a supergroup; the first member is its creator. Each bot hears of it by my_chat_member. */
const postGroup: Route = {
  method: 'POST',
  path: /^\/groups$/,
  run({ ground, body }) {
    const { world } = ground
    const title = needText(body, 'title')
    if (!Array.isArray(body.members) || body.members.length === 0)
      throw new BadRequest('"members" must name a person.')
    const members = body.members.map((id: unknown) => needPerson(ground, String(id)))
    const bots = (Array.isArray(body.bots) ? body.bots : []).map((name: unknown) =>
      needBot(ground, String(name)),
    )
    const id = world.nextGroupId
    world.nextGroupId -= 1
    const chat: StoredChat = {
      key: `group:${id}`,
      id,
      type: 'supergroup',
      title,
      isForum: body.isForum === true,
      members: members.map((person) => person.id),
      bots: Object.fromEntries(bots.map((bot) => [bot.id, readStanding(body.botRights)])),
      started: true,
      blocked: false,
      topics: [],
      messages: [],
      pinned: [],
      // Topic 1 is "General", which has no message_thread_id; numbers begin after it.
      nextMessageId: 2,
    }
    world.chats.set(chat.key, chat)
    const [creator] = members
    for (const bot of bots) {
      const after = chat.bots[bot.id]
      if (creator && after)
        pushMembership(ground, bot, chat, creator.id, { status: 'left', rights: {} }, after)
    }
    announce(ground, chat)
    return { status: 201, body: creator ? { ...showChat(ground, chat, creator), messages: [] } : {} }
  },
}

/**
 * PATCH /groups/:chat/bots/:username `{ status?: 'kicked' | 'left', rights? }`: throws a bot out, or
 * changes what it may do.
 */
const patchGroupBot: Route = {
  method: 'PATCH',
  path: /^\/groups\/(-\d+)\/bots\/(\w+)$/,
  run({ ground, parts: [chatId, username = ''], body }) {
    const chat = needGroup(ground, chatId)
    const bot = needBot(ground, username)
    const before = chat.bots[bot.id] ?? { status: 'left', rights: {} }
    const { status } = body
    const after: BotStanding =
      status === 'kicked' || status === 'left' ? { status, rights: {} } : readStanding(body.rights)
    chat.bots[bot.id] = after
    pushMembership(ground, bot, chat, chat.members[0] ?? 0, before, after)
    announce(ground, chat)
    return { status: 200, body: after }
  },
}

/**
 * DELETE /groups/:chat/topics/:topic: somebody deletes a topic in the app; Telegram tells bots nothing of
 * it.
 */
const deleteTopic: Route = {
  method: 'DELETE',
  path: /^\/groups\/(-\d+)\/topics\/(\d+)$/,
  run({ ground, parts: [chatId, topicId] }) {
    const chat = needGroup(ground, chatId)
    if (!chat.topics.some((topic) => topic.id === Number(topicId))) {
      throw new BadRequest(`There is no topic ${topicId} in this group.`, 404)
    }
    removeTopic(ground, chat, Number(topicId))
    return { status: 204 }
  },
}

export const groupRoutes: Route[] = [postGroup, patchGroupBot, deleteTopic]
