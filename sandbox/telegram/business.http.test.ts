import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Front, openFront } from './testing/open-front.ts'

let front: Front
beforeEach(async () => {
  front = await openFront()
})
afterEach(() => front.stand.close())

type Json = Record<string, unknown>

const toOwner = (message: Json) => front.write({ to: `owner:${front.stand.ana}`, ...message })
const asOwner = (method: string, path: string, body: Json) =>
  front.stand.control(method, `/telegram/business/${front.stand.ana}/chats/${front.lea}${path}`, body)
const answer = (connection: string, text = 'Hello', more: Json = {}) =>
  front.api('sendMessage', { business_connection_id: connection, chat_id: front.lea, text, ...more })
const fresh = async (connection: string) => {
  await toOwner({ text: 'Is it free?' })
  await front.updates()
  return connection
}

describe('an account that connects the bot', () => {
  it('is announced with its rights, and again when they change or end', async () => {
    const id = await front.connect({ rights: { can_reply: true, can_read_messages: false } })
    await front.connect({ rights: {} })
    await front.connect({ enabled: false })
    const updates = (await front.updates()).map((update) => update.business_connection as Json)
    expect(updates).toMatchObject([
      { id, user: { id: front.stand.ana }, user_chat_id: front.stand.ana, is_enabled: true },
      { id, is_enabled: true },
      { id, is_enabled: false },
    ])
    expect(updates.map(({ rights }) => rights)).toEqual([{ can_reply: true }, {}, {}])
    const asked = await front.api('getBusinessConnection', { business_connection_id: id })
    expect(asked.result).toMatchObject({ id, is_enabled: false })
  })

  it('has a new id when it connects again, and the old one is gone', async () => {
    const first = await front.connect()
    await front.connect({ enabled: false })
    const second = await front.connect()
    expect(second).not.toBe(first)
    const asked = await front.api('getBusinessConnection', { business_connection_id: first })
    expect(asked.description).toBe('Bad Request: business connection not found')
  })

  it('may be there before any bot is connected, and the page sees it', async () => {
    await front.connect({ enabled: false })
    expect(await front.updates()).toEqual([])
    const { body } = await front.stand.control('GET', '/state')
    expect(body.business).toMatchObject([{ ownerId: front.stand.ana, name: 'Ana', enabled: false }])
  })

  it('takes no bot that is not made for it', async () => {
    const body = { ownerId: front.stand.ana, bot: 'desk_bot' }
    expect((await front.stand.control('POST', '/telegram/business', body)).status).toBe(409)
  })

  it('is still connected after a restart', async () => {
    const id = await fresh(await front.connect())
    const saved = JSON.parse(JSON.stringify(front.stand.sandbox.telegram.remembered.save()))
    await front.stand.close()
    front = await openFront()
    front.stand.sandbox.telegram.remembered.restore(saved)
    const asked = await front.api('getBusinessConnection', { business_connection_id: id })
    expect(asked.result).toMatchObject({ id, is_enabled: true })
    expect((await answer(id)).result.message_id).toBe(2)
  })

  it('is no business of another bot', async () => {
    const id = await front.connect()
    const asked = await front.stand.api('getBusinessConnection', { business_connection_id: id })
    expect(asked.description).toBe('Bad Request: business connection not found')
  })
})

describe('what is written in the account’s chats', () => {
  it('comes to the bot with its connection, whoever wrote it', async () => {
    const id = await front.connect()
    await front.updates()
    await toOwner({ text: 'Is it free?' })
    await asOwner('POST', '/messages', { text: 'Yes' })
    await asOwner('POST', '/messages', { text: 'We are closed', away: true })
    const messages = (await front.updates()).map((update) => update.business_message as Json)
    const chat = { id: front.lea, type: 'private' }
    expect(messages).toMatchObject([
      { business_connection_id: id, from: { id: front.lea }, chat, text: 'Is it free?' },
      { business_connection_id: id, from: { id: front.stand.ana }, chat, text: 'Yes' },
      { from: { id: front.stand.ana }, is_from_offline: true },
    ])
    expect(messages[1]).not.toHaveProperty('sender_business_bot')
  })

  it('is not heard while no bot is connected', async () => {
    await toOwner({ text: 'before' })
    await front.connect()
    await front.connect({ enabled: false })
    await front.updates()
    await toOwner({ text: 'after' })
    expect(await front.updates()).toEqual([])
  })

  it('is heard again when it is edited or deleted by either', async () => {
    const id = await front.connect()
    const asked = await toOwner({ text: 'Is it fre?' })
    const said = await asOwner('POST', '/messages', { text: 'Yes' })
    await front.updates()
    const path = `/telegram/customers/${front.lea}/messages/${asked.id}`
    await front.stand.control('PATCH', path, { to: `owner:${front.stand.ana}`, text: 'Is it free?' })
    await asOwner('DELETE', '/messages', { messageIds: [asked.id, said.body.id] })
    expect(await front.updates()).toMatchObject([
      { edited_business_message: { message_id: asked.id, text: 'Is it free?' } },
      {
        deleted_business_messages: {
          business_connection_id: id,
          chat: { id: front.lea },
          message_ids: [asked.id, said.body.id],
        },
      },
    ])
  })
})

describe('an answer of the bot for the account', () => {
  it('goes out in the owner’s name and comes back as an echo that names the bot', async () => {
    const id = await fresh(await front.connect())
    const sent = await answer(id)
    const expected = {
      business_connection_id: id,
      from: { id: front.stand.ana },
      sender_business_bot: { username: 'shop_bot' },
      chat: { id: front.lea },
      text: 'Hello',
    }
    expect(sent.result).toMatchObject(expected)
    expect(await front.updates()).toMatchObject([{ business_message: expected }])
    const { body } = await front.stand.control('GET', '/telegram/customers')
    expect(JSON.stringify(body)).toContain('"viaBot":"shop_bot"')
  })

  it('may be any kind, in answer to a message, and edited', async () => {
    const id = await front.connect()
    const { id: asked } = await toOwner({ text: 'Where?' })
    const place = { business_connection_id: id, chat_id: front.lea, latitude: 1, longitude: 2 }
    const there = await front.api('sendLocation', { ...place, reply_parameters: { message_id: asked } })
    expect(there.result.reply_to_message).toMatchObject({ text: 'Where?' })
    const album = { business_connection_id: id, chat_id: front.lea, action: 'typing' }
    expect((await front.api('sendChatAction', album)).ok).toBe(true)
    await toOwner({ kind: 'photo' })
    const sizes = (await front.updates()).at(-1)?.business_message as { photo: { file_id: string }[] }
    const item = { type: 'photo', media: sizes.photo.at(-1)?.file_id }
    const group = { business_connection_id: id, chat_id: front.lea, media: [item, item] }
    const parts = (await front.api('sendMediaGroup', group)).result as unknown as Json[]
    expect(parts.map(({ business_connection_id: through }) => through)).toEqual([id, id])
    const { result } = await answer(id, 'Helo')
    const edit = { business_connection_id: id, chat_id: front.lea, message_id: result.message_id }
    expect((await front.api('editMessageText', { ...edit, text: 'Hello' })).result.text).toBe('Hello')
    const theirs = { ...edit, message_id: asked, text: 'x' }
    expect((await front.api('editMessageText', theirs)).description).toBe(
      "Bad Request: message can't be edited",
    )
  })

  it('is refused a day after the customer’s last word, until they write again', async () => {
    const id = await fresh(await front.connect())
    await asOwner('POST', '/age', { hours: 25 })
    await asOwner('POST', '/messages', { text: 'The owner’s own words open nothing' })
    expect((await answer(id)).description).toBe('Bad Request: BUSINESS_PEER_USAGE_MISSING')
    await toOwner({ text: 'Hello?' })
    expect((await answer(id)).ok).toBe(true)
  })

  it('is refused without the right, after the end, and to strangers', async () => {
    const id = await fresh(await front.connect())
    await front.connect({ rights: { can_read_messages: true } })
    expect(await answer(id)).toMatchObject({ error_code: 403 })
    await front.connect({ rights: { can_reply: true } })
    expect((await answer(id)).ok).toBe(true)
    const other = await front.stand.control('POST', '/telegram/customers', { name: 'Zed' })
    const refused = await answer(id, 'Hi', { chat_id: other.body.id })
    expect(refused.description).toBe('Bad Request: BUSINESS_PEER_INVALID')
    await front.connect({ enabled: false })
    expect((await answer(id)).description).toBe('Bad Request: BUSINESS_CONNECTION_INVALID')
    expect((await answer('nobody')).description).toBe('Bad Request: business connection not found')
  })

  it('can be pressed, and the press names the connection', async () => {
    const id = await fresh(await front.connect())
    const keyboard = { inline_keyboard: [[{ text: 'Yes', callback_data: 'yes' }]] }
    const { result } = await answer(id, 'Sure?', { reply_markup: keyboard })
    await front.updates()
    const press = { to: `owner:${front.stand.ana}`, messageId: result.message_id, data: 'yes' }
    const pressed = front.stand.control('POST', `/telegram/customers/${front.lea}/callback`, press)
    await new Promise((resolve) => setTimeout(resolve, 50))
    const [update] = await front.updates()
    const query = update?.callback_query as Json
    expect(query).toMatchObject({ from: { id: front.lea }, message: { business_connection_id: id } })
    await front.api('answerCallbackQuery', { callback_query_id: query.id })
    expect((await pressed).body).toEqual({ answered: true })
  })
})

describe('the bot for the account', () => {
  it('marks as read and deletes, as far as its rights go', async () => {
    const id = await front.connect()
    const asked = await toOwner({ text: 'Is it free?' })
    const { result } = await answer(id)
    const read = { business_connection_id: id, chat_id: front.lea, message_id: asked.id }
    expect((await front.api('readBusinessMessage', read)).result).toBe(true)
    const { body } = await front.stand.control('GET', '/telegram/customers')
    expect(JSON.stringify(body)).toContain(`"readUpTo":${asked.id}`)
    const remove = (ids: unknown[]) =>
      front.api('deleteBusinessMessages', { business_connection_id: id, message_ids: ids })
    expect(await remove([asked.id])).toMatchObject({ error_code: 403 })
    await front.updates()
    expect((await remove([result.message_id])).result).toBe(true)
    expect(await front.updates()).toMatchObject([
      { deleted_business_messages: { message_ids: [result.message_id] } },
    ])
    await front.connect({ rights: { can_delete_all_messages: true } })
    expect((await remove([asked.id])).result).toBe(true)
    expect(await front.api('readBusinessMessage', read)).toMatchObject({ error_code: 403 })
  })
})
