import { expect, it } from 'vitest'
import { createFakeDesk } from '../testing/fake-desk.ts'
import { leadId, makeLead, makeMember, messageId } from '../testing/make-lead.ts'
import { makeMessage } from '../testing/make-message.ts'
import { openListener } from '../testing/open-listener.ts'

const group = '-1001234567890'
const boss = makeMember('01', { role: 'owner' })
const amina = makeMember('02')
const topicKey = `topic:${leadId}`
const first = { body: 'Hello', sentAt: makeLead().firstMessage?.sentAt }
const owned = (changes: object = {}) => makeLead({ owner: { id: amina.id, name: amina.name }, ...changes })
const deskOf =
  (changes: object = {}) =>
  () => ({
    chatId: group,
    title: 'Team',
    plane: 'group',
    state: 'active',
    reason: null,
    version: 1,
    language: 'en',
    ...changes,
  })
/** The topic as it was asked for, with the name that `makeLead` has. */
const topicOf =
  (changes: object = {}, postId = '1') =>
  () => [
    {
      chatId: group,
      thread: 900,
      postId,
      content: {
        method: 'topic',
        name: '🆕 Maria · WhatsApp · #12',
        color: 9367192,
        closed: false,
        ...changes,
      },
    },
  ]

function open(answers: Record<string, (input: never) => unknown> = {}) {
  const fake = createFakeDesk({
    readTeamDesk: deskOf(),
    findLead: () => makeLead(),
    listMembers: () => [boss, amina],
    listNewestPosts: () => [],
    findWaysToAnswer: () => ({ conversations: [], openings: [] }),
    readMessage: () => makeMessage(),
    ...answers,
  })
  const { tell } = openListener(fake)
  const shown = () => fake.posts().map(({ chat, key }) => `${chat.id === group ? 'group' : chat.id} ${key}`)
  const post = (key: string) => fake.posts().find((one) => one.key === key)
  return { ...fake, tell, shown, post }
}
const received = { leadId, messageId, conversationId: messageId, opensLead: false }
const lobby = ['group topic:lobby', 'group welcome:lobby', 'group pin:lobby']

it('makes a topic, a pinned card and a claim card for a new lead, and tells nobody privately', async () => {
  const { tell, shown, post } = open({ readMessage: () => makeMessage(first) })
  await tell('message.received', { ...received, opensLead: true })
  expect(shown()).toEqual([
    `group ${topicKey}`,
    `group card:${leadId}`,
    `group pin:${leadId}`,
    ...lobby,
    `group lobby:${leadId}`,
  ])
  expect(post(topicKey)?.content).toEqual({
    method: 'topic',
    name: '🆕 Maria · WhatsApp · #12',
    color: 9367192,
    closed: false,
  })
  expect(post(`card:${leadId}`)).toMatchObject({ topicKey, standing: true, urgency: 1 })
  expect(post(`pin:${leadId}`)).toMatchObject({ targetKey: `card:${leadId}`, urgency: 3 })
  expect(post(`lobby:${leadId}`)).toMatchObject({ topicKey: 'topic:lobby', folds: true, urgency: 2 })
  expect(post(`lobby:${leadId}`)?.content.buttons).toMatchObject([[{ text: expect.stringContaining('#12') }]])
})

it('shows a later message in the topic as what was said, without the name that the topic has', async () => {
  const { tell, shown, post } = open({ findLead: () => owned(), findTopics: topicOf() })
  await tell('message.received', received)
  expect(shown()).toEqual([`group message:${messageId}`])
  expect(post(`message:${messageId}`)).toMatchObject({
    topicKey,
    folds: true,
    content: { html: 'Are you open?', messageId },
  })
  expect(post(`message:${messageId}`)?.replyToKey).toBeUndefined()
})

it('shows below which message of the topic a customer’s answer is: his own, or a member’s', async () => {
  const answered = { id: leadId, kind: 'text', body: 'We do', direction: 'outbound' }
  const messages: Record<string, object> = {
    [messageId]: makeMessage({ answered }),
    [leadId]: makeMessage({ id: leadId, origin: { account: '1', chat: group, message: 77 } }),
  }
  const answers = {
    findLead: () => owned(),
    findTopics: topicOf(),
    readMessage: ({ messageId: id }: { messageId: string }) => messages[id],
  }
  const toMember = open(answers)
  await toMember.tell('message.received', received)
  expect(toMember.post(`message:${messageId}`)).toMatchObject({
    folds: false,
    content: { replyTo: 77, html: 'Are you open?' },
  })
  const toCustomer = open({
    ...answers,
    listNewestPosts: ({ keyPrefix }: { keyPrefix: string }) =>
      keyPrefix === `message:${leadId}` ? [{ chatId: group, key: keyPrefix }] : [],
  })
  await toCustomer.tell('message.received', received)
  expect(toCustomer.post(`message:${messageId}`)).toMatchObject({ replyToKey: `message:${leadId}` })
})

it('changes name, card and claim card of a claimed lead, the name last of all', async () => {
  const { tell, posts } = open({
    findLead: () => owned({ status: 'contacted' }),
    findTopics: topicOf(),
    listNewestPosts: ({ keyPrefix }: { keyPrefix: string }) => [{ chatId: group, key: keyPrefix }],
  })
  await tell('lead.claimed', { leadId, ownerId: amina.id, previousOwnerId: null })
  expect(posts().map(({ targetKey, urgency }) => [targetKey, urgency])).toEqual([
    [`card:${leadId}`, 2],
    [topicKey, 4],
    [`lobby:${leadId}`, 2],
  ])
  expect(posts()[1]?.content.name).toBe('💬 Maria · WhatsApp · #12')
  expect(String(posts()[2]?.content.html)).toContain('Agent 02')
  expect(posts()[2]?.content.buttons).toMatchObject([[{ url: 'https://t.me/c/1234567890/900' }]])
})

it('never asks for a name that the topic has already', async () => {
  const { tell, posts } = open({ findLead: () => owned(), findTopics: topicOf() })
  await tell('lead.claimed', { leadId, ownerId: amina.id, previousOwnerId: null })
  expect(posts()).toEqual([])
})

it('closes the topic of a handled lead, and opens it before a new message', async () => {
  const closing = open({ findLead: () => owned({ handled: true }), findTopics: topicOf() })
  await closing.tell('lead.handling-changed', { leadId, handled: true, byId: amina.id })
  expect(closing.posts()).toMatchObject([{ targetKey: topicKey, content: { closed: true } }])
  const opening = open({ findLead: () => owned(), findTopics: topicOf({ closed: true }) })
  await opening.tell('message.received', received)
  expect(opening.posts()).toMatchObject([
    { targetKey: topicKey, urgency: 2, content: { closed: false } },
    { key: `message:${messageId}` },
  ])
})

it('opens a topic that was closed by hand when the customer has written meanwhile, though it is known to be open', async () => {
  const { tell, posts } = open({ findLead: () => owned(), findTopics: topicOf() })
  await tell('lead.handling-changed', { leadId, handled: false, byId: amina.id })
  expect(posts()).toMatchObject([
    { targetKey: topicKey, urgency: 2, content: { closed: false, turned: true } },
  ])
})

it('opens a topic as often as it was closed, also within the second that a network counts in', async () => {
  const keyAfter = async (postId: string) => {
    const { tell, posts } = open({ findLead: () => owned(), findTopics: topicOf({ closed: true }, postId) })
    await tell('message.received', received)
    return posts()[0]?.key
  }
  expect(await keyAfter('5')).not.toBe(await keyAfter('7'))
  expect(await keyAfter('5')).toBe(await keyAfter('5'))
})

it('opens the topic of a converted lead whose customer writes again, until he is answered', async () => {
  const closedAt = new Date('2026-11-20T09:30:00Z')
  const sentAt = new Date('2026-11-20T10:00:00Z')
  const said = { kind: 'text' as const, body: 'One more thing', sentAt }
  const converted = (direction: 'inbound' | 'outbound') =>
    owned({ status: 'converted', closedAt, lastMessage: { ...said, direction } })
  const asked = open({ findLead: () => converted('inbound'), findTopics: topicOf({ closed: true }) })
  await asked.tell('message.received', received)
  expect(asked.posts()[0]).toMatchObject({ targetKey: topicKey, content: { closed: false } })
  const answered = open({ findLead: () => converted('outbound'), findTopics: topicOf({ closed: false }) })
  await answered.tell('lead.handling-changed', { leadId, handled: true, byId: amina.id })
  expect(answered.posts()).toMatchObject([{ targetKey: topicKey, content: { closed: true } }])
})

it('signs and explains an answer where the member wrote it in the topic', async () => {
  const message = {
    authorId: amina.id,
    direction: 'outbound',
    origin: { account: '1', chat: group, message: 50 },
  }
  const sent = open({
    findLead: () => owned(),
    readMessage: () => makeMessage({ ...message, status: 'read' }),
  })
  await sent.tell('message.delivery-changed', { leadId, messageId, status: 'read' })
  expect(sent.posts()).toMatchObject([
    { chat: { id: group, kind: 'group' }, counted: false, urgency: 3, content: { emoji: '👀', message: 50 } },
  ])
  const failed = open({
    findLead: () => owned(),
    readMessage: () => makeMessage({ ...message, status: 'failed' }),
  })
  const failure = { code: '131026', title: 'Undeliverable' }
  await failed.tell('message.delivery-changed', { leadId, messageId, status: 'failed', failure })
  expect(failed.posts()).toMatchObject([{ chat: { id: group }, topicKey, content: { replyTo: 50 } }])
})

it('shows in the topic what was answered elsewhere, and not again what was written there', async () => {
  const sent = (chat: string) => () =>
    makeMessage({ authorId: amina.id, direction: 'outbound', origin: { account: '1', chat, message: 50 } })
  const elsewhere = open({ findLead: () => owned(), findTopics: topicOf(), readMessage: sent('702') })
  await elsewhere.tell('message.queued', { leadId, messageId, authorId: amina.id })
  expect(elsewhere.shown()).toEqual([`group queued:${messageId}`])
  const there = open({ findLead: () => owned(), findTopics: topicOf(), readMessage: sent(group) })
  await there.tell('message.queued', { leadId, messageId, authorId: amina.id })
  expect(there.posts()).toEqual([])
})

it('tells of a waiting lead in the lobby only, where leads are worked on privately, and then its owner alone', async () => {
  const free = open({ readTeamDesk: deskOf({ plane: 'lobby' }), readMessage: () => makeMessage(first) })
  await free.tell('message.received', { ...received, opensLead: true })
  expect(free.shown()).toEqual([...lobby, `group lobby:${leadId}`])
  expect(free.post(`lobby:${leadId}`)?.urgency).toBe(1)
  const taken = open({
    readTeamDesk: deskOf({ plane: 'lobby' }),
    findLead: () => owned(),
    listInboundMessages: () => [leadId, messageId],
    readMessage: ({ messageId: id }: { messageId: string }) =>
      id === leadId ? makeMessage({ ...first, id }) : makeMessage(),
  })
  await taken.tell('lead.claimed', { leadId, ownerId: amina.id, previousOwnerId: null })
  expect(taken.shown()).toEqual([`702 card:${leadId}`, `702 message:${messageId}`])
})

it('tells those who lead why the group is broken, once, and others privately what waited for it', async () => {
  const waiting = [
    { id: '1', key: topicKey, leadId, content: topicOf()()[0]?.content },
    { id: '2', key: `card:${leadId}`, leadId, content: { method: 'send', html: 'card' } },
    {
      id: '3',
      key: `message:${messageId}`,
      leadId,
      content: { method: 'send', html: 'Hi', messageId, replyTo: 9 },
    },
  ]
  const { tell, shown, post, posts } = open({
    readTeamDesk: deskOf({ state: 'broken', reason: 'no-rights' }),
    findLead: () => owned(),
    listWaitingPosts: () => waiting,
  })
  await tell('desk.broken', { chatId: group, reason: 'no-rights', version: 2 })
  expect(shown()).toEqual([`701 desk-broken:${group}:2`, `702 card:${leadId}`, `702 message:${messageId}`])
  expect(String(posts()[0]?.content.html)).toContain('manage topics')
  expect(posts()[0]?.content.buttons).toMatchObject([[{ data: `desk-check:${group}` }]])
  expect(post(`message:${messageId}`)).toMatchObject({
    replyToKey: `card:${leadId}`,
    content: { html: 'Hi', messageId },
  })
  expect(post(`message:${messageId}`)?.content.replyTo).toBeUndefined()
  await tell('message.received', { ...received, messageId: leadId })
  expect(shown().every((one) => !one.startsWith('group'))).toBe(true)
})

it('puts the claim cards of open leads right when the place of work changes: with links to topics where that is the place', async () => {
  const changed = async (plane: string, topics = topicOf()) => {
    const { tell, posts } = open({
      readTeamDesk: deskOf({ plane }),
      findTopics: topics,
      listLeadsShown: ({ keyPrefix, before }: { keyPrefix: string; before?: string }) =>
        keyPrefix === 'lobby:' && !before ? [leadId] : [],
      listNewestPosts: ({ keyPrefix }: { keyPrefix: string }) =>
        keyPrefix.startsWith('lobby:') ? [{ chatId: group, key: keyPrefix, inTopic: true }] : [],
    })
    await tell('desk.plane-changed', { chatId: group, plane, byId: boss.id })
    return posts()
  }
  const claim = { data: expect.stringContaining('claim:') }
  const link = { url: 'https://t.me/c/1234567890/900' }
  const changes = { targetKey: `lobby:${leadId}`, urgency: 4 }
  expect(await changed('group')).toMatchObject([{ ...changes, content: { buttons: [[claim, link]] } }])
  expect(await changed('lobby')).toMatchObject([{ ...changes, content: { buttons: [[claim]] } }])
  expect(await changed('group', () => [])).toMatchObject([{ ...changes, content: { buttons: [[claim]] } }])
})

it('makes the lobby when a group is chosen, and ends what waited for the one before', async () => {
  const { tell, shown, done } = open({ listWaitingPosts: () => [], endWaitingPosts: () => undefined })
  await tell('desk.connected', { chatId: group, previousChatId: '-1002', version: 3 })
  expect(shown()).toEqual([...lobby, `701 desk-connected:${group}:3`])
  expect(done()[0]).toMatchObject({ name: 'endWaitingPosts', input: { chatId: '-1002' } })
})

it('does not tell whoever chose the group, or had it looked at, a second time', async () => {
  const other = makeMember('03', { role: 'admin' })
  const { tell, shown } = open({ listMembers: () => [boss, amina, other], listWaitingPosts: () => [] })
  const chosen = { chatId: group, previousChatId: null, version: 1, byId: boss.id }
  await tell('desk.connected', chosen)
  expect(shown()).toEqual([...lobby, `703 desk-connected:${group}:1`])
  await tell('desk.mended', { ...chosen, version: 2 })
  const told = shown().filter((one) => !lobby.includes(one))
  expect(told).toEqual([`703 desk-connected:${group}:1`, `703 desk-mended:${group}:2`])
})
