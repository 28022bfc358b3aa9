import { randomBytes } from 'node:crypto'
import { BadRequest } from '../../read-body.ts'
import { pushConnection } from '../business-updates.ts'
import type { Ground } from '../ground.ts'
import { showBusiness } from '../show-customer.ts'
import type { BotAccount, BusinessConnection } from '../world.ts'
import { needBot, needPerson } from './find-people.ts'
import type { Route } from './route.ts'

type Rights = BusinessConnection['rights']

/** What an owner ticks who lets a bot answer: the usual set, without the right to delete what others wrote. */
const usualRights = { can_reply: true, can_read_messages: true, can_delete_sent_messages: true }

// The bot that is named, or the one it had, or the first for customers.
function botFor(ground: Ground, known: BusinessConnection | undefined, name: unknown): BotAccount {
  const bots = [...ground.world.bots.values()]
  const bot =
    name === undefined
      ? (bots.find(({ id }) => id === known?.botId) ?? bots.find(({ forCustomers }) => forCustomers))
      : needBot(ground, String(name))
  if (!bot?.forCustomers)
    throw new BadRequest('Only a bot for customers can be connected to a business.', 409)
  return bot
}

function readRights(rights: unknown): Rights | undefined {
  if (rights === undefined) return undefined
  if (typeof rights !== 'object' || rights === null) throw new BadRequest('"rights" must be an object.')
  return Object.fromEntries(Object.entries(rights).map(([name, value]) => [name, value === true]))
}

const getBusiness: Route = {
  method: 'GET',
  path: /^\/telegram\/business$/,
  run: ({ ground }) => ({ status: 200, body: showBusiness(ground) }),
}

/**
 * POST /telegram/business { ownerId, bot?, enabled?, rights? }: makes a person's account a business account and connects
 * the bot, takes it out (`enabled: false`; of a new account: connects none), or changes what it may do. `rights`
 * replaces all of them; absent, they stay, or are the usual ones of a new connection. Connecting again after it was
 * taken out makes a new connection with a new id. Answers with the account.
 */
const postBusiness: Route = {
  method: 'POST',
  path: /^\/telegram\/business$/,
  run({ ground, body }) {
    const owner = needPerson(ground, String(body.ownerId))
    const known = ground.world.connections.get(owner.id)
    const enabled = body.enabled !== false
    const rights = readRights(body.rights)
    if (enabled) connect(ground, owner.id, botFor(ground, known, body.bot), rights)
    else if (known?.enabled) change(ground, { ...known, enabled, rights: rights ?? known.rights })
    owner.isBusiness = true
    const business = showBusiness(ground)
    ground.kernel.emit({ type: 'business', business })
    return { status: 200, body: business.find(({ ownerId }) => ownerId === owner.id) }
  },
}

function connect(ground: Ground, ownerId: number, bot: BotAccount, rights: Rights | undefined) {
  const known = ground.world.connections.get(ownerId)
  if (!known?.enabled) {
    const id = randomBytes(15).toString('base64url')
    const held = rights ?? known?.rights ?? usualRights
    return change(ground, { id, ownerId, botId: bot.id, at: Date.now(), enabled: true, rights: held })
  }
  if (known.botId !== bot.id) throw new BadRequest('Another bot is connected: take it out first.', 409)
  change(ground, { ...known, rights: rights ?? known.rights })
}

function change(ground: Ground, connection: BusinessConnection) {
  ground.world.connections.set(connection.ownerId, connection)
  pushConnection(ground, connection)
}

export const businessRoutes: Route[] = [getBusiness, postBusiness]
