import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStand, type Stand, token } from './testing/open-stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await openStand()
  await stand.write('/start')
})
afterAll(() => stand.close())

interface Shown {
  chats: { messages: { id: number; silent?: boolean }[] }[]
}

const send = (params: Record<string, unknown>) => stand.api('sendMessage', { chat_id: stand.ana, ...params })
const buttons = (...row: unknown[]) => ({ inline_keyboard: [row] })

describe('a call is refused in the words of the Bot API', () => {
  it('when the token is unknown', async () => {
    const response = await fetch(`${stand.sandbox.url}/telegram/bot1:nobody/getMe`)
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' })
  })

  it('when the method does not exist', async () => {
    expect(await stand.api('sendTelepathy')).toEqual({
      ok: false,
      error_code: 404,
      description: 'Not Found: method not found',
    })
  })

  const cases: [why: string, params: Record<string, unknown>, description: string][] = [
    ['no text', { text: '' }, 'message text is empty'],
    ['only spaces', { text: '   ' }, 'text must be non-empty'],
    ['too long', { text: 'x'.repeat(4097) }, 'message is too long'],
    ['no chat', { chat_id: '', text: 'a' }, 'chat_id is empty'],
    ['strange chat', { chat_id: -5, text: 'a' }, 'chat not found'],
    ['strange parse mode', { text: 'a', parse_mode: 'RTF' }, 'unsupported parse_mode'],
    ['strange topic', { text: 'a', message_thread_id: 99 }, 'message thread not found'],
    [
      'strange reply',
      { text: 'a', reply_parameters: { message_id: 99999 } },
      'message to be replied not found',
    ],
    ['reply without id', { text: 'a', reply_parameters: {} }, 'can\'t find field "message_id"'],
    [
      'markup in a name',
      { text: '<b>Ana <3 you</b>', parse_mode: 'HTML' },
      'can\'t parse entities: Unsupported start tag "3" at byte offset 7',
    ],
    [
      'entity outside',
      { text: 'abc', entities: [{ type: 'bold', offset: 9, length: 1 }] },
      'entity begins after the end of the text at UTF-16 offset 9',
    ],
    [
      'button data of 65 bytes',
      { text: 'a', reply_markup: buttons({ text: 'b', callback_data: `${'é'.repeat(32)}x` }) },
      'BUTTON_DATA_INVALID',
    ],
    [
      'button without text',
      { text: 'a', reply_markup: buttons({ text: '', callback_data: 'x' }) },
      'inline keyboard button text must be non-empty',
    ],
    [
      'button that does nothing',
      { text: 'a', reply_markup: buttons({ text: 'b' }) },
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      'Mini App without https',
      { text: 'a', reply_markup: buttons({ text: 'b', web_app: { url: 'http://example.com' } }) },
      "inline keyboard button Web App URL 'http://example.com' is invalid: Only HTTPS links are allowed",
    ],
    [
      'rows that are none',
      { text: 'a', reply_markup: { inline_keyboard: 'x' } },
      'field "inline_keyboard" must be of type Array',
    ],
  ]
  it.each(cases)('%s', async (_why, params, description) => {
    const reply = await send(params)
    expect(reply.description).toBe(`Bad Request: ${description}`)
    expect(reply.error_code).toBe(400)
  })

  it('when the person never wrote, and when they blocked the bot', async () => {
    const { body } = await stand.control('POST', '/staff', { firstName: 'Bo', languageCode: 'en' })
    const toBo = () => stand.api('sendMessage', { chat_id: body.id, text: 'a' })
    expect((await toBo()).description).toBe('Bad Request: chat not found')
    const group = { title: 'Shared', members: [stand.ana, body.id], bots: ['desk_bot'] }
    await stand.control('POST', '/groups', group)
    expect((await toBo()).description).toBe("Forbidden: bot can't initiate conversation with a user")
    await stand.control('POST', `/staff/${body.id}/chats/bot:desk_bot/messages`, { text: '/start' })
    expect((await toBo()).ok).toBe(true)
    await stand.control('PATCH', `/staff/${body.id}/chats/bot:desk_bot`, { blocked: true })
    expect(await toBo()).toEqual({
      ok: false,
      error_code: 403,
      description: 'Forbidden: bot was blocked by the user',
    })
  })
})

describe('a message', () => {
  it('of 4096 characters, emoji counted as one each, is accepted', async () => {
    expect((await send({ text: '😀'.repeat(4096) })).ok).toBe(true)
  })

  it('measures its text after the markup is taken out', async () => {
    const reply = await send({ text: `<b>${'x'.repeat(4096)}</b>`, parse_mode: 'HTML' })
    expect(reply.result.entities).toEqual([{ type: 'bold', offset: 0, length: 4096 }])
  })

  it('without a sound is marked so for whoever looks at the chat, and no other is', async () => {
    const silent = await send({ text: 'quiet', disable_notification: true })
    const loud = await send({ text: 'loud', disable_notification: false })
    const place = await send({ text: 'plain' })
    const { body } = await stand.control('GET', '/state')
    const messages = (body.staff as Shown[]).flatMap(({ chats }) => chats).flatMap((chat) => chat.messages)
    const isSilent = (reply: typeof silent) =>
      messages.find(({ id }) => id === reply.result.message_id)?.silent ?? false
    expect([silent, loud, place].map(isSilent)).toEqual([true, false, false])
    // Only whoever gets it hears it or not: no bot learns of it.
    expect(silent.result).not.toHaveProperty('silent')
  })

  it('goes without its reply when that is allowed and the other is gone', async () => {
    const reply = await send({
      text: 'a',
      reply_parameters: { message_id: 9999, allow_sending_without_reply: true },
    })
    expect(reply.result.reply_to_message).toBeUndefined()
  })

  it('is taken from JSON, a form, multipart and the query alike', async () => {
    const url = `${stand.sandbox.url}/telegram/bot${token}/sendMessage`
    const values = {
      chat_id: String(stand.ana),
      text: 'same',
      reply_markup: JSON.stringify(buttons({ text: 'b', callback_data: 'x' })),
    }
    const form = new FormData()
    for (const [name, value] of Object.entries(values)) form.append(name, value)
    const sent = [
      fetch(url, {
        method: 'POST',
        body: JSON.stringify(values),
        headers: { 'content-type': 'application/json' },
      }),
      fetch(url, { method: 'POST', body: new URLSearchParams(values) }),
      fetch(url, { method: 'POST', body: form }),
      fetch(`${url}?${new URLSearchParams(values)}`),
    ]
    for (const response of await Promise.all(sent)) {
      const { result } = (await response.json()) as { result: Record<string, unknown> }
      expect(result.text).toBe('same')
      expect(result.reply_markup).toEqual(buttons({ text: 'b', callback_data: 'x' }))
    }
  })
})

describe('an edit', () => {
  const edit = (id: unknown, params: Record<string, unknown>) =>
    stand.api('editMessageText', { chat_id: stand.ana, message_id: id, ...params })

  it('that changes nothing is refused', async () => {
    const sent = await send({ text: 'a', reply_markup: buttons({ text: 'b', callback_data: 'x' }) })
    const same = { text: 'a', reply_markup: buttons({ text: 'b', callback_data: 'x' }) }
    expect((await edit(sent.result.message_id, same)).description).toBe(
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    )
  })

  it('without reply_markup takes the buttons away', async () => {
    const sent = await send({ text: 'a', reply_markup: buttons({ text: 'b', callback_data: 'x' }) })
    const edited = await edit(sent.result.message_id, { text: 'a' })
    expect(edited.ok).toBe(true)
    expect(edited.result.reply_markup).toBeUndefined()
  })

  it('of somebody else’s, of nothing and of too much is refused', async () => {
    const theirs = await stand.write('mine')
    expect((await edit(theirs.id, { text: 'b' })).description).toBe("Bad Request: message can't be edited")
    expect((await edit(99999, { text: 'b' })).description).toBe('Bad Request: message to edit not found')
    const sent = await send({ text: 'a' })
    const long = await edit(sent.result.message_id, { text: 'x'.repeat(4097) })
    expect(long.description).toBe('Bad Request: MESSAGE_TOO_LONG')
  })

  it('of a deleted message is refused', async () => {
    const sent = await send({ text: 'a' })
    const id = sent.result.message_id
    expect((await stand.api('deleteMessage', { chat_id: stand.ana, message_id: id })).result).toBe(true)
    expect((await edit(id, { text: 'b' })).description).toBe('Bad Request: message to edit not found')
  })
})

describe('a reaction of the bot', () => {
  const react = (id: unknown, ...emoji: string[]) =>
    stand.api('setMessageReaction', {
      chat_id: stand.ana,
      message_id: id,
      reaction: emoji.map((one) => ({ type: 'emoji', emoji: one })),
    })

  it('is one of Telegram’s own, at most one, on a message that exists', async () => {
    const { id } = await stand.write('hello')
    expect((await react(id, '👌')).ok).toBe(true)
    expect((await react(id, '✅')).description).toBe('Bad Request: REACTION_INVALID')
    expect((await react(id, '👍', '🔥')).description).toBe('Bad Request: REACTIONS_TOO_MANY')
    expect((await react(99999, '👍')).description).toBe('Bad Request: message to react not found')
  })
})

describe('a file', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==',
    'base64',
  )
  const upload = async (
    method: string,
    field: string,
    bytes: Buffer,
    name: string,
    more: Record<string, string> = {},
  ) => {
    const form = new FormData()
    form.append('chat_id', String(stand.ana))
    form.append(field, new Blob([new Uint8Array(bytes)]), name)
    for (const [key, value] of Object.entries(more)) form.append(key, value)
    const url = `${stand.sandbox.url}/telegram/bot${token}/${method}`
    return (await (await fetch(url, { method: 'POST', body: form })).json()) as Awaited<
      ReturnType<Stand['api']>
    >
  }

  it('comes back byte for byte through getFile, and can be sent again by its id', async () => {
    const sent = await upload('sendDocument', 'document', Buffer.from('hello'), 'note.txt', {
      caption: '<i>c</i>',
      parse_mode: 'HTML',
    })
    const document = sent.result.document as Record<string, unknown>
    expect(document.file_name).toBe('note.txt')
    expect(sent.result.caption).toBe('c')
    const file = await stand.api('getFile', { file_id: document.file_id })
    const bytes = await fetch(`${stand.sandbox.url}/telegram/file/bot${token}/${file.result.file_path}`)
    expect(await bytes.text()).toBe('hello')
    const again = await stand.api('sendDocument', { chat_id: stand.ana, document: document.file_id })
    expect((again.result.document as Record<string, unknown>).file_unique_id).toBe(document.file_unique_id)
  })

  it('is refused when it is no picture, empty, missing or another bot’s', async () => {
    expect((await upload('sendPhoto', 'photo', Buffer.from('text'), 'a.png')).description).toBe(
      'Bad Request: IMAGE_PROCESS_FAILED',
    )
    expect((await upload('sendPhoto', 'photo', Buffer.alloc(0), 'a.png')).description).toBe(
      'Bad Request: file must be non-empty',
    )
    const none = await stand.api('sendPhoto', { chat_id: stand.ana })
    expect(none.description).toBe('Bad Request: there is no photo in the request')
    const foreign = await stand.api('sendPhoto', { chat_id: stand.ana, photo: 'AgACAgIforeign' })
    expect(foreign.description).toBe('Bad Request: wrong file identifier/HTTP URL specified')
    const long = await upload('sendPhoto', 'photo', png, 'a.png', { caption: 'x'.repeat(1025) })
    expect(long.description).toBe('Bad Request: message caption is too long')
  })

  it('travels in an album with others, all under one media_group_id', async () => {
    const media = JSON.stringify([
      { type: 'photo', media: 'attach://one', caption: 'first' },
      { type: 'photo', media: 'attach://two' },
    ])
    const form = new FormData()
    form.append('chat_id', String(stand.ana))
    form.append('media', media)
    form.append('one', new Blob([new Uint8Array(png)]), '1.png')
    form.append('two', new Blob([new Uint8Array(png)]), '2.png')
    const response = await fetch(`${stand.sandbox.url}/telegram/bot${token}/sendMediaGroup`, {
      method: 'POST',
      body: form,
    })
    const { result } = (await response.json()) as { result: Record<string, unknown>[] }
    expect(result).toHaveLength(2)
    expect(new Set(result.map((message) => message.media_group_id)).size).toBe(1)
  })
})

describe('commands of the menu', () => {
  it('are shown to a person in their language, else in the common one', async () => {
    await stand.api('setMyCommands', { commands: [{ command: 'leads', description: 'Leads' }] })
    await stand.api('setMyCommands', {
      commands: [{ command: 'leads', description: 'Prospects' }],
      language_code: 'fr',
    })
    const { body } = await stand.control('GET', '/staff')
    const [ana] = body as unknown as { chats: { commands: unknown }[] }[]
    expect(ana?.chats[0]?.commands).toEqual([{ command: 'leads', description: 'Prospects' }])
  })

  it('are those of the narrowest scope that has any: a person’s, the administrators’, the group’s', async () => {
    const bo = (await stand.control('POST', '/staff', { firstName: 'Bo', languageCode: 'en' })).body.id
    const members = [stand.ana, bo]
    const body = { title: 'Desk', isForum: true, members, bots: ['desk_bot'] }
    const group = (await stand.control('POST', '/groups', body)).body.id
    const set = async (command: string, scope: Record<string, unknown>) => {
      const commands = [{ command, description: 'x' }]
      return (await stand.api('setMyCommands', { commands, scope })).description
    }
    await set('group', { type: 'chat', chat_id: group })
    await set('lead', { type: 'chat_administrators', chat_id: group })
    const seen = async () => {
      const all = (await stand.control('GET', '/staff')).body as unknown as {
        id: number
        chats: { id: number; commands: { command: string }[] }[]
      }[]
      return members.map(
        (id) =>
          all.find((person) => person.id === id)?.chats.find((chat) => chat.id === group)?.commands[0]
            ?.command,
      )
    }
    expect(await seen()).toEqual(['lead', 'group'])
    await set('own', { type: 'chat_member', chat_id: group, user_id: bo })
    expect(await seen()).toEqual(['lead', 'own'])
    expect(await set('x', { type: 'chat', chat_id: 4_242 })).toBe('Bad Request: chat not found')
    const scope = { type: 'chat_member', chat_id: group, user_id: bo }
    expect((await stand.api('getMyCommands', { scope })).result).toEqual([
      { command: 'own', description: 'x' },
    ])
  })

  it.each([
    [{ command: 'Leads', description: 'x' }, 'BOT_COMMAND_INVALID'],
    [{ command: 'a'.repeat(33), description: 'x' }, 'command length must not exceed 32'],
    [{ command: 'a', description: '' }, 'command description must be non-empty'],
    [{ command: 'a', description: 'x'.repeat(257) }, 'command description length must not exceed 256'],
  ])('are refused when they are malformed: %o', async (command, description) => {
    expect((await stand.api('setMyCommands', { commands: [command] })).description).toBe(
      `Bad Request: ${description}`,
    )
  })
})

it('what is sent too fast is refused with the seconds to wait, and the chat stays closed so long', async () => {
  await stand.control('PUT', '/telegram/rates', { enabled: true, privateBurst: 2 })
  await send({ text: '1' })
  await send({ text: '2' })
  const refused = await send({ text: '3' })
  await stand.control('PUT', '/telegram/rates', { enabled: false })
  expect(refused).toEqual({
    ok: false,
    error_code: 429,
    description: 'Too Many Requests: retry after 1',
    parameters: { retry_after: 1 },
  })
})

it('the call log shows what was called and never the whole token', async () => {
  await send({ text: 'logged' })
  const { body } = await stand.control('GET', '/calls?after=0')
  const log = JSON.stringify(body)
  expect(log).toContain('/bot123456…/sendMessage')
  expect(log).not.toContain(token)
})
