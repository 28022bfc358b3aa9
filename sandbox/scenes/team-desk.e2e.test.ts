import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'

let house: House
let amina: House['owner']
let group: number

beforeAll(async () => {
  house = await openHouse()
  amina = await house.hires('Amina', 'agent')
}, 60_000)
afterAll(() => house?.close())

test('an owner chooses a group; leads are topics there, and all that is written goes both ways', async () => {
  await house.staffWrites(house.owner, '/desk')
  const question = await house.shown(house.owner, 'A group for the team')
  group = await house.sharesGroup(house.owner, question, { title: 'Atlas desk' })
  await house.topicShown(group, 'Lobby')
  await house.joinsGroup(amina, group)

  const customer = await house.customer('Noor')
  await house.customerWrites(customer, 'Do you have a sauna?')
  const topic = await house.topicShown(group, 'Noor')
  expect(topic.name).toContain('WhatsApp')
  await house.shownInGroup(group, 'Do you have a sauna?', topic.id)
  const claimCard = await eventually('the lobby has a claim card', () =>
    house.groupMessages(group).find(({ text, topicId }) => topicId !== topic.id && text?.includes('Noor')),
  )

  await house.pressesInGroup(amina, group, claimCard, 'claim')
  await house.shownInGroup(group, 'Amina has it')

  const answer = await house.writesInGroup(amina, group, 'Yes, until ten.', { topicId: topic.id })
  await house.receives(customer, 'Yes, until ten.')
  await house.writesInGroup(amina, group, '// a friend of Ben', { topicId: topic.id })
  await house.customerWrites(customer, 'Wonderful!')
  await house.shownInGroup(group, 'Wonderful!', topic.id)
  await eventually('the answer is signed', () =>
    house
      .groupMessages(group, topic.id)
      .find(({ id, reactions }) => id === answer.id && (reactions ?? []).length > 0),
  )
  expect(house.received(customer).map(({ text }) => text)).not.toContain('a friend of Ben')

  // Somebody deletes the topic: the next message makes it again, with its card.
  await house.deletesTopic(house.owner, group, topic.id)
  await house.customerWrites(customer, 'One more question')
  const healed = await eventually('the topic is made again', () =>
    house.groupOf(group)?.topics?.find(({ id, name }) => id !== topic.id && name.includes('Noor')),
  )
  await house.shownInGroup(group, 'One more question', healed.id)
  await house.shownInGroup(group, 'Do you have a sauna?', healed.id)

  // Closing the topic puts the lead away; a new message opens it.
  await house.changesTopic(house.owner, group, healed.id, { closed: true })
  await house.shownInGroup(group, 'Handled', healed.id)
  await house.customerWrites(customer, 'And a pool?')
  await eventually('the topic is open again', () =>
    house.groupOf(group)?.topics?.some(({ id, closed }) => id === healed.id && !closed),
  )

  // The bot is thrown out: the owner learns it, and nothing is lost.
  await house.changesBot(group, { status: 'kicked' })
  await house.shown(house.owner, 'I cannot use the team’s group any more')
  await house.customerWrites(customer, 'Hello again')
  await house.shown(amina, 'Hello again')

  // It comes back: the group goes on.
  await house.addsBot(group, {
    rights: { can_manage_topics: true, can_pin_messages: true, can_delete_messages: true },
  })
  await house.shown(house.owner, 'works again')
  await house.customerWrites(customer, 'Back in the group?')
  await house.shownInGroup(group, 'Back in the group?', healed.id)
}, 60_000)

test('whoever is not known to answer is refused, and told how to be', async () => {
  const customer = await house.customer('Idris')
  await house.customerWrites(customer, 'Any news?')
  const topic = await house.topicShown(group, 'Idris')
  await house.changesMember(group, house.owner, { anonymous: true })
  await house.writesInGroup(house.owner, group, 'From nobody', { topicId: topic.id })
  await house.shownInGroup(group, 'Remain anonymous', topic.id)
  await house.changesMember(group, house.owner, { anonymous: false })
  const stranger = await house.newPerson('Eve', 'en')
  await house.joinsGroup(stranger, group)
  await house.writesInGroup(stranger, group, 'From a stranger', { topicId: topic.id })
  await house.shownInGroup(group, 'Only people on the team', topic.id)
  await house.writesInGroup(house.owner, group, 'From the owner', { topicId: topic.id })
  await house.receives(customer, 'From the owner')
  expect(house.received(customer).map(({ text }) => text)).toEqual(['From the owner'])
}, 60_000)

test('with work in private chats the group is only where leads are claimed', async () => {
  await house.staffWrites(house.owner, '/desk')
  const status = await house.shown(house.owner, 'The group works')
  await house.press(house.owner, status, 'desk-plane:lobby')
  const customer = await house.customer('Zara')
  await house.customerWrites(customer, 'Prices please')
  await house.customerWrites(customer, 'And opening hours')
  const claimCard = await house.shownInGroup(group, 'Zara')
  await house.pressesInGroup(amina, group, claimCard, 'claim')
  const card = await house.shown(amina, 'Prices please')
  await house.shown(amina, 'And opening hours')
  await house.staffWrites(amina, 'Ten a month', card)
  await house.receives(customer, 'Ten a month')
  await house.quiet()
  expect(house.groupOf(group)?.topics?.some(({ name }) => name.includes('Zara'))).toBe(false)
  expect(house.chatOf(house.owner).some(({ text }) => text?.includes('Prices please'))).toBe(false)
}, 60_000)
