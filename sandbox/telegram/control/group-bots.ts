import { BadRequest } from '../../read-body.ts'
import { changeBotStanding, isInside } from '../group-members.ts'
import { postMessage } from '../post-message.ts'
import type { BotStanding } from '../world.ts'
import { needActor, needGroup, needRight, readBotStanding } from './find-group.ts'
import { needBot, needText } from './find-people.ts'
import { textContent } from './read-content.ts'
import type { Route } from './route.ts'

/**
 * POST /groups/:chat/bots `{ bot, by?, rights?, payload? }`: somebody adds a bot, as a plain member unless `rights` say
 * otherwise. With `payload` they came by a `?startgroup=` link, and its `/start` is written in the group.
 */
const postGroupBot: Route = {
  method: 'POST',
  path: /^\/groups\/(-\d+)\/bots$/,
  run({ ground, parts: [chatId], body }) {
    const chat = needGroup(ground, chatId)
    const by = needActor(ground, chat, body)
    const bot = needBot(ground, needText(body, 'bot'))
    const before = chat.bots[bot.id]
    if (body.rights !== undefined && body.rights !== 'member') needRight(chat, by, 'can_promote_members')
    if (!before || !isInside(before.status) || body.rights !== undefined)
      changeBotStanding(ground, chat, bot, by.id, readBotStanding(body.rights ?? 'member'))
    if (typeof body.payload === 'string') {
      const text = `/start@${bot.username} ${body.payload}`.trim()
      postMessage(ground, chat, { ...textContent(text), fromId: by.id })
    }
    return { status: 201, body: chat.bots[bot.id] }
  },
}

/**
 * PATCH /groups/:chat/bots/:username `{ by?, status?: 'kicked' | 'left', rights? }`: throws a bot out, or
 * changes what it may do.
 */
const patchGroupBot: Route = {
  method: 'PATCH',
  path: /^\/groups\/(-\d+)\/bots\/(\w+)$/,
  run({ ground, parts: [chatId, username = ''], body }) {
    const chat = needGroup(ground, chatId)
    const bot = needBot(ground, username)
    const { status } = body
    if (status !== undefined && status !== 'kicked' && status !== 'left')
      throw new BadRequest('"status" must be kicked or left; a standing inside the group goes by "rights".')
    const after: BotStanding = status ? { status, rights: {} } : readBotStanding(body.rights)
    const by = needActor(ground, chat, body)
    needRight(chat, by, status ? 'can_restrict_members' : 'can_promote_members')
    changeBotStanding(ground, chat, bot, by.id, after)
    return { status: 200, body: after }
  },
}

export const groupBotRoutes: Route[] = [postGroupBot, patchGroupBot]
