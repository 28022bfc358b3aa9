import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Front, frontToken, openFront } from './testing/open-front.ts'
import { type Hook, openHook } from './testing/open-stand.ts'

let front: Front
beforeAll(async () => {
  front = await openFront({ pressWaitMs: 2_000 })
})
afterAll(() => front.stand.close())
beforeEach(() => front.updates())

type Json = Record<string, unknown>

const heard = async (kind = 'message') =>
  (await front.updates()).map((update) => update[kind] as Json | undefined)
const send = (method: string, params: Json) => front.api(method, { chat_id: front.lea, ...params })
const act = (path: string, body: Json, method = 'POST') =>
  front.stand.control(method, `/telegram/customers/${front.lea}${path}`, body)

describe('a customer', () => {
  it('cannot be written to before they write themselves', async () => {
    const reply = await send('sendMessage', { text: 'an offer' })
    expect(reply).toEqual({ ok: false, error_code: 400, description: 'Bad Request: chat not found' })
  })

  it('comes through a start link, and only their bot hears of it', async () => {
    await front.write({ kind: 'start', payload: 'ad_42' })
    const [message] = await heard()
    expect(message).toMatchObject({
      from: { id: front.lea, is_bot: false, first_name: 'Léa', last_name: 'Petit', language_code: 'fr' },
      chat: { id: front.lea, type: 'private', username: 'lea_p' },
      text: '/start ad_42',
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
    })
    expect(await front.stand.updates()).toEqual([])
    expect((await send('sendMessage', { text: 'Welcome' })).ok).toBe(true)
  })

  it('is nobody of the staff, and the staff see nothing of the bot for customers', async () => {
    const state = (await front.stand.control('GET', '/state')).body as {
      staff: { id: number; chats: { bot: string }[] }[]
      customers: { id: number; chats: { key: string; title: string }[] }[]
    }
    expect(state.staff.map(({ id }) => id)).toEqual([front.stand.ana])
    expect(state.staff[0]?.chats.map(({ bot }) => bot)).toEqual(['desk_bot'])
    expect(state.customers[0]?.chats).toMatchObject([{ key: 'bot:shop_bot', title: 'Shop' }])
  })

  const kinds: [string, Json, Json][] = [
    [
      'photo',
      { kind: 'photo', caption: 'look' },
      { photo: [{}, { width: 320, height: 200 }], caption: 'look' },
    ],
    ['video', { kind: 'video', duration: 9 }, { video: { duration: 9, mime_type: 'video/mp4' } }],
    ['video note', { kind: 'video_note' }, { video_note: { length: 512 } }],
    ['voice note', { kind: 'voice', duration: 3 }, { voice: { duration: 3 } }],
    ['audio', { kind: 'audio' }, { audio: { duration: 1 } }],
    ['document', { kind: 'document', fileName: 'a.pdf' }, { document: { file_name: 'a.pdf' } }],
    ['sticker', { kind: 'sticker' }, { sticker: { type: 'regular' } }],
    ['animation', { kind: 'animation' }, { animation: {}, document: {} }],
    ['place', { kind: 'location', latitude: 1, longitude: 2 }, { location: { latitude: 1, longitude: 2 } }],
    [
      'venue',
      { kind: 'venue', latitude: 1, longitude: 2, title: 'Quay', address: '4 Quay St' },
      { location: { latitude: 1 }, venue: { title: 'Quay', address: '4 Quay St' } },
    ],
    [
      'other contact',
      { kind: 'contact', phone: '33612345678', name: 'Bo' },
      { contact: { first_name: 'Bo' } },
    ],
    ['poll', { kind: 'poll', question: 'When?', options: ['a', 'b'] }, { poll: { question: 'When?' } }],
    ['dice', { kind: 'dice', value: 6 }, { dice: { emoji: '🎲', value: 6 } }],
    ['news', { kind: 'unknown', field: 'hologram', value: { depth: 3 } }, { hologram: { depth: 3 } }],
    [
      'forward',
      { text: 'seen this?', forwardedFrom: 'Zed' },
      { text: 'seen this?', forward_origin: { type: 'hidden_user', sender_user_name: 'Zed' } },
    ],
  ]
  it.each(kinds)('sends a %s as the Bot API shows it', async (_name, sent, seen) => {
    await front.write(sent)
    expect(await heard()).toMatchObject([seen])
  })

  it('may send something with no content that anybody knows', async () => {
    await front.write({ kind: 'unknown' })
    const [message] = await heard()
    expect(Object.keys(message ?? {}).sort()).toEqual(['chat', 'date', 'from', 'message_id'])
  })

  it('vouches for a phone number only when it is their own', async () => {
    await front.write({ kind: 'contact', phone: '+33612345678', own: true })
    await front.write({ kind: 'contact', phone: '+33612345679', name: 'Bo' })
    const [own, other] = await heard()
    expect(own).toMatchObject({ contact: { user_id: front.lea } })
    expect(other?.contact).toEqual({ phone_number: '+33612345679', first_name: 'Bo' })
  })

  it('sends an album as separate messages under one media_group_id', async () => {
    await front.write({ kind: 'album', items: [{ kind: 'photo', caption: 'both' }, { kind: 'video' }] })
    const parts = await heard()
    expect(parts).toHaveLength(2)
    expect(new Set(parts.map((part) => part?.media_group_id)).size).toBe(1)
    expect(parts.map((part) => part?.caption)).toEqual(['both', undefined])
  })

  it('gets an album of the bot as one: a message for each part, all in answer to theirs', async () => {
    await front.write({ kind: 'album', items: [{ kind: 'photo' }, { kind: 'photo' }] })
    const theirs = await heard()
    const ids = theirs.map((part) => (part?.photo as { file_id: string }[] | undefined)?.at(-1)?.file_id)
    const media = ids.map((id, index) => ({ type: 'photo', media: id, caption: `no. ${index}` }))
    const reply_parameters = { message_id: theirs[0]?.message_id }
    const { result } = await send('sendMediaGroup', { media, reply_parameters })
    const parts = result as unknown as Json[]
    expect(parts.map(({ caption }) => caption)).toEqual(['no. 0', 'no. 1'])
    expect(new Set(parts.map(({ media_group_id: group }) => group)).size).toBe(1)
    expect(parts.map(({ reply_to_message: answered }) => (answered as Json).message_id)).toEqual([
      theirs[0]?.message_id,
      theirs[0]?.message_id,
    ])
    const state = (await front.stand.control('GET', '/state')).body as {
      customers: { chats: { messages: Json[] }[] }[]
    }
    const shown = state.customers[0]?.chats[0]?.messages.slice(-2) ?? []
    expect(shown.map(({ mediaGroupId }) => mediaGroupId)).toEqual(parts.map((part) => part.media_group_id))
    const few = await send('sendMediaGroup', { media: media.slice(1) })
    expect(few.description).toBe('Bad Request: too few messages to send as an album')
    const mixed = [media[0], { type: 'document', media: ids[1] }]
    expect((await send('sendMediaGroup', { media: mixed })).description).toBe(
      "Bad Request: can't mix different media types in an album",
    )
    const kinds = await send('sendMediaGroup', { media: [media[0], { type: 'animation', media: ids[1] }] })
    expect(kinds.error_code).toBe(400)
  })

  it('answers a part of a message', async () => {
    const sent = await send('sendMessage', { text: 'Plan A 10, Plan B 20' })
    await front.write({ text: 'with VAT?', replyTo: sent.result.message_id, quote: 'Plan B 20' })
    expect(await heard()).toMatchObject([
      { reply_to_message: { text: 'Plan A 10, Plan B 20' }, quote: { text: 'Plan B 20', position: 11 } },
    ])
  })

  it('moves on a live location, and corrects a text', async () => {
    const place = await front.write({ kind: 'location', latitude: 1, longitude: 2, livePeriod: 900 })
    const text = await front.write({ text: 'helo' })
    await front.updates()
    await act(`/messages/${place.id}`, { latitude: 3, longitude: 4 }, 'PATCH')
    await act(`/messages/${text.id}`, { text: 'hello' }, 'PATCH')
    expect(await heard('edited_message')).toMatchObject([
      { message_id: place.id, location: { latitude: 3, longitude: 4, live_period: 900 } },
      { message_id: text.id, text: 'hello', edit_date: expect.any(Number) },
    ])
  })

  it('reacts, changes the reaction and takes it back', async () => {
    const { result } = await send('sendMessage', { text: 'Deal?' })
    for (const emoji of ['👍', '🔥', '']) await act('/reactions', { messageId: result.message_id, emoji })
    const changes = await heard('message_reaction')
    expect(changes.map((change) => [change?.old_reaction, change?.new_reaction])).toEqual([
      [[], [{ type: 'emoji', emoji: '👍' }]],
      [[{ type: 'emoji', emoji: '👍' }], [{ type: 'emoji', emoji: '🔥' }]],
      [[{ type: 'emoji', emoji: '🔥' }], []],
    ])
  })

  it('presses a button of the bot', async () => {
    const keyboard = { inline_keyboard: [[{ text: 'Yes', callback_data: 'yes' }]] }
    const { result } = await send('sendMessage', { text: 'Sure?', reply_markup: keyboard })
    const pressed = act('/callback', { messageId: result.message_id, data: 'yes' })
    await new Promise((resolve) => setTimeout(resolve, 50))
    const [query] = await heard('callback_query')
    await front.api('answerCallbackQuery', { callback_query_id: query?.id, text: 'Noted' })
    expect((await pressed).body).toEqual({ answered: true, text: 'Noted' })
  })

  it('blocks the bot, which is told and refused, and comes back', async () => {
    await act('', { blocked: true }, 'PATCH')
    expect((await send('sendMessage', { text: 'still there?' })).description).toBe(
      'Forbidden: bot was blocked by the user',
    )
    await act('', { blocked: false }, 'PATCH')
    expect(await heard('my_chat_member')).toMatchObject([
      { old_chat_member: { status: 'member' }, new_chat_member: { status: 'kicked', until_date: 0 } },
      { old_chat_member: { status: 'kicked' }, new_chat_member: { status: 'member' } },
    ])
  })

  it('who deletes their account cannot be reached', async () => {
    const { body } = await front.stand.control('POST', '/telegram/customers', { name: 'Zed' })
    const path = `/telegram/customers/${body.id}`
    await front.stand.control('POST', `${path}/messages`, { kind: 'start' })
    await front.stand.control('PATCH', path, { deactivated: true })
    expect(await front.api('sendMessage', { chat_id: body.id, text: 'hi' })).toMatchObject({
      error_code: 403,
      description: 'Forbidden: user is deactivated',
    })
  })

  it('shows up in the stream of events with what they wrote', async () => {
    const events: Json[] = []
    const stop = front.stand.sandbox.kernel.subscribe((event) => events.push({ ...event }))
    await front.write({ text: 'seen?' })
    stop()
    expect(events.find(({ type }) => type === 'customer-chat')).toMatchObject({
      customerId: front.lea,
      chat: { key: 'bot:shop_bot' },
      messages: [{ text: 'seen?' }],
    })
  })
})

it('each bot has its own webhook, with its own secret', async () => {
  const [ours, theirs] = await Promise.all([openHook(), openHook()])
  await front.api('setWebhook', { url: ours.url, secret_token: 'customers' })
  await front.stand.api('setWebhook', { url: theirs.url, secret_token: 'staff' })
  await front.write({ text: 'to the shop' })
  await front.stand.write('to the desk')
  await vi.waitFor(() => expect([ours.received.length, theirs.received.length]).toEqual([1, 1]))
  const secret = (hook: Hook) => hook.received[0]?.headers['x-telegram-bot-api-secret-token']
  expect([secret(ours), secret(theirs)]).toEqual(['customers', 'staff'])
  expect(ours.received[0]?.body).toMatchObject({ message: { text: 'to the shop' } })
  expect((await front.api('getWebhookInfo')).result.url).toBe(ours.url)
  await front.api('deleteWebhook')
  await front.stand.api('deleteWebhook')
  await Promise.all([ours.close(), theirs.close()])
})

describe('a file of a customer', () => {
  const fileOf = (message: Json = {}, kind: string) => (message[kind] as Json).file_id

  it('comes to their bot byte for byte, and to no other bot', async () => {
    const data = Buffer.from('the bytes').toString('base64')
    await front.write({ kind: 'document', fileName: 'a.txt', data })
    const [message] = await heard()
    const file_id = fileOf(message, 'document')
    const { result } = await front.api('getFile', { file_id })
    const url = `${front.stand.sandbox.url}/telegram/file/bot${frontToken}/${result.file_path}`
    expect(await (await fetch(url)).text()).toBe('the bytes')
    expect((await front.stand.api('getFile', { file_id })).description).toBe('Bad Request: invalid file_id')
  })

  it('over 20 MB cannot be had', async () => {
    await front.write({ kind: 'video', size: 80 * 1024 * 1024 })
    const [message] = await heard()
    expect(message).toMatchObject({ video: { file_size: 80 * 1024 * 1024 } })
    expect((await front.api('getFile', { file_id: fileOf(message, 'video') })).description).toBe(
      'Bad Request: file is too big',
    )
  })
})

it('the bot sends a video note, as bytes or again by its id', async () => {
  const form = new FormData()
  form.append('chat_id', String(front.lea))
  form.append('video_note', new Blob(['clip']), 'n.mp4')
  const url = `${front.stand.sandbox.url}/telegram/bot${frontToken}/sendVideoNote`
  const sent = (await (await fetch(url, { method: 'POST', body: form })).json()) as { result: Json }
  const id = (sent.result.video_note as Json).file_id
  expect((await send('sendVideoNote', { video_note: id })).ok).toBe(true)
})

it('says of itself that it can be connected to a business, which the bot of the staff cannot', async () => {
  expect((await front.api('getMe')).result.can_connect_to_business).toBe(true)
  expect((await front.stand.api('getMe')).result.can_connect_to_business).toBe(false)
})
