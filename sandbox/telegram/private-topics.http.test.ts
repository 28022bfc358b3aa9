import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStand, type Stand, token } from './testing/open-stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await openStand()
  await stand.write('/start')
})
afterAll(() => stand.close())

const threadedMode = (topics: boolean, more: object = {}) =>
  stand.control('PUT', '/telegram/bots', { token, username: 'desk_bot', firstName: 'Desk', topics, ...more })
const create = (name: string) => stand.api('createForumTopic', { chat_id: stand.ana, name })
const send = (message_thread_id?: unknown) =>
  stand.api('sendMessage', { chat_id: stand.ana, text: 'card', message_thread_id })
const topicsPath = () => `/staff/${stand.ana}/chats/bot:desk_bot/topics`
const shownTopics = async () => {
  const staff = (await stand.control('GET', '/staff')).body as unknown as {
    chats: { topics?: { id: number; name: string }[] }[]
  }[]
  return staff[0]?.chats[0]?.topics?.map(({ name }) => name)
}

it('a private chat has no topics unless the bot has them', async () => {
  expect((await stand.api('getMe')).result).toMatchObject({ has_topics_enabled: false })
  expect((await create('Lina')).description).toBe('Bad Request: the chat is not a forum')
  expect((await send(5)).description).toBe('Bad Request: message thread not found')
  expect((await stand.control('POST', topicsPath(), { name: 'x' })).status).toBe(409)
  expect(await shownTopics()).toBeUndefined()
})

it('with topics the bot makes, names, pins in and deletes them, and never closes one', async () => {
  await threadedMode(true)
  expect((await stand.api('getMe')).result).toMatchObject({
    has_topics_enabled: true,
    allows_users_to_create_topics: true,
  })
  await stand.updates()
  const topic = Number((await create('Lina')).result.message_thread_id)
  const place = { chat_id: stand.ana, message_thread_id: topic }
  const card = (await send(topic)).result
  expect(card).toMatchObject({ message_thread_id: topic, is_topic_message: true })
  expect(card.message_id).not.toBe(topic)
  expect((await stand.api('editForumTopic', { ...place, name: 'Lina, claimed' })).ok).toBe(true)
  expect((await stand.api('pinChatMessage', { chat_id: stand.ana, message_id: card.message_id })).ok).toBe(
    true,
  )
  expect((await stand.api('closeForumTopic', place)).description).toBe('Bad Request: the chat is not a forum')
  expect(await shownTopics()).toEqual(['General', 'Lina, claimed'])
  await stand.write('in the topic', { topicId: topic })
  await stand.write('beside it')
  const [created, , , inside, beside] = await stand.updates()
  expect(created?.message).toMatchObject({ message_id: topic, forum_topic_created: { name: 'Lina' } })
  expect(inside?.message).toMatchObject({ message_thread_id: topic, is_topic_message: true })
  expect(beside?.message).not.toHaveProperty('message_thread_id')
  expect((await stand.api('deleteForumTopic', place)).ok).toBe(true)
  expect((await send(topic)).description).toBe('Bad Request: message thread not found')
})

it('a person makes and deletes topics where the bot lets people', async () => {
  const made = await stand.control('POST', topicsPath(), { name: 'Mine' })
  expect(made.status).toBe(201)
  const path = `${topicsPath()}/${String(made.body.id)}`
  expect((await stand.control('PATCH', path, { closed: true })).status).toBe(409)
  await threadedMode(true, { userTopics: false })
  expect((await stand.control('DELETE', path)).status).toBe(403)
  await threadedMode(true)
  expect((await stand.control('DELETE', path)).status).toBe(204)
})

it('a bot that has topics no more cannot write into those that there are', async () => {
  const topic = (await create('Lina')).result.message_thread_id
  await threadedMode(false)
  expect((await send(topic)).description).toBe('Bad Request: message thread not found')
  expect((await create('Ben')).description).toBe('Bad Request: the chat is not a forum')
  expect((await send()).ok).toBe(true)
})
