import { afterEach, beforeEach, expect, test } from 'vitest'
import { leadId, makeLead, messageId } from '../testing/make-lead.ts'
import { openChat } from '../testing/open-chat.ts'

const topicKey = `topic:${leadId}`
/** Number of the lead's topic in the private chat, and of one that the member has made himself. */
const [thread, other] = [900, 950]

let chat: Awaited<ReturnType<typeof openChat>>
beforeEach(async () => {
  chat = await openChat('agent', {
    findTopicLead: ({ thread: asked }: { thread: number }) => (asked === thread ? leadId : null),
    findLead: ({ leadId: id }: { leadId: string }) => makeLead({ id, number: id === leadId ? 12 : 13 }),
    findPost: () => null,
    markSeen: () => undefined,
    queueReply: () => ({ messageId: leadId, messageIds: [leadId] }),
    addNote: () => ({ noteId: leadId }),
  })
})
afterEach(() => chat.close())

const inTopic = (topic: number) => ({ message_thread_id: topic, is_topic_message: true })
const write = (text: string, topic = thread, part: object = {}) =>
  chat.send({
    text,
    ...(text.startsWith('/')
      ? { entities: [{ type: 'bot_command', offset: 0, length: text.split(' ')[0]?.length }] }
      : {}),
    ...inTopic(topic),
    ...part,
  })
const done = (name: string) => chat.done().filter((one) => one.name === name)

test('what is written in a lead’s topic answers its customer, with Telegram’s word of what it is below or without', async () => {
  await write('Yes, we do')
  const root = {
    message_id: thread,
    date: 1,
    chat: { id: 702, type: 'private' },
    forum_topic_created: { name: 'x' },
  }
  await write('Until ten', thread, { reply_to_message: root })
  await chat.send({
    photo: [{ file_id: 'p', file_unique_id: 'u', width: 1, height: 1, file_size: 9 }],
    ...inTopic(thread),
  })
  expect(done('queueReply').map(({ input }) => input)).toMatchObject([
    { leadId, body: 'Yes, we do' },
    { leadId, body: 'Until ten' },
    { leadId, content: { kind: 'files' } },
  ])
})

test('a note stays with the team, and a sign says so', async () => {
  await write('// a friend of Ben')
  expect(done('addNote')).toMatchObject([{ input: { leadId, body: 'a friend of Ben' } }])
  expect(done('queueReply')).toEqual([])
  expect(chat.last()?.content).toMatchObject({ method: 'react', emoji: '✍' })
})

test('a command is answered in the topic where it was given', async () => {
  await write('/help')
  expect(chat.last()).toMatchObject({ topicKey, chat: { kind: 'private' } })
  await write('/help', other)
  expect(chat.last()?.topicKey).toBeUndefined()
  expect(chat.last()?.content).toMatchObject({ thread: other })
})

test('in a topic that the member has made himself nothing is for a customer, and he is told so there', async () => {
  await write('Hello?', other)
  expect(done('queueReply')).toEqual([])
  expect(chat.last()?.content).toMatchObject({ thread: other })
})

test('another lead is opened in the chat itself and not in the topic of the first', async () => {
  chat.answers.listInbox = () => ({
    leads: [makeLead({ id: messageId, number: 13 })],
  })
  await chat.hear({
    callback_query: {
      id: '1',
      from: { id: 702, is_bot: false, first_name: 'Amina', language_code: 'en' },
      chat_instance: 'c',
      data: 'next:AaIaTm4odHCgDCs7e9ek9w',
      message: {
        message_id: 40,
        date: 1,
        chat: { id: 702, type: 'private' },
        from: { id: 4200, is_bot: true, first_name: 'Desk' },
        text: 'card',
        ...inTopic(thread),
      },
    },
  })
  const card = chat.posts().find(({ key }) => key.startsWith(`card:${messageId}`))
  expect(card).toMatchObject({ leadId: messageId })
  expect(card?.topicKey).toBeUndefined()
})

test('in the middle of a wizard, what is written in a lead’s topic is for that lead', async () => {
  await chat.write('/new')
  expect(chat.last()?.content).toMatchObject({ purpose: 'wizard' })
  await write('We are open')
  expect(done('queueReply')).toMatchObject([{ input: { leadId, body: 'We are open' } }])
})
