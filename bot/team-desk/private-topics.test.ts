import { expect, it } from 'vitest'
import { createFakeDesk } from '../testing/fake-desk.ts'
import { leadId, makeLead, makeMember, messageId } from '../testing/make-lead.ts'
import { makeMessage } from '../testing/make-message.ts'
import { openListener } from '../testing/open-listener.ts'

const boss = makeMember('01', { role: 'owner' })
const amina = makeMember('02', { leadTopics: true })
const topicKey = `topic:${leadId}`
const cardKey = `card:${leadId}:topic`
const ownedBy = ({ id, name }: typeof boss, changes: object = {}) =>
  makeLead({ owner: { id, name }, ...changes })
const topicNamed = (name: string) => () => [
  {
    chatId: '702',
    thread: 900,
    postId: '1',
    content: { method: 'topic', name, color: 9367192, closed: false },
  },
]
const named = '🆕 Maria · WhatsApp · #12'

function open(answers: Record<string, (input: never) => unknown> = {}) {
  const fake = createFakeDesk({
    findLead: () => ownedBy(amina),
    listMembers: () => [boss, amina],
    listNewestPosts: () => [],
    findWaysToAnswer: () => ({ conversations: [], openings: [] }),
    readMessage: () => makeMessage(),
    ...answers,
  })
  const { tell } = openListener(fake)
  const shown = () => fake.posts().map(({ chat, key }) => `${chat.id} ${key}`)
  const post = (key: string) => fake.posts().find((one) => one.key === key)
  return { tell, shown, post }
}
const received = { leadId, messageId, conversationId: messageId, opensLead: false }
const claimed = { leadId, ownerId: amina.id, previousOwnerId: null }

it('tells the owner of a lead in its topic of his chat, which is made with its pinned card', async () => {
  const { tell, shown, post } = open()
  await tell('message.received', received)
  expect(shown()).toEqual([
    `702 ${topicKey}`,
    `702 ${cardKey}`,
    `702 pin:${leadId}`,
    `702 message:${messageId}`,
  ])
  expect(post(topicKey)?.content).toMatchObject({ method: 'topic', name: named, closed: false })
  expect(post(cardKey)).toMatchObject({ topicKey, standing: true, chat: { kind: 'private' } })
  expect(post(`message:${messageId}`)).toMatchObject({ topicKey, content: { html: 'Are you open?' } })
})

it.each([
  ['nobody’s', makeLead(), ['701', '702']],
  ['somebody’s who wants no topics', ownedBy(boss), ['701']],
])('shows in the chat itself what is %s', async (_whose, lead, chats) => {
  const { tell, shown, post } = open({ findLead: () => lead })
  await tell('message.received', received)
  expect(shown()).toEqual(chats.flatMap((chat) => [`${chat} card:${leadId}`, `${chat} message:${messageId}`]))
  expect(post(`message:${messageId}`)?.topicKey).toBeUndefined()
})

it('makes no topic in private chats while the team works in those of its group', async () => {
  const desk = { chatId: '-1001', title: 'Team', plane: 'group', state: 'active', reason: null, version: 1 }
  const { tell, shown } = open({ readTeamDesk: () => ({ ...desk, language: 'en' }) })
  await tell('message.received', received)
  expect(shown().filter((one) => one.startsWith('702'))).toEqual([])
})

it('opens the topic of a lead that is claimed, without a sound, and changes the card that was there before', async () => {
  const { tell, shown, post } = open({ listNewestPosts: () => [{ chatId: '702', key: `card:${leadId}` }] })
  await tell('lead.claimed', claimed)
  expect(shown()).toEqual(['702 change:e1', `702 ${topicKey}`, `702 ${cardKey}`, `702 pin:${leadId}`])
  expect(post('change:e1')).toMatchObject({ targetKey: `card:${leadId}` })
  expect(post('change:e1')?.topicKey).toBeUndefined()
  expect(post(cardKey)?.content).toMatchObject({ silent: true })
})

it('says by its name that a topic’s lead is handled, since it cannot be closed', async () => {
  const { tell, post } = open({
    findLead: () => ownedBy(amina, { handled: true }),
    findTopics: topicNamed(named),
  })
  await tell('lead.handling-changed', { leadId, handled: true, byId: amina.id })
  expect(post('name:e1')).toMatchObject({
    targetKey: topicKey,
    content: { name: '✔️ Maria · WhatsApp · #12', closed: false },
  })
  expect(post('change:e1:topic')).toMatchObject({ targetKey: cardKey, topicKey })
})

it('says so in the topic when the lead is somebody else’s, and leaves its number alone to whoever may not see it', async () => {
  const moved = { leadId, ownerId: boss.id, previousOwnerId: amina.id, byId: boss.id, reason: 'hand' }
  const sees = open({ findLead: () => ownedBy(boss), findTopics: topicNamed(named) })
  await sees.tell('lead.assigned', moved)
  expect(sees.post('name:e1')?.content).toMatchObject({ name: '👉 Maria · WhatsApp · #12' })
  expect(sees.post('change:e1:topic')?.content).toMatchObject({ onlyIfThere: true })
  const own = { ...amina, sees: { ownerIds: [amina.id], unclaimed: false } }
  const blind = open({
    findLead: () => ownedBy(boss),
    findTopics: topicNamed(named),
    listMembers: () => [boss, own],
  })
  await blind.tell('lead.assigned', moved)
  expect(blind.post('name:e1')).toMatchObject({ withdraws: true, content: { name: '👉 #12' } })
  expect(blind.post('change:e1:topic')).toMatchObject({ withdraws: true, content: { onlyIfThere: true } })
  expect(blind.post('change:e1:topic')?.content.html).not.toContain('Maria')
})

it('tells a member once why there are no topics', async () => {
  const { tell, post } = open()
  await tell('member.topics-refused', { memberId: amina.id, reason: '400: <the chat is not a forum>' })
  expect(post('topics-refused:e1')).toMatchObject({ chat: { id: '702' } })
  expect(String(post('topics-refused:e1')?.content.html)).toContain('&lt;the chat is not a forum&gt;')
})
