import { eventually } from './eventually.ts'
import type { House } from './open-house.ts'
import { type ChatMessage, plain } from './staff-side.ts'
import type { Telegrammer } from './telegram-side.ts'

/** A bot for customers that the desk's environment knows nothing of. */
export interface OtherBot {
  token: string
  username: string
  firstName: string
}

/** @BotFather makes the bot, or gives the one with this id another token: the old one is dead then. */
export const botFather = (house: House, bot: OtherBot) =>
  house.control('PUT', '/telegram/bots', { ...bot, forCustomers: true })

/** Gives the token below the question for it, and confirms what the bot says that it found. */
export async function givesToken(house: House, question: ChatMessage, { token, firstName }: OtherBot) {
  await house.staffWrites(house.owner, token, question)
  const found = await eventually('the bot shows what the token opens', () =>
    house
      .botSays(house.owner)
      .findLast(({ text, id }) => id > question.id && plain(text).includes(`${firstName} ·`)),
  )
  await pressLabelled(house, found, firstName)
}

/** Connects a bot as an owner does it: /connect, the network, the token, the name. */
export async function connectBot(house: House, bot: OtherBot): Promise<void> {
  const before = house.botSays(house.owner).length
  await house.staffWrites(house.owner, '/connect')
  const choice = await eventually('the networks are offered', () =>
    house
      .botSays(house.owner)
      .slice(before)
      .find(({ buttons }) => buttons?.flat().some(({ text }) => text === 'Telegram')),
  )
  await pressLabelled(house, choice, 'Telegram')
  await givesToken(house, await house.shown(house.owner, 'Copy the token (digits'), bot)
  await house.shown(house.owner, `${bot.firstName} is connected`)
}

/** A customer writes to that bot. */
export async function writesToBot(house: House, customer: Telegrammer, text: string, bot: OtherBot) {
  house.say(text)
  await house.control('POST', `/telegram/customers/${customer.id}/messages`, {
    text,
    to: `bot:${bot.username}`,
  })
}

/** What that bot has sent to a customer, oldest first. */
export function sentByBot(house: House, customer: Telegrammer, bot: OtherBot): string[] {
  const all = house.sandbox.telegram.customers() as {
    id: number
    chats: { key: string; messages: ChatMessage[] }[]
  }[]
  const chat = all
    .find(({ id }) => id === customer.id)
    ?.chats.find(({ key }) => key === `bot:${bot.username}`)
  return (chat?.messages ?? []).filter(({ from }) => from.id !== customer.id).map(({ text = '' }) => text)
}

async function pressLabelled(house: House, message: ChatMessage, label: string): Promise<void> {
  const data = message.buttons?.flat().find(({ text }) => plain(text).includes(label))?.callbackData
  if (!data) throw new Error(`Message ${message.id} has no button "${label}".`)
  await house.press(house.owner, message, data)
}
