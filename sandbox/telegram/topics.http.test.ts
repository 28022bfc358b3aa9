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
