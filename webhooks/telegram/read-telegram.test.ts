import { describe, expect, test } from 'vitest'
import type { JsonRecord } from '../meta/loose-json.ts'
import { bot, businessMessageOf, connectionId, freja, keptCall, messageOf, owner } from './example-updates.ts'
import { createTelegramReader } from './read-telegram.ts'

const now = () => new Date('2026-11-20T10:00:00Z')
const read = (update: JsonRecord) =>
  createTelegramReader({ now })(Buffer.from(JSON.stringify(keptCall(update))))
const readOne = (update: JsonRecord) => read(update)[0]
const message = (parts: JsonRecord) => readOne({ message: messageOf(parts) })

describe('a customer who writes to the bot', () => {
  test('is known by his id, and his words are his', () => {
    expect(message({ text: '<b>Hej</b>' })).toEqual({
      type: 'message',
      network: 'telegram',
      account: bot,
      externalId: '81001:11',
      person: {
        identities: [
          { kind: 'telegram_user', value: '81001' },
          { kind: 'telegram_username', value: 'freja_b' },
        ],
        name: 'Freja',
        language: 'da',
      },
      sentAt: new Date(1_795_077_000_000),
      kind: 'text',
      body: '<b>Hej</b>',
      attachments: [],
      data: {},
    })
  })

  test('by a link brings its word along', () => {
    expect(message({ text: '/start spring-sale' })).toMatchObject({
      kind: 'system',
      data: { event: 'start' },
      referral: { ref: 'spring-sale' },
    })
    expect(message({ text: '/start' })).toMatchObject({ kind: 'system' })
    expect(message({ text: '/starting now' })).toMatchObject({ kind: 'text', body: '/starting now' })
  })

  test('with a photo sends its largest size, and the parts of an album belong together', () => {
    const photo = [{ file_id: 'small' }, { file_id: 'large', file_size: 90_000 }]
    expect(message({ photo, caption: 'This one', media_group_id: 'g1' })).toMatchObject({
      kind: 'image',
      body: 'This one',
      attachments: [{ kind: 'image', mediaId: 'large', size: 90_000 }],
      data: { albumId: 'g1' },
    })
  })

  test.each([
    ['voice', { voice: { file_id: 'f', duration: 3, mime_type: 'audio/ogg' } }],
    ['video', { video: { file_id: 'f' } }],
    ['video_note', { video_note: { file_id: 'f' } }],
    ['audio', { audio: { file_id: 'f' } }],
    ['document', { document: { file_id: 'f', file_name: 'menu.pdf' } }],
    ['sticker', { sticker: { file_id: 'f', emoji: '🎂' } }],
    ['animation', { animation: { file_id: 'f' }, document: { file_id: 'f' } }],
  ])('sends a %s as what it is', (kind, parts) => {
    expect(message(parts)).toMatchObject({ kind, attachments: [{ kind, mediaId: 'f' }] })
  })

  test('who shares his own number is known by it, somebody else’s card proves nothing', () => {
    const contact = { phone_number: '4520123456', first_name: 'Freja' }
    const own = message({ contact: { ...contact, user_id: freja.id } })
    expect(own).toMatchObject({ person: { identities: [{}, {}, { kind: 'phone', value: '+4520123456' }] } })
    for (const userId of [undefined, owner.id]) {
      const other = message({ contact: { ...contact, user_id: userId } })
      expect(other).toMatchObject({ kind: 'contacts' })
      expect(JSON.stringify(other)).not.toContain('"kind":"phone"')
    }
  })

  test('answers, changes and marks messages that can be found again', () => {
    expect(message({ text: 'Yes', reply_to_message: { message_id: 9 } })).toMatchObject({
      replyTo: '81001:9',
    })
    const edited = readOne({ edited_message: messageOf({ text: 'Hey', edit_date: 1_795_077_060 }) })
    expect(edited).toMatchObject({
      kind: 'edit',
      body: 'Hey',
      replyTo: '81001:11',
      externalId: '81001:11:edit:1',
      sentAt: new Date(1_795_077_060_000),
    })
    const reaction = (emojis: object[]) =>
      readOne({
        message_reaction: {
          chat: { id: freja.id, type: 'private' },
          message_id: 11,
          user: freja,
          date: 1_795_077_000,
          old_reaction: [],
          new_reaction: emojis,
        },
      })
    expect(reaction([{ type: 'emoji', emoji: '👍' }])).toMatchObject({
      kind: 'reaction',
      body: '👍',
      replyTo: '81001:11',
    })
    expect(reaction([])).not.toHaveProperty('body')
  })

  test('who presses a button is heard by its title', () => {
    const press = readOne({
      callback_query: {
        id: 'q1',
        from: freja,
        data: 'size:20',
        message: messageOf({
          reply_markup: { inline_keyboard: [[{ text: 'For twenty', callback_data: 'size:20' }]] },
        }),
      },
    })
    expect(press).toMatchObject({ kind: 'choice', body: 'For twenty', data: { payload: 'size:20' } })
  })

  test.each([
    ['kicked', 'blocked'],
    ['member', 'reachable'],
  ])('who makes the bot %s is %s', (status, state) => {
    const part = {
      chat: { id: freja.id, type: 'private' },
      from: freja,
      date: 1_795_077_000,
      new_chat_member: { status },
    }
    expect(readOne({ my_chat_member: part })).toMatchObject({ type: 'person-state', state })
  })
})

describe("the owner's own account", () => {
  test('is found by its connection, and connected to the desk of its bot', () => {
    const connection = {
      id: connectionId,
      user: owner,
      user_chat_id: owner.id,
      date: 1_795_077_000,
      rights: { can_reply: true },
      is_enabled: true,
    }
    expect(readOne({ business_connection: connection })).toMatchObject({
      type: 'account-state',
      network: 'telegram_business',
      account: String(owner.id),
      parent: { network: 'telegram', account: bot },
      state: 'connected',
      settings: { connectionId, [`connection.${connectionId}`]: 'yes', canReply: 'true' },
    })
    const legacy = { ...connection, rights: undefined, can_reply: true, is_enabled: false }
    expect(readOne({ business_connection: legacy })).toMatchObject({
      state: 'stopped',
      settings: { canReply: 'true' },
    })
  })

  test('brings the customer’s words in, and the owner’s own as outgoing', () => {
    expect(readOne({ business_message: businessMessageOf({ text: 'Hej' }) })).toMatchObject({
      network: 'telegram_business',
      account: connectionId,
      externalId: '81001:11',
    })
    const own = readOne({ business_message: businessMessageOf({ from: owner, text: 'Hej Freja' }) })
    expect(own).toMatchObject({
      echo: {},
      person: { identities: [{ kind: 'telegram_user', value: String(freja.id) }, {}], name: 'Freja' },
    })
  })

  test('loses what is deleted in it', () => {
    const deleted = {
      business_connection_id: connectionId,
      chat: { id: freja.id, type: 'private', first_name: 'Freja' },
      message_ids: [11, 12],
    }
    expect(read({ deleted_business_messages: deleted })).toMatchObject([
      { kind: 'revoke', erase: true, replyTo: '81001:11', externalId: '81001:11:deleted' },
      { kind: 'revoke', erase: true, replyTo: '81001:12' },
    ])
  })
})

test('what a group says is no customer’s message', () => {
  expect(message({ chat: { id: -100, type: 'supergroup' }, text: 'hi' })).toMatchObject({
    type: 'channel-notice',
    topic: 'group-message',
  })
})

test('a moving location does not become a message at each step', () => {
  const part = messageOf({ location: { latitude: 1, longitude: 2 }, edit_date: 1_795_077_060 })
  expect(readOne({ edited_message: part })).toMatchObject({ type: 'channel-notice', topic: 'live-location' })
})

test('a kind to come is kept as it came', () => {
  expect(message({ hologram: { depth: 3 } })).toMatchObject({ kind: 'unknown', data: { kind: 'hologram' } })
  expect(readOne({ new_kind_of_update: {} })).toMatchObject({
    type: 'channel-notice',
    topic: 'new_kind_of_update',
  })
})
