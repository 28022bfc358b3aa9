import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openStand, type Stand } from './testing/open-stand.ts'

type Json = Record<string, unknown>

let stand: Stand
let bo: number
beforeAll(async () => {
  stand = await openStand()
  bo = Number((await stand.control('POST', '/staff', { firstName: 'Bo' })).body.id)
  await stand.api('getUpdates', {
    allowed_updates: ['message', 'my_chat_member', 'chat_member', 'message_reaction', 'callback_query'],
  })
})
afterAll(() => stand.close())

/** What the bot is told from now on until the work is done: one entry for each update, its kind and value. */
async function heard(work: () => Promise<unknown>): Promise<[string, Json][]> {
  await stand.updates()
  await work()
  return (await stand.updates()).map((update) => {
    const [kind = ''] = Object.keys(update).filter((key) => key !== 'update_id')
    return [kind, update[kind] as Json]
  })
}

const send = (chat: number, more: Json = {}) =>
  stand.api('sendMessage', { chat_id: chat, text: 'card', ...more })

describe('a group that is upgraded', () => {
  it('refuses the bot with the id of its successor, which has the same people, bots and rights', async () => {
    const body = { title: 'Small', basic: true, members: [stand.ana, bo], bots: ['desk_bot'] }
    const group = Number((await stand.control('POST', '/groups', body)).body.id)
    expect((await stand.api('getChat', { chat_id: group })).result.type).toBe('group')
    expect((await stand.api('createForumTopic', { chat_id: group, name: 'x' })).description).toBe(
      'Bad Request: the chat is not a forum',
    )
    await stand.control('PATCH', `/groups/${group}/members/${bo}`, { rights: { can_pin_messages: true } })
    const told = await heard(() => stand.control('PATCH', `/groups/${group}`, { isForum: true }))
    const moved = Number(told[0]?.[1].migrate_to_chat_id)
    expect(told.map(([, message]) => [(message.chat as Json).id, message.migrate_from_chat_id])).toEqual([
      [group, undefined],
      [moved, group],
    ])
    expect(await send(group)).toEqual({
      ok: false,
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: moved },
    })
    expect((await stand.api('createForumTopic', { chat_id: moved, name: 'x' })).ok).toBe(true)
    expect((await stand.api('getChatMember', { chat_id: moved, user_id: bo })).result).toMatchObject({
      status: 'administrator',
      can_pin_messages: true,
    })
    const path = `/staff/${bo}/chats`
    expect((await stand.control('POST', `${path}/${group}/messages`, { text: 'old' })).status).toBe(409)
    expect((await stand.control('POST', `${path}/${moved}/messages`, { text: 'new' })).status).toBe(201)
  })

  it('without topics ignores a topic that is named, as it has none', async () => {
    const forum = await stand.forum()
    const { result } = await stand.api('createForumTopic', { chat_id: forum, name: 'x' })
    await stand.control('PATCH', `/groups/${forum}`, { isForum: false })
    const sent = await send(forum, { message_thread_id: result.message_thread_id })
    expect(sent.result.message_thread_id).toBeUndefined()
  })
})

describe('the people of a group', () => {
  it('come, are promoted and go, and the bot hears of each', async () => {
    const forum = await stand.forum()
    const members = `/groups/${forum}/members`
    const told = await heard(async () => {
      await stand.control('POST', members, { id: bo, by: stand.ana })
      await stand.control('PATCH', `${members}/${bo}`, { rights: { can_manage_topics: true } })
      await stand.control('DELETE', `${members}/${bo}`)
    })
    const status = (member: unknown) => (member as Json).status
    const changes = told.filter(([kind]) => kind === 'chat_member').map(([, change]) => change)
    expect(changes.map((one) => [status(one.old_chat_member), status(one.new_chat_member)])).toEqual([
      ['left', 'member'],
      ['member', 'administrator'],
      ['administrator', 'left'],
    ])
    const services = told.filter(([kind]) => kind === 'message').map(([, message]) => message)
    expect(services[0]?.new_chat_members).toMatchObject([{ id: bo }])
    expect(services[1]).toMatchObject({ from: { id: bo }, left_chat_member: { id: bo } })
    const member = await stand.api('getChatMember', { chat_id: forum, user_id: bo })
    expect(member.result.status).toBe('left')
  })

  it('who are administrators are listed with the bot, each with what they may do', async () => {
    const forum = await stand.forum({ can_manage_topics: true })
    await stand.control('POST', `/groups/${forum}/members`, { id: bo })
    await stand.control('PATCH', `/groups/${forum}/members/${bo}`, {
      rights: { can_delete_messages: true },
      anonymous: true,
    })
    const { result } = await stand.api('getChatAdministrators', { chat_id: forum })
    expect(result).toMatchObject([
      { status: 'creator', user: { id: stand.ana } },
      { status: 'administrator', is_anonymous: true, can_delete_messages: true, can_manage_topics: false },
      { status: 'administrator', user: { username: 'desk_bot' }, can_manage_topics: true },
    ])
  })

  it('write and react as the group while they are anonymous', async () => {
    const forum = await stand.forum()
    await stand.control('PATCH', `/groups/${forum}/members/${stand.ana}`, { anonymous: true })
    const path = `/staff/${stand.ana}/chats/${forum}`
    const told = await heard(async () => {
      const { body } = await stand.control('POST', `${path}/messages`, { text: 'who?' })
      await stand.control('POST', `${path}/reactions`, { messageId: body.id, emoji: '👍' })
    })
    expect(told[0]?.[1]).toMatchObject({
      from: { id: 1_087_968_824, username: 'GroupAnonymousBot' },
      sender_chat: { id: forum, type: 'supergroup' },
    })
    expect(told[1]?.[1]).toMatchObject({ actor_chat: { id: forum } })
    expect(told[1]?.[1].user).toBeUndefined()
  })

  it('delete others’ messages and throw others out only with the right to', async () => {
    const forum = await stand.forum()
    await stand.control('POST', `/groups/${forum}/members`, { id: bo })
    const { body } = await stand.control('POST', `/staff/${stand.ana}/chats/${forum}/messages`, { text: 'a' })
    const path = `/staff/${bo}/chats/${forum}/messages/${body.id}`
    expect((await stand.control('DELETE', path)).status).toBe(403)
    const cy = (await stand.control('POST', '/staff', { firstName: 'Cy' })).body.id
    await stand.control('POST', `/groups/${forum}/members`, { id: cy })
    const out = async (by: number) =>
      (await stand.control('DELETE', `/groups/${forum}/members/${cy}`, { by })).status
    expect(await out(bo)).toBe(403)
    expect(await out(stand.ana)).toBe(204)
  })
})

describe('a link of the bot into a group', () => {
  it('lets in whom it was given, as many as it may, until it is revoked', async () => {
    const forum = await stand.forum()
    const make = { chat_id: forum, name: 'New colleague', member_limit: 1 }
    const { result } = await stand.api('createChatInviteLink', make)
    const link = String(result.invite_link)
    const told = await heard(() => stand.control('POST', `/staff/${bo}/join`, { link }))
    expect(told[0]?.[1]).toMatchObject({
      new_chat_member: { status: 'member', user: { id: bo } },
      invite_link: { invite_link: link, name: 'New colleague' },
    })
    const cy = (await stand.control('POST', '/staff', { firstName: 'Cy' })).body.id
    const join = (with_: unknown) => stand.control('POST', `/staff/${cy}/join`, { link: with_ })
    expect((await join(link)).status).toBe(404)
    const open = (await stand.api('createChatInviteLink', { chat_id: forum })).result.invite_link
    await stand.api('revokeChatInviteLink', { chat_id: forum, invite_link: open })
    expect((await join(open)).status).toBe(404)
  })

  it('does not let in who was banned, until the ban is lifted', async () => {
    const forum = await stand.forum()
    await stand.control('POST', `/groups/${forum}/members`, { id: bo })
    const link = (await stand.api('createChatInviteLink', { chat_id: forum })).result.invite_link
    const join = async () => (await stand.control('POST', `/staff/${bo}/join`, { link })).status
    const who = { chat_id: forum, user_id: bo }
    expect((await stand.api('banChatMember', who)).ok).toBe(true)
    expect((await stand.api('getChatMember', who)).result.status).toBe('kicked')
    expect(await join()).toBe(404)
    expect((await stand.api('unbanChatMember', { ...who, only_if_banned: true })).ok).toBe(true)
    expect(await join()).toBe(201)
    const ana = await stand.api('banChatMember', { chat_id: forum, user_id: stand.ana })
    expect(ana.description).toBe('Bad Request: user is an administrator of the chat')
    const weak = await stand.forum({ can_manage_chat: true })
    const refused = await stand.api('createChatInviteLink', { chat_id: weak })
    expect(refused.description).toBe('Bad Request: CHAT_ADMIN_REQUIRED')
  })
})

describe('what people do in a topic', () => {
  it('reaches the bot with the topic: albums, voice, an edit, a reaction and a press', async () => {
    const forum = await stand.forum()
    const topic = (await stand.api('createForumTopic', { chat_id: forum, name: 'Lead' })).result
      .message_thread_id
    const keyboard = { inline_keyboard: [[{ text: 'Take', callback_data: 'take:1' }]] }
    const card = await send(forum, { message_thread_id: topic, reply_markup: keyboard })
    const chat = `/staff/${stand.ana}/chats/${forum}`
    const told = await heard(async () => {
      const items = [{ kind: 'photo', caption: 'one' }, { kind: 'photo' }]
      await stand.control('POST', `${chat}/messages`, { kind: 'album', items, topicId: topic })
      const voice = { media: { kind: 'voice' }, replyTo: card.result.message_id }
      const { body } = await stand.control('POST', `${chat}/messages`, voice)
      await stand.control('PATCH', `${chat}/messages/${body.id}`, { text: 'what I said' })
      await stand.control('POST', `${chat}/reactions`, { messageId: body.id, emoji: '👍' })
      void stand.control('POST', `${chat}/callback`, { messageId: card.result.message_id, data: 'take:1' })
      await vi.waitFor(async () =>
        expect(JSON.stringify((await stand.api('getUpdates')).result)).toContain('take:1'),
      )
    })
    const of = (kind: string) => told.filter(([one]) => one === kind).map(([, value]) => value)
    const [first, second, voice] = of('message')
    expect(first?.media_group_id).toBe(second?.media_group_id)
    for (const message of of('message')) expect(message).toMatchObject({ message_thread_id: topic })
    expect(voice).toMatchObject({ reply_to_message: { message_id: card.result.message_id } })
    expect(of('message_reaction')[0]).toMatchObject({ user: { id: stand.ana }, chat: { is_forum: true } })
    const [query] = of('callback_query')
    expect(query?.message).toMatchObject({ message_thread_id: topic, chat: { id: forum } })
    await stand.api('answerCallbackQuery', { callback_query_id: query?.id })
  })
})

describe('a bot', () => {
  it('that comes by a startgroup link hears that it was added, and the payload', async () => {
    const body = { title: 'New', isForum: true, members: [stand.ana] }
    const group = Number((await stand.control('POST', '/groups', body)).body.id)
    const added = { bot: 'desk_bot', payload: 'desk_7' }
    const told = await heard(() => stand.control('POST', `/groups/${group}/bots`, added))
    const messages = told.filter(([kind]) => kind === 'message').map(([, message]) => message)
    expect(told.find(([kind]) => kind === 'my_chat_member')?.[1]).toMatchObject({
      old_chat_member: { status: 'left' },
      new_chat_member: { status: 'member' },
    })
    expect(messages[0]?.new_chat_members).toMatchObject([{ username: 'desk_bot' }])
    expect(messages[1]?.text).toBe('/start@desk_bot desk_7')
  })

  it('that leaves, or loses rights, is told so', async () => {
    const forum = await stand.forum()
    const told = await heard(async () => {
      await stand.control('PATCH', `/groups/${forum}/bots/desk_bot`, { rights: { can_manage_chat: true } })
      await stand.api('leaveChat', { chat_id: forum })
    })
    const after = told.map(([, change]) => change.new_chat_member as Json)
    expect(after[0]).toMatchObject({ status: 'administrator', can_manage_topics: false })
    expect(after[1]).toMatchObject({ status: 'left' })
    expect((await send(forum)).description).toBe('Forbidden: bot is not a member of the supergroup chat')
    const [ana] = (await stand.control('GET', '/staff')).body as unknown as {
      chats: { id: number; messages: { service?: string }[] }[]
    }[]
    const seen = ana?.chats.find(({ id }) => id === forum)?.messages.at(-1)
    expect(seen?.service).toBe('left_chat_member')
  })
})

describe('a button that requests a chat', () => {
  const rights = { can_manage_topics: true, can_delete_messages: true }
  const request = {
    request_id: 7,
    chat_is_channel: false,
    chat_is_forum: true,
    user_administrator_rights: { ...rights, can_promote_members: true },
    bot_administrator_rights: rights,
    bot_is_member: true,
    request_title: true,
  }
  const keyboard = { keyboard: [[{ text: 'Choose', request_chat: request }]], one_time_keyboard: true }
  const press = async (more: Json, person = stand.ana) => {
    const chat = `/staff/${person}/chats/bot:desk_bot`
    await stand.control('POST', `${chat}/messages`, { text: '/start' })
    const { result } = await send(person, { reply_markup: keyboard })
    const body = { messageId: result.message_id, requestId: 7, ...more }
    return stand.control('POST', `${chat}/shared-chat`, body)
  }

  it('lets the person make a group, in which the bot is an administrator at once', async () => {
    const told = await heard(() => press({ title: 'Desk' }))
    const mine = told.find(([kind]) => kind === 'my_chat_member')?.[1] as Json
    expect(mine.new_chat_member).toMatchObject({
      status: 'administrator',
      ...rights,
      can_pin_messages: false,
    })
    const group = (mine.chat as Json).id
    const shared = told.find(([, value]) => value.chat_shared !== undefined)?.[1]
    expect(shared?.chat_shared).toEqual({ request_id: 7, chat_id: group, title: 'Desk' })
    expect((await stand.api('createForumTopic', { chat_id: group, name: 'Lead' })).ok).toBe(true)
  })

  it('takes only a group that is as it asks, of somebody who may do what it needs', async () => {
    const plain = { title: 'Plain', isForum: false, members: [stand.ana] }
    const without = (await stand.control('POST', '/groups', plain)).body.id
    expect((await press({ group: without })).status).toBe(409)
    const forum = await stand.forum('member')
    await stand.control('POST', `/groups/${forum}/members`, { id: bo })
    expect((await press({ group: forum }, bo)).status).toBe(409)
    await stand.control('PATCH', `/groups/${forum}/members/${bo}`, { rights: { can_promote_members: true } })
    expect((await press({ group: forum }, bo)).body.error).toContain('lacks the right can_delete_messages')
    expect((await press({ group: forum })).status).toBe(201)
    expect(await stand.api('getChatAdministrators', { chat_id: forum })).toMatchObject({
      result: [{ status: 'creator' }, { user: { id: bo } }, { status: 'administrator', ...rights }],
    })
  })

  it('stands in private chats only', async () => {
    const forum = await stand.forum()
    const sent = await send(forum, { reply_markup: keyboard })
    expect(sent.description).toBe('Bad Request: chats can be requested in private chats only')
  })
})
