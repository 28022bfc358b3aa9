import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import type { ChatMessage } from './testing/staff-side.ts'
import { world } from './testing/world.ts'

let house: House
let amina: House['owner']
/** Amina's private chat with the bot: as a chat with topics it goes by her own number. */
let chat: number

beforeAll(async () => {
  house = await openHouse()
  amina = await house.hires('Amina', 'agent')
  chat = amina.id
}, 60_000)
afterAll(() => house?.close())

const threadedMode = (topics: boolean) => house.control('PUT', '/telegram/bots', { ...world.bot, topics })

/** The settings as they are shown now, asked for anew. */
async function settings(): Promise<ChatMessage> {
  const before = house.chatOf(amina).length
  await house.staffWrites(amina, '/settings')
  return eventually('the settings are shown', () =>
    house
      .chatOf(amina)
      .slice(before)
      .find(({ text }) => text?.includes('Settings')),
  )
}
const buttons = ({ buttons: rows = [] }: ChatMessage) => rows.flat().map(({ callbackData }) => callbackData)

test('without topics in Telegram there is nothing to choose', async () => {
  expect(buttons(await settings())).not.toContain('lead-topics:on')
})

test('each own lead is a topic of the private chat, and all that is written goes both ways', async () => {
  await threadedMode(true)
  await house.press(amina, await settings(), 'lead-topics:on')
  await house.shown(amina, 'each in a topic of this chat')

  const customer = await house.customer('Noor')
  await house.customerWrites(customer, 'Do you have a sauna?')
  const card = await house.shown(amina, 'Do you have a sauna?')
  expect(card.topicId).toBeUndefined()
  await house.press(amina, card, 'claim')
  const topic = await house.topicShown(chat, 'Noor')
  const pinned = await house.shownInGroup(chat, 'Do you have a sauna?', topic.id)

  await house.customerWrites(customer, 'And a pool?')
  await house.shownInGroup(chat, 'And a pool?', topic.id)
  const answer = await house.writesInGroup(amina, chat, 'Both, until ten.', { topicId: topic.id })
  await house.receives(customer, 'Both, until ten.')
  await eventually('the answer is signed', () =>
    house.groupMessages(chat, topic.id).find(({ id, reactions }) => id === answer.id && reactions.length > 0),
  )
  await house.writesInGroup(amina, chat, '// a friend of Ben', { topicId: topic.id })
  // The note changes the card, and would turn its page back.
  await house.quiet()
  await house.pressesInGroup(amina, chat, pinned, 'more')
  await house.pressesInGroup(amina, chat, pinned, 'handled')
  await house.topicShown(chat, '✔️ Noor')
  await house.customerWrites(customer, 'Wonderful!')
  await house.topicShown(chat, '💬 Noor')
  await house.quiet()
  expect(house.received(customer).map(({ text }) => text)).toEqual(['Both, until ten.'])
  // Nobody else's lead has come into a topic, and of this one nothing beside it since it is hers.
  const beside = house.groupMessages(chat, 1).filter(({ text }) => text?.includes('pool'))
  expect(beside).toEqual([])
  expect(house.groupOf(house.owner.id)?.topics).toHaveLength(1)

  // She deletes the topic: the next message makes it again, with its card.
  await house.deletesTopic(amina, chat, topic.id)
  await house.customerWrites(customer, 'One more question')
  const healed = await eventually('the topic is made again', () =>
    house.groupOf(chat)?.topics?.find(({ id, name }) => id !== topic.id && name.includes('Noor')),
  )
  await house.shownInGroup(chat, 'One more question', healed.id)
  await house.shownInGroup(chat, 'Noor', healed.id)

  // She wants the plain chat again.
  await house.press(amina, await settings(), 'lead-topics:off')
  await house.customerWrites(customer, 'Are you open on Sunday?')
  const plain = await house.shown(amina, 'Are you open on Sunday?')
  expect(plain.topicId).toBeUndefined()
  await house.staffWrites(amina, 'From nine to one.', plain)
  await house.receives(customer, 'From nine to one.')
}, 60_000)

test('when Telegram makes no topics any more, all comes to the plain chat, and that is said once', async () => {
  await house.press(amina, await settings(), 'lead-topics:on')
  const customer = await house.customer('Idris')
  await house.customerWrites(customer, 'Any news?')
  await house.press(amina, await house.shown(amina, 'Any news?'), 'claim')
  await house.topicShown(chat, 'Idris')
  await house.quiet()
  await threadedMode(false)
  await house.customerWrites(customer, 'Hello again')
  await house.customerWrites(customer, 'And again')
  const told = await house.shown(amina, 'And again')
  expect(told.topicId).toBeUndefined()
  await house.shown(amina, 'Hello again')
  await house.shown(amina, 'Your leads come to this chat itself again')
  await house.quiet()
  const said = house.chatOf(amina).filter(({ text }) => text?.includes('Your leads come to this chat itself'))
  expect(said).toHaveLength(1)
  await house.staffWrites(amina, 'Nothing yet', told)
  await house.receives(customer, 'Nothing yet')
  // Asked for once more, the lead has a topic again, with its card.
  await threadedMode(true)
  await house.press(amina, await settings(), 'lead-topics:on')
  await house.customerWrites(customer, 'Third time')
  const again = await eventually('it is in a topic', () =>
    house
      .groupMessages(chat)
      .find(({ text, topicId }) => text?.includes('Third time') && topicId !== undefined),
  )
  await house.shownInGroup(chat, 'Any news?', again.topicId)
}, 60_000)
