import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import { buttonData, type Person, plain } from './testing/staff-side.ts'

let house: House
let karim: Person
let group: number

const rights = { can_manage_topics: true, can_pin_messages: true, can_delete_messages: true }

beforeAll(async () => {
  house = await openHouse()
  karim = await house.hires('Karimouche', 'agent')
  await house.staffWrites(house.owner, '/desk')
  const question = await house.shown(house.owner, 'A group for the team')
  group = await house.sharesGroup(house.owner, question, { title: 'Atlas desk' })
  await house.topicShown(group, 'Lobby')
  await house.joinsGroup(karim, group)
}, 60_000)
afterAll(() => house?.close())

/** What the owner is told from here on, in the order in which it comes. */
function ownerHears() {
  const known = house.botSays(house.owner).length
  return (words: string) =>
    eventually(`the owner is told "${words}"`, () =>
      house
        .botSays(house.owner)
        .slice(known)
        .find(({ text }) => plain(text).includes(words)),
    )
}

/** A new lead, told privately while the group cannot be used. */
async function isToldPrivately(name: string, words: string) {
  const customer = await house.customer(name)
  await house.customerWrites(customer, words)
  const card = await house.shown(karim, words)
  await house.staffWrites(karim, `an answer to ${name}`, card)
  await house.receives(customer, `an answer to ${name}`)
  return customer
}

test('a right that the bot loses is named to the owner; nothing is lost, and the group goes on when it is given back', async () => {
  const hears = ownerHears()
  await house.changesBot(group, { rights: { ...rights, can_manage_topics: false } })
  const told = await hears('I cannot use the team’s group any more')
  expect(plain(told.text)).toContain('manage topics')
  await isToldPrivately('Rechtlos Kundin', 'hello without rights')
  await house.changesBot(group, { rights })
  await hears('works again')
  // What waited for the group is shown there now.
  await house.topicShown(group, 'Rechtlos Kundin')
  await house.quiet()
  const ends = house.botSays(house.owner).filter(({ text }) => plain(text).includes('I cannot use'))
  expect(ends).toHaveLength(1)
})

test('topics that somebody switches off are noticed by the next news, explained with what to do, and mended with one press', async () => {
  const hears = ownerHears()
  expect(await house.changesGroup(group, { isForum: false })).toBe(group)
  const customer = await isToldPrivately('Themenlos Kunde', 'hello without topics')
  const told = await hears('I cannot use the team’s group any more')
  expect(plain(told.text)).toContain('The group has no topics')
  expect(plain(told.text)).toContain('switch on Topics')
  expect(buttonData(told, 'desk-check')).toBeDefined()
  // Pressed too early it says the same again.
  const early = await house.press(house.owner, told, 'desk-check')
  expect(early.text).toContain('still missing')
  await house.changesGroup(group, { isForum: true })
  // Who looks again is told there, and by no notice.
  const mended = await house.press(house.owner, told, 'desk-check')
  expect(mended.text).toContain('The group has all it needs')
  await house.customerWrites(customer, 'and now with topics')
  const topic = await house.topicShown(group, 'Themenlos Kunde')
  await house.shownInGroup(group, 'and now with topics', topic.id)
})

test('a group that Telegram gives another number is followed, and the owner learns why topics are made again', async () => {
  const customer = await house.customer('Umzug Kundin')
  await house.customerWrites(customer, 'before the move')
  await house.topicShown(group, 'Umzug Kundin')
  await house.quiet()
  const moved = await house.makesForum([house.owner, karim], 'Atlas desk', { botRights: rights })
  const hears = ownerHears()
  await house.rawUpdate({
    message: {
      message_id: 990_001,
      date: Math.floor(Date.now() / 1000),
      chat: { id: group, type: 'supergroup', title: 'Atlas desk', is_forum: true },
      from: { id: house.owner.id, is_bot: false, first_name: 'Nadia' },
      migrate_to_chat_id: moved,
    },
  })
  await hears('Telegram has moved')
  await house.customerWrites(customer, 'after the move')
  const topic = await house.topicShown(moved, 'Umzug Kundin')
  await house.shownInGroup(moved, 'after the move', topic.id)
  await house.writesInGroup(karim, moved, 'answered in the new place', { topicId: topic.id })
  await house.receives(customer, 'answered in the new place')
})
