import { BadRequest } from '../../read-body.ts'
import { announce } from '../announce.ts'
import { createGroup } from '../create-group.ts'
import { pushMembership } from '../membership-update.ts'
import { migrateGroup } from '../migrate-group.ts'
import { postMessage } from '../post-message.ts'
import { showChat } from '../show-staff.ts'
import { absent } from '../standing.ts'
import { needActor, needGroup, needRight, readBotStanding } from './find-group.ts'
import { needBot, needPerson, needText } from './find-people.ts'
import type { Route } from './route.ts'

/**
 * POST /groups `{ title, isForum?, basic?, members, bots?, botRights? }`: a supergroup, or with `basic` a small group;
 * the first member is its creator. Each bot hears of it by my_chat_member.
 */
const postGroup: Route = {
  method: 'POST',
  path: /^\/groups$/,
  run({ ground, body }) {
    const title = needText(body, 'title')
    if (!Array.isArray(body.members) || body.members.length === 0)
      throw new BadRequest('"members" must name a person.')
    const members = body.members.map((id: unknown) => needPerson(ground, String(id)))
    const bots = (Array.isArray(body.bots) ? body.bots : []).map((name: unknown) =>
      needBot(ground, String(name)),
    )
    const chat = createGroup(ground, {
      title,
      isForum: body.isForum === true,
      isBasic: body.basic === true,
      members: members.map((person) => person.id),
      bots: Object.fromEntries(bots.map((bot) => [bot.id, readBotStanding(body.botRights)])),
    })
    const [creator] = members
    for (const bot of bots) {
      const after = chat.bots[bot.id]
      if (creator && after) pushMembership(ground, bot, chat, creator.id, absent, after)
    }
    announce(ground, chat)
    return { status: 201, body: creator ? { ...showChat(ground, chat, creator), messages: [] } : {} }
  },
}

/**
 * PATCH /groups/:chat `{ by?, title?, isForum? }`: another name, or topics switched on and off. A small group becomes a
 * supergroup by that, with another id: the answer is the chat as it is afterwards.
 */
const patchGroup: Route = {
  method: 'PATCH',
  path: /^\/groups\/(-\d+)$/,
  run({ ground, parts: [chatId], body }) {
    let chat = needGroup(ground, chatId)
    const by = needActor(ground, chat, body)
    needRight(chat, by, 'can_change_info')
    if (typeof body.title === 'string' && body.title !== '' && body.title !== chat.title) {
      chat.title = body.title
      postMessage(ground, chat, { fromId: by.id, service: { field: 'new_chat_title', value: body.title } })
    }
    if (typeof body.isForum === 'boolean' && body.isForum !== chat.isForum) {
      if (chat.type === 'group') chat = migrateGroup(ground, chat, by.id, true)
      else chat.isForum = body.isForum
    }
    announce(ground, chat)
    return { status: 200, body: showChat(ground, chat, by) }
  },
}

/** POST /groups/:chat/migrate `{ by?, isForum? }`: a small group is upgraded; the answer is the supergroup. */
const postMigrate: Route = {
  method: 'POST',
  path: /^\/groups\/(-\d+)\/migrate$/,
  run({ ground, parts: [chatId], body }) {
    const chat = needGroup(ground, chatId)
    if (chat.type !== 'group') throw new BadRequest('The group is a supergroup already.', 409)
    const by = needActor(ground, chat, body)
    return {
      status: 201,
      body: showChat(ground, migrateGroup(ground, chat, by.id, body.isForum === true), by),
    }
  },
}

export const groupRoutes: Route[] = [postGroup, patchGroup, postMigrate]
