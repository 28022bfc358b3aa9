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
  testMessenger(telegram.apiRoot).show(makePost(content, { chatId: '-1001', ...more }))
const topic = { method: 'topic', name: '🆕 Maria', color: 9367192, closed: false }
const send = (html: string, more: object = {}) => ({ method: 'send', html, ...more })

it('makes a topic once, and tells its number', async () => {
  expect(await show(topic)).toEqual({ outcome: 'shown', externalId: 900 })
  expect(telegram.of('createForumTopic')).toEqual([
    { chat_id: '-1001', name: '🆕 Maria', icon_color: 9367192 },
  ])
})

it('changes of a topic only what is different, also when somebody did it by hand', async () => {
  const place = { target: 900, shown: topic }
  await show({ ...topic, name: '💬 Maria' }, place)
  telegram.on('closeForumTopic', () => refusal(400, 'Bad Request: TOPIC_NOT_MODIFIED'))
  expect(await show({ ...topic, closed: true }, place)).toEqual({ outcome: 'shown' })
  await show(topic, { target: 900, shown: { ...topic, closed: true } })
  expect(telegram.calls.map(({ method }) => method)).toEqual([
    'editForumTopic',
    'closeForumTopic',
    'reopenForumTopic',
  ])
})

it('names a topic anew where what is kept of it is new already', async () => {
  await show({ ...topic, renamed: true }, { target: 900, shown: topic })
  expect(telegram.calls.map(({ method }) => method)).toEqual(['editForumTopic'])
})

it('opens a topic that somebody has closed by hand, though it was last shown as open', async () => {
  await show({ ...topic, turned: true }, { target: 900, shown: topic })
  expect(telegram.calls.map(({ method }) => method)).toEqual(['reopenForumTopic'])
})

it('writes into the topic, files too, and pins without a sound', async () => {
  await show(send('Hi'), { topic: 900, replyTo: 5 })
  expect(telegram.of('sendMessage')[0]).toMatchObject({
    message_thread_id: 900,
    reply_parameters: { message_id: 5 },
  })
  const attachmentId = '01a2b3c4-0000-7000-8000-00000000000f'
  await show({ method: 'file', attachmentId, manner: 'voice', fileName: 'v.ogg' }, { topic: 900 })
  expect(telegram.of('sendVoice')[0]).toMatchObject({ message_thread_id: '900' })
  await show({ method: 'pin' }, { target: 901 })
  expect(telegram.of('pinChatMessage')[0]).toMatchObject({ message_id: 901, disable_notification: true })
})

it('shows several posts as one message that says so, and each change of one with the others', async () => {
  const fold = { of: 'leads', language: 'en' }
  const faces = ['Maria', 'Ben'].map((name) =>
    send(name, { fold, buttons: [[{ text: name, data: `claim:${name}` }]] }),
  )
  await show(faces[0] ?? {}, { topic: 900, together: faces })
  const sent = telegram.of('sendMessage')[0]
  expect(String(sent?.text).replace(/[\u2068\u2069]/g, '')).toBe(
    '<i>2 leads to claim, together because there are many at once</i>\n\nMaria\n\nBen',
  )
  expect(sent?.reply_markup).toMatchObject({ inline_keyboard: [[{ text: 'Maria' }], [{ text: 'Ben' }]] })
  const change = { method: 'edit', html: 'Maria has gone', fold }
  await show(change, { target: 7, together: [change, faces[1] ?? {}] })
  const edited = telegram.of('editMessageText')[0]
  expect(String(edited?.text)).toContain('Maria has gone\n\nBen')
  expect(edited?.reply_markup).toEqual({ inline_keyboard: [[{ text: 'Ben', callback_data: 'claim:Ben' }]] })
})

it('opens the answer field of the one who is named, and asks for a forum with just the rights it needs', async () => {
  await show(send('Amina: a note?', { ask: 'Note' }), { topic: 900 })
  expect(telegram.of('sendMessage')[0]?.reply_markup).toMatchObject({ force_reply: true, selective: true })
  await show(send('Which group?', { chooseGroup: 'Choose' }), { chatId: '701' })
  expect(telegram.of('sendMessage')[1]?.reply_markup).toMatchObject({
    keyboard: [
      [
        {
          request_chat: {
            chat_is_forum: true,
            bot_administrator_rights: {
              can_manage_topics: true,
              can_pin_messages: true,
              can_delete_messages: true,
            },
          },
        },
      ],
    ],
  })
})

it('tells a deleted topic from a topic that need not be made for its new name', async () => {
  telegram.on('sendMessage', () => refusal(400, 'Bad Request: message thread not found'))
  expect((await show(send('Hi'), { topic: 900 })).outcome).toBe('astray')
  telegram.on('editForumTopic', () => refusal(400, 'Bad Request: TOPIC_ID_INVALID'))
  expect((await show({ ...topic, name: 'x' }, { target: 900, shown: topic })).outcome).toBe('gone')
  telegram.on('createForumTopic', () => refusal(400, 'Bad Request: something new'))
  expect((await show(topic)).outcome).toBe('unreachable')
})

it('takes out what Telegram shows of a topic in a group whose topics are off, and takes the group for broken', async () => {
  const sentIn = (chat: object) => () => ({ body: { ok: true, result: { message_id: 5, chat } } })
  telegram.on('sendMessage', sentIn({ id: -1001, type: 'supergroup' }))
  expect(await show(send('Hi'), { topic: 900 })).toEqual({
    outcome: 'unreachable',
    reason: 'Telegram has shown it in a group that is not a forum',
  })
  expect(telegram.of('deleteMessages')).toEqual([{ chat_id: '-1001', message_ids: [5] }])
  telegram.on('sendMessage', sentIn({ id: -1001, type: 'supergroup', is_forum: true }))
  expect((await show(send('Hi'), { topic: 900 })).outcome).toBe('shown')
})
