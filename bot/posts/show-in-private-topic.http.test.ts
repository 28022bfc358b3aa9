import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Post } from '#core/posts/post.ts'
import { openFakeTelegram, refusal } from '../testing/open-fake-telegram.ts'
import { makePost, testMessenger } from '../testing/test-messenger.ts'

let telegram: Awaited<ReturnType<typeof openFakeTelegram>>
beforeEach(async () => {
  telegram = await openFakeTelegram()
})
afterEach(() => telegram.close())

const show = (content: Record<string, unknown>, more: Partial<Post> = {}) =>
  testMessenger(telegram.apiRoot).show(makePost(content, { chatId: '702', ...more }))
const topic = { method: 'topic', name: '🆕 Maria', color: 9367192, closed: false }
const send = (html: string, more: object = {}) => ({ method: 'send', html, ...more })
const edit = (html: string, more: object = {}) => ({ method: 'edit', html, ...more })
const attachmentId = '01a2b3c4-0000-7000-8000-00000000000f'
const voice = { method: 'file', attachmentId, manner: 'voice', fileName: 'v.ogg' }
const sentTo = (thread?: number) => () => ({
  body: { ok: true, result: { message_id: 5, ...(thread ? { message_thread_id: thread } : {}) } },
})

it('makes a topic and never asks to close it', async () => {
  expect(await show(topic)).toEqual({ outcome: 'shown', externalId: 900 })
  await show({ ...topic, name: '✔️ Maria', closed: true }, { target: 900, shown: topic })
  expect(telegram.calls.map(({ method }) => method)).toEqual(['createForumTopic', 'editForumTopic'])
})

it.each(['Bad Request: the chat is not a forum', 'Bad Request: something new'])(
  'knows a chat without topics by “%s”',
  async (description) => {
    telegram.on('createForumTopic', () => refusal(400, description))
    expect(await show(topic)).toMatchObject({ outcome: 'topicless' })
  },
)

it('knows it also by what is written into a topic; a change of what is there is just left out', async () => {
  const refused = () => refusal(400, 'Bad Request: the chat is not a forum')
  for (const method of ['sendMessage', 'editMessageText', 'editForumTopic']) telegram.on(method, refused)
  expect((await show(send('Hi'), { topic: 900 })).outcome).toBe('topicless')
  expect((await show(edit('Hi'), { topic: 900, target: 5 })).outcome).toBe('dropped')
  expect((await show({ ...topic, name: 'x' }, { target: 900, shown: topic })).outcome).toBe('dropped')
  // Whoever has blocked the bot is told nothing at all.
  telegram.on('createForumTopic', () => refusal(403, 'Forbidden: bot was blocked by the user'))
  expect((await show(topic)).outcome).toBe('unreachable')
})

it('takes out what Telegram has put beside the topic, so that it comes once', async () => {
  telegram.on('sendMessage', sentTo())
  telegram.on('sendVoice', sentTo(7))
  expect((await show(send('Hi'), { topic: 900 })).outcome).toBe('astray')
  expect((await show(voice, { topic: 900 })).outcome).toBe('astray')
  expect(telegram.of('deleteMessages')).toEqual([
    { chat_id: '702', message_ids: [5] },
    { chat_id: '702', message_ids: [5] },
  ])
  telegram.on('sendMessage', sentTo(900))
  expect((await show(send('Hi'), { topic: 900 })).outcome).toBe('shown')
  telegram.on('deleteMessages', () => refusal(400, 'Bad Request: message can’t be deleted'))
  expect((await show(voice, { topic: 900 })).outcome).toBe('astray')
})

it('answers in a topic that the member has made, and in the chat where that is gone', async () => {
  telegram.on('sendMessage', ({ message_thread_id: thread }) =>
    thread === 55 ? refusal(400, 'Bad Request: message thread not found') : undefined,
  )
  expect((await show(send('Hi', { thread: 54 }))).outcome).toBe('shown')
  expect((await show(send('Hi', { thread: 55 }))).outcome).toBe('shown')
  expect(telegram.of('sendMessage').map(({ message_thread_id: thread }) => thread)).toEqual([
    54,
    55,
    undefined,
  ])
})

it('makes nothing again that is to be changed only where it is still there', async () => {
  telegram.on('editMessageText', () => refusal(400, 'Bad Request: message to edit not found'))
  expect((await show(edit('Gone', { onlyIfThere: true }), { topic: 900, target: 5 })).outcome).toBe('dropped')
  expect((await show(edit('Gone'), { topic: 900, target: 5 })).outcome).toBe('gone')
})

it('takes a refused pin for no more than that', async () => {
  telegram.on('pinChatMessage', () =>
    refusal(400, 'Bad Request: not enough rights to manage pinned messages'),
  )
  expect((await show({ method: 'pin' }, { target: 5 })).outcome).toBe('dropped')
})
