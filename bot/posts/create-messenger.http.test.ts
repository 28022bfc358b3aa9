import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DeskError } from '#core/errors.ts'
import { openFakeTelegram, refusal } from '../testing/open-fake-telegram.ts'
import { makePost, testMessenger } from '../testing/test-messenger.ts'
import type { OpenFile } from './send-file.ts'

let telegram: Awaited<ReturnType<typeof openFakeTelegram>>
const bytes = Buffer.from('these are the bytes of a photo')
const open = async () => Readable.from([bytes.subarray(0, 9), bytes.subarray(9)])
const messenger = (timeoutSeconds = 12, files: OpenFile = open) =>
  testMessenger(telegram.apiRoot, { timeoutSeconds, open: files })
const card = { method: 'send', html: '<b>a &amp; b</b>', buttons: [[{ text: 'Claim', data: 'claim:x' }]] }

const fileOf = (manner: string, more: object = {}) => ({
  method: 'file',
  attachmentId: '01a2b3c4-0000-7000-8000-00000000000f',
  manner,
  fileName: 'a b.jpg',
  ...more,
})

beforeEach(async () => {
  telegram = await openFakeTelegram()
})
afterEach(() => telegram.close())

describe('the messenger', () => {
  it('shows a message with its buttons, without previews, below what it answers', async () => {
    const shown = await messenger().show(makePost(card, { replyTo: 5 }))
    expect(shown).toEqual({ outcome: 'shown', externalId: 1001 })
    expect(telegram.of('sendMessage')[0]).toMatchObject({
      chat_id: '701',
      text: '<b>a &amp; b</b>',
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
      reply_parameters: { message_id: 5, allow_sending_without_reply: true },
      reply_markup: { inline_keyboard: [[{ text: 'Claim', callback_data: 'claim:x' }]] },
    })
  })

  it('makes a sound unless the post says otherwise, and none for a file, which something told of', async () => {
    for (const more of [{}, { silent: false }, { silent: true }]) {
      await messenger().show(makePost({ ...card, ...more }))
    }
    const sounds = telegram.of('sendMessage').map((sent) => sent.disable_notification)
    expect(sounds).toEqual([undefined, undefined, true])
    await messenger().show(makePost(fileOf('photo')))
    expect(String(telegram.of('sendPhoto')[0]?.disable_notification)).toBe('true')
  })

  it('changes a message, and signs a member’s own', async () => {
    expect(await messenger().show(makePost({ method: 'edit', html: 'x' }, { target: 9 }))).toEqual({
      outcome: 'shown',
    })
    expect(telegram.of('editMessageText')[0]).toMatchObject({ message_id: 9, text: 'x' })
    await messenger().show(makePost({ method: 'react', emoji: '👀', message: 3 }))
    expect(telegram.of('setMessageReaction')[0]).toMatchObject({
      message_id: 3,
      reaction: [{ type: 'emoji', emoji: '👀' }],
    })
  })

  it('gives a chat its menu of commands, or that of strangers, and waits as long as Telegram wants', async () => {
    const menu = (commands: object[]) => messenger().show(makePost({ method: 'menu', commands }))
    const commands = [{ command: 'inbox', description: 'Who waits' }]
    expect(await menu(commands)).toEqual({ outcome: 'shown' })
    expect(telegram.of('setMyCommands')).toEqual([{ commands, scope: { type: 'chat', chat_id: '701' } }])
    expect(await menu([])).toEqual({ outcome: 'shown' })
    expect(telegram.of('deleteMyCommands')).toEqual([{ scope: { type: 'chat', chat_id: '701' } }])
    telegram.on('setMyCommands', () => refusal(429, 'Too Many Requests', { retry_after: 7 }))
    expect(await menu(commands)).toEqual({ outcome: 'wait', ms: 7_000 })
  })

  it('does not tell Telegram again what a message looks like already', async () => {
    const change = { method: 'edit', html: card.html, buttons: card.buttons }
    expect(await messenger().show(makePost(change, { target: 9, shown: card }))).toMatchObject({
      outcome: 'dropped',
    })
    expect(telegram.of('editMessageText')).toEqual([])
    await messenger().show(makePost({ ...change, buttons: [] }, { target: 9, shown: card }))
    expect(telegram.of('editMessageText')).toHaveLength(1)
  })

  it('leaves a page open that says all of a change that yields to it', async () => {
    const usual = { method: 'edit', html: card.html, buttons: [], yields: true }
    const open = {
      method: 'edit',
      html: card.html,
      page: true,
      buttons: [[{ text: 'Tags', data: 'tags:x' }]],
    }
    const asks = { ...open, html: `${card.html}\n\nFor how long?` }
    const show = (change: object, shown: Record<string, unknown>) =>
      messenger().show(makePost(change as typeof usual, { target: 9, shown }))
    for (const page of [open, asks])
      expect((await show(usual, page)).outcome, JSON.stringify(page)).toBe('dropped')
    const { yields: _yields, ...insists } = usual
    expect((await show(insists, open)).outcome, 'back from the page').toBe('shown')
    expect((await show({ ...usual, html: 'Somebody has it' }, open)).outcome).toBe('shown')
    const left = (hours: string) => ({ html: `${card.html}\n${hours}`, fleeting: [`\n${hours}`] })
    const early = { ...asks, ...left('2 h left'), html: `${card.html}\n2 h left\n\nFor how long?` }
    expect((await show({ ...usual, ...left('1 h left') }, early)).outcome).toBe('dropped')
    expect((await show({ ...usual, html: `${card.html}\nclosed` }, early)).outcome).toBe('shown')
    expect((await show({ ...insists, ...left('1 h left') }, early)).outcome).toBe('shown')
    const { page: _page, ...plain } = asks
    expect((await show(usual, plain)).outcome).toBe('shown')
  })

  it('sends as plain text, once, what Telegram cannot parse: a card is never lost', async () => {
    telegram.on('sendMessage', ({ parse_mode }) =>
      parse_mode ? refusal(400, "Bad Request: can't parse entities: unclosed tag") : undefined,
    )
    expect((await messenger().show(makePost(card))).outcome).toBe('shown')
    expect(telegram.of('sendMessage')).toHaveLength(2)
    expect(telegram.of('sendMessage')[1]).toMatchObject({ text: 'a & b' })
    telegram.on('sendMessage', () => refusal(400, "Bad Request: can't parse entities"))
    expect((await messenger().show(makePost(card))).outcome).toBe('refused')
    expect(telegram.of('sendMessage')).toHaveLength(4)
  })

  it.each([
    [refusal(429, 'Too Many Requests: retry after 34', { retry_after: 34 }), { outcome: 'wait', ms: 34_000 }],
    [refusal(403, 'Forbidden: bot was blocked by the user'), { outcome: 'unreachable' }],
    [refusal(400, 'Bad Request: chat not found'), { outcome: 'unreachable' }],
    [
      refusal(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: -1 }),
      { outcome: 'moved', chatId: '-1' },
    ],
    [refusal(400, 'Bad Request: message is not modified: same'), { outcome: 'dropped' }],
    [refusal(400, 'Bad Request: message to edit not found'), { outcome: 'gone' }],
    [refusal(400, 'Bad Request: message thread not found'), { outcome: 'astray' }],
    [refusal(400, 'Bad Request: not enough rights to manage topics'), { outcome: 'unreachable' }],
    [refusal(400, 'Bad Request: the chat is not a forum'), { outcome: 'unreachable' }],
    [refusal(400, 'Bad Request: BUTTON_DATA_INVALID'), { outcome: 'refused' }],
    [refusal(401, 'Unauthorized'), { outcome: 'wait', ms: 60_000, everywhere: true }],
    [refusal(500, 'Internal Server Error'), { outcome: 'failed' }],
    [{ status: 502, body: '<html>502 Bad Gateway</html>' }, { outcome: 'failed' }],
  ])('says of %j what it means', async (reply, outcome) => {
    telegram.on('editMessageText', () => reply)
    expect(await messenger().show(makePost({ method: 'edit', html: 'x' }, { target: 9 }))).toMatchObject(
      outcome,
    )
  })

  it('gives up on a call that hangs, and never tells the token', async () => {
    telegram.on('sendMessage', () => ({ hang: true }))
    const outcome = await messenger(0.1).show(makePost(card))
    expect(outcome.outcome).toBe('failed')
    expect(JSON.stringify(outcome)).not.toContain('4200:x')
  })

  it.each([
    ['photo', 'sendPhoto'],
    ['video', 'sendVideo'],
    ['animation', 'sendAnimation'],
    ['video_note', 'sendVideoNote'],
    ['voice', 'sendVoice'],
    ['audio', 'sendAudio'],
    ['sticker', 'sendSticker'],
    ['document', 'sendDocument'],
  ])('uploads a stored %s from our store, below what told of it', async (manner, method) => {
    const shown = await messenger().show(makePost(fileOf(manner), { replyTo: 5 }))
    expect(shown).toEqual({ outcome: 'shown', externalId: 1001 })
    const [call] = telegram.of(method)
    expect(call).toMatchObject({ chat_id: '701', [manner]: expect.stringMatching(/^attach:/) })
    expect(JSON.parse(String(call?.reply_parameters))).toMatchObject({ message_id: 5 })
    expect(telegram.files).toEqual([{ name: 'a b.jpg', bytes }])
  })

  it('sends as a document, once, what Telegram does not take as what it is', async () => {
    telegram.on('sendPhoto', () => refusal(400, 'Bad Request: PHOTO_INVALID_DIMENSIONS'))
    expect((await messenger().show(makePost(fileOf('photo')))).outcome).toBe('shown')
    expect(telegram.of('sendDocument')).toHaveLength(1)
    expect(telegram.files.map((file) => file.bytes)).toEqual([bytes, bytes])
    telegram.on('sendDocument', () => refusal(400, 'Bad Request: wrong file type'))
    expect((await messenger().show(makePost(fileOf('photo')))).outcome).toBe('refused')
  })

  it('lets no name of a file out of its line or into a folder', async () => {
    const names = [
      '../../etc/x.jpg',
      'a"; name="chat_id"\r\n\r\n7',
      'fdp.\u202Egpj.exe',
      ' . ',
      'x'.repeat(300),
    ]
    for (const fileName of names) await messenger().show(makePost(fileOf('document', { fileName })))
    expect(telegram.files.map(({ name }) => name)).toEqual([
      '_.._etc_x.jpg',
      'a__ name=_chat_id_7',
      'fdp.gpj.exe',
      'file',
      'x'.repeat(100),
    ])
    expect(telegram.of('sendDocument').every(({ chat_id }) => chat_id === '701')).toBe(true)
  })

  it('drops a file that is gone by now, and tries again one whose upload failed', async () => {
    const gone = async () => {
      throw new DeskError('not-found', 'attachment-not-stored')
    }
    expect(await messenger(12, gone).show(makePost(fileOf('photo')))).toMatchObject({ outcome: 'dropped' })
    telegram.on('sendPhoto', () => ({ status: 502, body: '<html>' }))
    expect(await messenger().show(makePost(fileOf('photo')))).toMatchObject({ outcome: 'failed' })
  })

  it('tries a file again whose bytes stopped half-way, and one that Telegram does not answer to', async () => {
    const broken = async () =>
      Readable.from(
        (async function* () {
          yield bytes
          throw new Error('the disk went away')
        })(),
      )
    const outcome = await messenger(12, broken).show(makePost(fileOf('photo')))
    expect(outcome.outcome).toBe('failed')
    telegram.on('sendPhoto', () => ({ hang: true }))
    const late = await messenger(0.2).show(makePost(fileOf('photo')))
    expect(late.outcome).toBe('failed')
    expect(JSON.stringify([outcome, late])).not.toContain('4200:x')
  })

  it('takes a post out of the chat; one that is gone already is well gone', async () => {
    expect(await messenger().show(makePost({ method: 'delete' }, { target: 9 }))).toEqual({
      outcome: 'shown',
    })
    expect(telegram.of('deleteMessage')[0]).toMatchObject({ chat_id: '701', message_id: 9 })
    telegram.on('deleteMessage', () => refusal(400, 'Bad Request: message to delete not found'))
    expect((await messenger().show(makePost({ method: 'delete' }, { target: 9 }))).outcome).toBe('gone')
  })

  it('drops what another version wrote', async () => {
    expect((await messenger().show(makePost({ method: 'sing' }))).outcome).toBe('dropped')
    expect(telegram.calls).toEqual([])
  })

  const part = (digit: string, manner: string, more: object = {}) => ({
    attachmentId: `01a2b3c4-0000-7000-8000-0000000000f${digit}`,
    manner,
    fileName: `${digit}.jpg`,
    ...more,
  })
  const albumOf = (...items: object[]) => ({ method: 'album', items })
  const numbered = (first: number) => ({
    body: { ok: true, result: [0, 1, 2].map((index) => ({ message_id: first + index })) },
  })

  it('shows an album as one, with its captions, and knows the number of each part', async () => {
    telegram.on('sendMediaGroup', () => numbered(71))
    const album = albumOf(
      part('1', 'photo', { caption: 'our <sofa>' }),
      part('2', 'video'),
      part('3', 'photo'),
    )
    expect(await messenger().show(makePost(album, { replyTo: 5 }))).toEqual({
      outcome: 'shown',
      externalId: 71,
      parts: [71, 72, 73],
    })
    const [call] = telegram.of('sendMediaGroup')
    expect(JSON.parse(String(call?.media))).toMatchObject([
      { type: 'photo', caption: 'our <sofa>' },
      { type: 'video' },
      { type: 'photo' },
    ])
    expect(String(call?.media)).not.toContain('parse_mode')
    expect(JSON.parse(String(call?.reply_parameters))).toMatchObject({ message_id: 5 })
    expect(telegram.files.map((file) => file.bytes)).toEqual([bytes, bytes, bytes])
  })

  it('shows an album as documents, once, when Telegram does not take one of its photos', async () => {
    telegram.on('sendMediaGroup', ({ media }) =>
      String(media).includes('"photo"')
        ? refusal(400, 'Bad Request: PHOTO_INVALID_DIMENSIONS')
        : numbered(81),
    )
    const shown = await messenger().show(makePost(albumOf(part('1', 'photo'), part('2', 'video'))))
    expect(shown).toMatchObject({ outcome: 'shown', parts: [81, 82] })
    expect(telegram.of('sendMediaGroup')).toHaveLength(2)
  })

  it('shows what is left of an album: one file as a file, nothing as nothing', async () => {
    const gone = new DeskError('not-found', 'attachment-not-stored')
    const only = (kept: string) =>
      messenger(12, async (_organization: string, id: string) => {
        if (!id.endsWith(kept)) throw gone
        return open()
      })
    const album = albumOf(part('1', 'photo', { caption: 'x' }), part('2', 'photo', { caption: 'kept' }))
    expect(await only('2').show(makePost(album))).toEqual({
      outcome: 'shown',
      externalId: 1001,
      parts: [null, 1001],
    })
    expect(telegram.of('sendPhoto')[0]).toMatchObject({ caption: 'kept' })
    expect(await only('9').show(makePost(album))).toMatchObject({ outcome: 'dropped' })
    expect(telegram.of('sendMediaGroup')).toEqual([])
  })

  it('takes one part out of an album, by its own number', async () => {
    const place = { target: 71, targetParts: [71, null, 73] }
    await messenger().show(makePost({ method: 'delete', part: 2 }, place))
    await messenger().show(makePost({ method: 'delete', part: 1 }, place))
    expect(telegram.of('deleteMessage')).toMatchObject([{ message_id: 73 }])
  })

  it('empties what Telegram deletes no more: the picture gives way, and the words say that it is gone', async () => {
    telegram.on('deleteMessage', () => refusal(400, "Bad Request: message can't be deleted for everyone"))
    const instead = '🗑 <i>Erased</i>'
    const deletion = { method: 'delete', manner: 'photo', instead }
    expect(await messenger().show(makePost(deletion, { target: 9 }))).toEqual({ outcome: 'shown' })
    expect(JSON.parse(String(telegram.of('editMessageMedia')[0]?.media))).toMatchObject({
      type: 'photo',
      caption: instead,
      parse_mode: 'HTML',
    })
    telegram.on('editMessageMedia', () => refusal(400, "Bad Request: message can't be edited"))
    await messenger().show(makePost({ ...deletion, manner: 'voice' }, { target: 9 }))
    expect(telegram.of('editMessageCaption')[0]).toMatchObject({ message_id: 9, caption: instead })
    await messenger().show(makePost({ method: 'delete', instead }, { target: 9 }))
    expect(telegram.of('editMessageText')[0]).toMatchObject({ text: instead })
  })

  it('tells Telegram again what it is asked to, whatever is kept of it', async () => {
    const change = { method: 'edit', html: card.html, buttons: card.buttons, again: true }
    await messenger().show(makePost(change, { target: 9, shown: card }))
    expect(telegram.of('editMessageText')).toHaveLength(1)
  })

  it('lets go of everything at once when the process ends', async () => {
    for (const method of ['sendMediaGroup', 'sendMessage']) telegram.on(method, () => ({ hang: true }))
    const hurry = AbortSignal.timeout(100)
    const contents = [albumOf(part('1', 'photo'), part('2', 'photo')), card]
    const began = performance.now()
    const outcomes = await Promise.all(contents.map((content) => messenger().show(makePost(content), hurry)))
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['failed', 'failed'])
    expect(performance.now() - began).toBeLessThan(3_000)
  })
})
