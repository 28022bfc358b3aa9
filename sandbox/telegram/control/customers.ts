import { showCustomer } from '../show-customer.ts'
import { changeBlock } from './change-block.ts'
import { changeReaction } from './change-reaction.ts'
import { needCustomer, needCustomerChat, needText } from './find-people.ts'
import { pressButton } from './press-button.ts'
import type { Route } from './route.ts'
import { addPerson } from './staff.ts'

const getCustomers: Route = {
  method: 'GET',
  path: /^\/telegram\/customers$/,
  run: ({ ground }) => ({
    status: 200,
    body: [...ground.world.people.values()]
      .filter((person) => person.isCustomer)
      .map((person) => showCustomer(ground, person)),
  }),
}

/**
 * POST /telegram/customers { name, username?, language?, id? }: a person outside the business. The last word of the
 * name is their last name.
 */
const postCustomer: Route = {
  method: 'POST',
  path: /^\/telegram\/customers$/,
  run({ ground, body }) {
    const [firstName = '', ...rest] = needText(body, 'name')
      .trim()
      .split(/\s+(?=\S+$)/)
    const lastName = rest.length > 0 ? { lastName: rest.join(' ') } : {}
    const { id, username, language } = body
    const person = addPerson(ground.world, { id, username, languageCode: language, ...lastName }, firstName)
    person.isCustomer = true
    const customer = showCustomer(ground, person)
    ground.kernel.emit({ type: 'customer', customer })
    return { status: 201, body: customer }
  },
}

/**
 * PATCH /telegram/customers/:id { blocked, to? }: blocks or unblocks a bot, which gets my_chat_member. { deactivated:
 * true }: the person deletes their account, and bots learn of it when they write. Here and below
 * the chat may stand in the path instead of `to`: `…/:id/chats/bot:<username>`.
 */
const patchCustomer: Route = {
  method: 'PATCH',
  path: /^\/telegram\/customers\/(\d+)(?:\/chats\/([^/]+))?$/,
  run({ ground, parts: [userId, chatId], body }) {
    const person = needCustomer(ground, userId)
    if (body.deactivated === true) person.isDeactivated = true
    else changeBlock(ground, needCustomerChat(ground, person, chatId ?? body.to), person, body.blocked)
    return { status: 200, body: showCustomer(ground, person) }
  },
}

/** POST …/callback { messageId, data, to? }: presses an inline button; answers when the bot has. */
const postCallback: Route = {
  method: 'POST',
  path: /^\/telegram\/customers\/(\d+)(?:\/chats\/([^/]+))?\/callback$/,
  run({ ground, parts: [userId, chatId], body }) {
    const person = needCustomer(ground, userId)
    return pressButton(ground, needCustomerChat(ground, person, chatId ?? body.to), person, body)
  },
}

/** POST …/reactions { messageId, emoji, to? }: adds or changes a reaction, or takes it back with ''. */
const postReaction: Route = {
  method: 'POST',
  path: /^\/telegram\/customers\/(\d+)(?:\/chats\/([^/]+))?\/reactions$/,
  run({ ground, parts: [userId, chatId], body }) {
    const person = needCustomer(ground, userId)
    return changeReaction(ground, needCustomerChat(ground, person, chatId ?? body.to), person, body)
  },
}

export const customerRoutes: Route[] = [getCustomers, postCustomer, patchCustomer, postCallback, postReaction]
