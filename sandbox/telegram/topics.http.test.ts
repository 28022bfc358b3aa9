import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStand, type Stand } from './testing/open-stand.ts'

let stand: Stand
let forum: number
beforeAll(async () => {
  stand = await openStand()
  forum = await stand.forum()
})
afterAll(() => stand.close())

const create = async (name: string) =>
  Number((await stand.api('createForumTopic', { chat_id: forum, name })).result.message_thread_id)

describe('a topic', () => {
  it('carries its messages, each with the root as reply_to_message unless it answers something', async () => {
    await stand.updates()
    const topic = await create('Lead 1')
    const sent = await stand.api('sendMessage', { chat_id: forum, message_thread_id: topic, text: 'card' })
    expect(sent.result).toMatchObject({
      message_thread_id: topic,
      is_topic_message: true,
      reply_to_message: { message_id: topic },
    })
    const path = `/staff/${stand.ana}/chats/${forum}/messages`
    await stand.control('POST', path, { text: 'plain', topicId: topic })
    await stand.control('POST', path, { text: 'answer', replyTo: sent.result.message_id })
    const [created, plain, answer] = await stand.updates()
    expect(created?.message).toMatchObject({ message_id: topic, forum_topic_created: { name: 'Lead 1' } })
    expect(plain?.message).toMatchObject({
      message_thread_id: topic,
      reply_to_message: { message_id: topic },
    })
    expect(answer?.message).toMatchObject({
      message_thread_id: topic,
      reply_to_message: { message_id: sent.result.message_id, text: 'card' },
    })
  })

  it('that was deleted takes no more messages', async () => {
    const topic = await create('Gone')
    await stand.control('DELETE', `/groups/${forum}/topics/${topic}`)
    const sent = await stand.api('sendMessage', { chat_id: forum, message_thread_id: topic, text: 'a' })
    expect(sent.description).toBe('Bad Request: message thread not found')
    const closed = await stand.api('closeForumTopic', { chat_id: forum, message_thread_id: topic })
    expect(closed.description).toBe('Bad Request: TOPIC_ID_INVALID')
  })

  it('is closed, opened and renamed once, not twice', async () => {
    const topic = await create('Lead 2')
    const call = async (method: string, more = {}) =>
      (await stand.api(method, { chat_id: forum, message_thread_id: topic, ...more })).description
    const unchanged = 'Bad Request: TOPIC_NOT_MODIFIED'
    expect(await call('editForumTopic', { name: 'Lead 2' })).toBe(unchanged)
    expect(await call('editForumTopic', { name: 'Lead 3' })).toBeUndefined()
    expect(await call('closeForumTopic')).toBeUndefined()
    expect(await call('closeForumTopic')).toBe(unchanged)
    expect(await call('reopenForumTopic')).toBeUndefined()
    expect(await call('reopenForumTopic')).toBe(unchanged)
  })

  it('that is closed takes messages of those who manage topics only', async () => {
    const topic = await create('Closed')
    const bo = (await stand.control('POST', '/staff', { firstName: 'Bo' })).body.id
    await stand.control('POST', `/groups/${forum}/members`, { id: bo })
    await stand.api('closeForumTopic', { chat_id: forum, message_thread_id: topic })
    const write = (person: unknown) =>
      stand.control('POST', `/staff/${person}/chats/${forum}/messages`, { text: 'a', topicId: topic })
    expect((await write(bo)).status).toBe(409)
    expect((await write(stand.ana)).status).toBe(201)
    const weak = await stand.forum({ can_manage_chat: true })
    const made = await stand.control('POST', `/staff/${stand.ana}/chats/${weak}/topics`, { name: 'Hers' })
    const path = `/staff/${stand.ana}/chats/${weak}/topics/${made.body.id}`
    await stand.control('PATCH', path, { closed: true })
    const sent = await stand.api('sendMessage', {
      chat_id: weak,
      message_thread_id: made.body.id,
      text: 'a',
    })
    expect(sent.description).toBe('Bad Request: TOPIC_CLOSED')
  })

  it('that people open, rename, close and delete tells the bot so, all but the deletion', async () => {
    const topics = `/staff/${stand.ana}/chats/${forum}/topics`
    await stand.updates()
    const made = await stand.control('POST', topics, { name: 'By hand', emoji: '5312241539987020022' })
    await stand.control('PATCH', `${topics}/${made.body.id}`, { name: 'Renamed' })
    await stand.control('PATCH', `${topics}/${made.body.id}`, { closed: true })
    await stand.control('PATCH', `${topics}/${made.body.id}`, { closed: false })
    await stand.control('DELETE', `${topics}/${made.body.id}`)
    const messages = (await stand.updates()).map((update) => update.message as Record<string, unknown>)
    expect(messages).toMatchObject([
      { forum_topic_created: { name: 'By hand', icon_custom_emoji_id: '5312241539987020022' } },
      { forum_topic_edited: { name: 'Renamed' }, message_thread_id: made.body.id, is_topic_message: true },
      { forum_topic_closed: {} },
      { forum_topic_reopened: {} },
    ])
  })

  it('keeps the message that opened it until it is deleted itself', async () => {
    const topic = await create('Root')
    const root = { chat_id: forum, message_id: topic }
    const refused = await stand.api('deleteMessage', root)
    expect(refused.description).toBe("Bad Request: message can't be deleted for everyone")
  })

  it('called General has no number to write to, and can be hidden, closed and renamed', async () => {
    const group = await stand.forum()
    const call = async (method: string, more = {}) =>
      (await stand.api(method, { chat_id: group, ...more })).description
    expect(await call('sendMessage', { message_thread_id: 1, text: 'a' })).toBe(
      'Bad Request: message thread not found',
    )
    await stand.updates()
    expect(await call('editGeneralForumTopic', { name: 'Hall' })).toBeUndefined()
    expect(await call('editGeneralForumTopic', { name: 'Hall' })).toBe('Bad Request: TOPIC_NOT_MODIFIED')
    expect(await call('hideGeneralForumTopic')).toBeUndefined()
    expect(await call('closeGeneralForumTopic')).toBe('Bad Request: TOPIC_NOT_MODIFIED')
    expect(await call('reopenGeneralForumTopic')).toBeUndefined()
    expect(await call('unhideGeneralForumTopic')).toBe('Bad Request: TOPIC_NOT_MODIFIED')
    const messages = (await stand.updates()).map((update) => update.message as Record<string, unknown>)
    expect(messages).toMatchObject([
      { forum_topic_edited: { name: 'Hall' } },
      { general_forum_topic_hidden: {} },
      { forum_topic_reopened: {} },
    ])
    expect(messages.some((message) => 'message_thread_id' in message)).toBe(false)
  })

  it('loses its pinned messages together, and no other topic’s', async () => {
    const [one, other] = [await create('One'), await create('Other')]
    for (const topic of [one, other]) {
      const sent = await stand.api('sendMessage', { chat_id: forum, message_thread_id: topic, text: 'card' })
      const pinned = { chat_id: forum, message_id: sent.result.message_id }
      expect((await stand.api('pinChatMessage', pinned)).ok).toBe(true)
    }
    const pinned = async () =>
      (await stand.api('getChat', { chat_id: forum })).result.pinned_message as
        | { message_thread_id: number }
        | undefined
    const unpin = (topic: number) =>
      stand.api('unpinAllForumTopicMessages', { chat_id: forum, message_thread_id: topic })
    expect((await pinned())?.message_thread_id).toBe(other)
    await unpin(other)
    expect((await pinned())?.message_thread_id).toBe(one)
    await unpin(one)
    expect(await pinned()).toBeUndefined()
  })

  it('may have one of the icons that Telegram offers', async () => {
    const icons = (await stand.api('getForumTopicIconStickers')).result as unknown as {
      emoji: string
      custom_emoji_id: string
    }[]
    expect(icons.find(({ emoji }) => emoji === '🔥')?.custom_emoji_id).toBe('5312241539987020022')
  })

  it('needs the right to manage topics, and a forum', async () => {
    const weak = await stand.forum({ can_manage_chat: true })
    const refused = await stand.api('createForumTopic', { chat_id: weak, name: 'x' })
    expect(refused.description).toBe('Bad Request: not enough rights to create a topic')
    const body = { title: 'Plain', isForum: false, members: [stand.ana], bots: ['desk_bot'] }
    const plain = (await stand.control('POST', '/groups', body)).body.id
    const none = await stand.api('createForumTopic', { chat_id: plain, name: 'x' })
    expect(none.description).toBe('Bad Request: the chat is not a forum')
  })
})

describe('a bot in a group', () => {
  it('hears everything as an administrator, and only what is meant for it as a member', async () => {
    const quiet = await stand.forum('member')
    await stand.updates()
    const path = `/staff/${stand.ana}/chats/${quiet}/messages`
    for (const text of ['hello', '/leads', '/leads@other_bot', 'ask @desk_bot'])
      await stand.control('POST', path, { text })
    const heard = (await stand.updates()).map((update) => (update.message as { text: string }).text)
    expect(heard).toEqual(['/leads', 'ask @desk_bot'])
  })

  it('that is thrown out is told so, and refused', async () => {
    const group = await stand.forum()
    await stand.updates()
    await stand.control('PATCH', `/groups/${group}/bots/desk_bot`, { status: 'kicked' })
    const [update] = await stand.updates()
    expect(update?.my_chat_member).toMatchObject({ new_chat_member: { status: 'kicked', until_date: 0 } })
    expect(await stand.api('sendMessage', { chat_id: group, text: 'a' })).toEqual({
      ok: false,
      error_code: 403,
      description: 'Forbidden: bot was kicked from the supergroup chat',
    })
  })
})
