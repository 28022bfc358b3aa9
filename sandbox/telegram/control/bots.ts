import { BadRequest } from '../../read-body.ts'
import { announce } from '../announce.ts'
import { chatsOf } from '../show-staff.ts'
import { isWebAppUrl } from '../web-apps/check-web-app-url.ts'
import type { BotAccount } from '../world.ts'
import { needText } from './find-people.ts'
import type { Route } from './route.ts'

const rateNames = ['privatePerSecond', 'privateBurst', 'groupPerMinute', 'botPerSecond'] as const

/**
 * PUT /telegram/bots: makes a token known; again with the same token changes the names. `forCustomers: true`: customers
 * write to it, not the staff, and accounts may connect it to their business. `topics` turns topics in its private chats on
 * and off, as BotFather's "Threaded Mode"; with `userTopics: false` only the bot makes them. `mainWebApp` is the address of its
 * main Mini App, '' takes it away.
 */
const putBot: Route = {
  method: 'PUT',
  path: /^\/telegram\/bots$/,
  run({ ground, body }) {
    const token = needText(body, 'token')
    const id = Number(/^(\d+):[\w-]+$/.exec(token)?.[1])
    if (!Number.isSafeInteger(id) || id <= 0) {
      throw new BadRequest('A token is the bot\'s number, a colon, and letters: "123456:ABC-def".')
    }
    const username = needText(body, 'username')
    const firstName = needText(body, 'firstName')
    const { world } = ground
    const namesake = [...world.bots.values()].find((bot) => bot.username === username && bot.id !== id)
    if (namesake) throw new BadRequest(`Another bot is already called ${username}.`, 409)
    const known = world.bots.get(id)
    const bot: BotAccount = known ?? {
      id,
      token,
      username,
      firstName,
      commands: {},
      profile: {},
      nextMessageId: 1,
    }
    Object.assign(bot, { token, username, firstName })
    if (body.forCustomers === true) bot.forCustomers = true
    if (body.topics === true) bot.hasTopics = true
    else if (body.topics === false) delete bot.hasTopics
    if (body.userTopics === false) bot.forbidsUserTopics = true
    else delete bot.forbidsUserTopics
    setMainWebApp(bot, body.mainWebApp)
    world.bots.set(id, bot)
    for (const person of world.people.values()) {
      for (const chat of chatsOf(ground, person)) if (chat.bots[id]) announce(ground, chat)
    }
    return { status: 200, body: { id, username, firstName } }
  },
}

function setMainWebApp(bot: BotAccount, url: unknown): void {
  if (url === undefined) return
  if (url === '') delete bot.mainWebApp
  else if (typeof url === 'string' && isWebAppUrl(url)) bot.mainWebApp = url
  else throw new BadRequest('"mainWebApp" must be an https address, or an http one of this machine.')
}

/** PUT /telegram/rates: switches the rates off and on, or changes them; every meter starts anew. */
const putRates: Route = {
  method: 'PUT',
  path: /^\/telegram\/rates$/,
  run({ ground, body }) {
    const change: Parameters<typeof ground.rates.set>[0] = {}
    if (body.enabled !== undefined) {
      if (typeof body.enabled !== 'boolean') throw new BadRequest('"enabled" must be true or false.')
      change.enabled = body.enabled
    }
    for (const name of rateNames) {
      const value = body[name]
      if (value === undefined) continue
      if (typeof value !== 'number' || !(value > 0))
        throw new BadRequest(`"${name}" must be a number above 0.`)
      change[name] = value
    }
    return { status: 200, body: ground.rates.set(change) }
  },
}

/** GET /telegram/rates: how often a bot was refused by 429 since the start, in all and by chat. */
const getRates: Route = {
  method: 'GET',
  path: /^\/telegram\/rates$/,
  run({ ground }) {
    const byChat = ground.rates.refused()
    const refused = Object.values(byChat).reduce((sum, count) => sum + count, 0)
    return { status: 200, body: { ...ground.settings.rates, refused, byChat } }
  },
}

/** POST /telegram/raw-update: sends a bot any update as it stands, `copies` times with the same update_id. */
const postRawUpdate: Route = {
  method: 'POST',
  path: /^\/telegram\/raw-update$/,
  run({ ground, body }) {
    const bot = [...ground.world.bots.values()].find((known) => known.token === body.token)
    if (!bot) throw new BadRequest('No bot is registered with this token.', 404)
    if (typeof body.update !== 'object' || body.update === null)
      throw new BadRequest('"update" must be an object.')
    const update: Record<string, unknown> = { update_id: ground.world.nextUpdateId, ...body.update }
    const copies = typeof body.copies === 'number' ? body.copies : 1
    for (let i = 0; i < copies; i += 1) ground.updates.pushRaw(bot, update)
    return { status: 202, body: { updateId: update.update_id } }
  },
}

/** GET /telegram/files/:key: a file as the page shows it. */
const getFile: Route = {
  method: 'GET',
  path: /^\/telegram\/files\/([\w-]+)$/,
  run({ ground, parts: [key = ''] }) {
    const file = ground.files.byKey(key)
    if (!file) throw new BadRequest('There is no such file.', 404)
    return { status: 200, file: { mime: file.mime, bytes: file.bytes } }
  },
}

export const botRoutes: Route[] = [putBot, getRates, putRates, postRawUpdate, getFile]
