import { afterAll, beforeAll, expect, test } from 'vitest'
import { botFather, connectBot, givesToken, sentByBot, writesToBot } from './testing/connect-bot.ts'
import { becomes, eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import { plain } from './testing/staff-side.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

const bakery = {
  token: '7300000009:SCENE-bakery-bot-token-0123456789abcdefgh',
  username: 'scene_bakery_bot',
  firstName: 'Harbour Bakery',
}
const revoked = { ...bakery, token: '7300000009:SCENE-bakery-bot-second-token-0123456789' }

const shownTo = (words: string) =>
  house.botSays(house.owner).filter(({ text }) => plain(text).includes(words)).length

test('a bot that is connected while the desk runs brings customers at once, and their answers go out', async () => {
  await botFather(house, bakery)
  await connectBot(house, bakery)
  const customer = await house.telegrammer('Ottilie Brotmann')
  await writesToBot(house, customer, 'do you have rye bread?', bakery)
  const card = await house.shown(house.owner, 'do you have rye bread?')
  await house.staffWrites(house.owner, 'yes, from seven on', card)
  await becomes(() => sentByBot(house, customer, bakery), ['yes, from seven on'])

  // BotFather gives the bot another token: the desk's is dead. Its owners are told once, and answers wait.
  await botFather(house, revoked)
  for (const words of ['first while dead', 'second while dead']) {
    await house.staffWrites(house.owner, words, card)
  }
  const alert = await house.shown(house.owner, 'has stopped.')
  await house.press(house.owner, alert, 'begin')
  const question = await eventually('the new token is asked for', () =>
    house.botSays(house.owner).findLast(({ text }) => plain(text).includes('A new token for')),
  )
  // The old token again: Telegram refuses it, and the question comes anew.
  await house.staffWrites(house.owner, bakery.token, question)
  await house.shown(house.owner, 'does not accept this token')
  const again = house.botSays(house.owner).findLast(({ text }) => plain(text).includes('A new token for'))
  if (!again) throw new Error('The question did not come again.')
  await givesToken(house, again, revoked)
  await becomes(
    () => sentByBot(house, customer, bakery),
    ['yes, from seven on', 'first while dead', 'second while dead'],
  )
  await writesToBot(house, customer, 'thank you so much', bakery)
  await house.shown(house.owner, 'thank you so much')
  await house.quiet()
  expect(sentByBot(house, customer, bakery)).toHaveLength(3)
  expect(shownTo('has stopped.')).toBe(1)
  expect(shownTo('sends again.')).toBe(1)

  // Neither token is to be read anywhere: not in the chat, not in a table, and, when the house closes, not in the log.
  for (const { token } of [bakery, revoked]) {
    expect(house.chatOf(house.owner).filter(({ text }) => text?.includes(token))).toEqual([])
    expect(await house.tablesWith(token)).toEqual([])
  }
})
