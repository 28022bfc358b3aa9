import { describe, expect, test } from 'vitest'
import type { InboundItem } from '#core/channels/inbound-item.ts'
import type { JsonRecord } from '../meta/loose-json.ts'
import {
  attached,
  bakery,
  callWith,
  cdn,
  commentOf,
  eventOf,
  marina,
  marinaClaim,
  messageOf,
} from './example-calls.ts'
import { createInstagramReader } from './read-instagram.ts'

const reader = createInstagramReader({ now: () => new Date('2026-11-20T10:00:00Z') })
const read = (call: JsonRecord): InboundItem[] => reader(Buffer.from(JSON.stringify(call)))
const readEvent = (...events: JsonRecord[]) => read(callWith({ messaging: events }))
const readMessage = (message: JsonRecord) => readEvent(messageOf(message))[0]

test('a text is a message of the person, at the time that Instagram says', () => {
  expect(readEvent(messageOf({ text: 'Is it open?' }))).toEqual([
    {
      type: 'message',
      network: 'instagram',
      account: bakery,
      externalId: 'mid.MARINA1',
      person: { identities: [marinaClaim] },
      sentAt: new Date(1795077000123),
      kind: 'text',
      body: 'Is it open?',
      attachments: [],
      data: {},
    },
  ])
})

describe('the parts of a message', () => {
  test('two pictures with a text are one message with both', () => {
    const image = { type: 'image', payload: { url: cdn } }
    expect(readMessage({ text: 'front and back', attachments: [image, image] })).toMatchObject({
      kind: 'image',
      body: 'front and back',
      attachments: [
        { kind: 'image', url: cdn },
        { kind: 'image', url: cdn },
      ],
    })
  })

  test('a reel that lies on Instagram is a link, and one that lies on a file server a file', () => {
    const page = 'https://www.instagram.com/reel/abc/'
    const link = readMessage(attached('ig_reel', { url: page, title: 'Baking', reel_video_id: '9' }))
    expect(link).toMatchObject({
      kind: 'share',
      body: 'Baking',
      attachments: [],
      data: { share: { type: 'ig_reel', id: '9', title: 'Baking', url: page } },
    })
    expect(readMessage(attached('reel', { url: cdn }))).toMatchObject({
      attachments: [{ kind: 'video', url: cdn }],
    })
  })

  test('a mention in a story comes with its picture, and a reply to a story with the story', () => {
    expect(readMessage(attached('story_mention', { url: cdn }))).toMatchObject({
      kind: 'story_mention',
      attachments: [{ kind: 'image', url: cdn }],
    })
    const reply = { text: 'How much?', reply_to: { story: { id: '7', url: cdn } } }
    expect(readMessage(reply)).toMatchObject({ kind: 'text', data: { story: { id: '7', url: cdn } } })
  })

  test('a kind that nobody knows yet keeps what came, and does not hide the text beside it', () => {
    const strange = attached('hologram', { depth: 3 })
    expect(readMessage(strange)).toMatchObject({
      kind: 'unknown',
      data: { kind: 'hologram', raw: { type: 'hologram', payload: { depth: 3 } } },
    })
    expect(readMessage({ text: 'look', ...strange })).toMatchObject({
      kind: 'text',
      body: 'look',
      data: { more: [{ kind: 'hologram' }] },
    })
  })

  test('what Instagram does not hand over is unsupported', () => {
    expect(readMessage({ is_unsupported: true })).toMatchObject({ kind: 'unsupported' })
    expect(readMessage(attached('ephemeral'))).toMatchObject({
      kind: 'unsupported',
      data: { kind: 'ephemeral' },
    })
  })

  test('an ad that a message came from is told, with its title', () => {
    const ads_context_data = { ad_title: 'Summer bread', photo_url: cdn }
    const referral = { ref: 'summer', ad_id: '44', source: 'ADS', type: 'OPEN_THREAD', ads_context_data }
    expect(readMessage({ text: 'Hi', referral })).toMatchObject({
      kind: 'text',
      referral: { sourceType: 'ad', sourceId: '44', adId: '44', ref: 'summer', headline: 'Summer bread' },
    })
  })
})

describe('changes of messages', () => {
  test('a message that was taken back is to be erased, under an id of its own', () => {
    expect(readMessage({ is_deleted: true })).toMatchObject({
      kind: 'revoke',
      externalId: 'mid.MARINA1:deleted',
      replyTo: 'mid.MARINA1',
      erase: true,
    })
  })

  test('each rewriting of a message has an id of its own', () => {
    const edit = (num_edit: string, text: string) =>
      eventOf({ message_edit: { mid: 'mid.1', text, num_edit } })
    expect(readEvent(edit('1', 'two'), edit('2', 'three'))).toMatchObject([
      { kind: 'edit', externalId: 'mid.1:edit:1', replyTo: 'mid.1', body: 'two' },
      { kind: 'edit', externalId: 'mid.1:edit:2', replyTo: 'mid.1', body: 'three' },
    ])
  })

  test('a reaction, its change and its end are three messages; heard twice, each keeps its id', () => {
    const at = (timestamp: number, reaction: JsonRecord) =>
      eventOf({ timestamp, reaction: { mid: 'mid.1', ...reaction } })
    const events = [
      at(1795077000001, { action: 'react', emoji: '❤️' }),
      at(1795077000002, { action: 'react', reaction: 'wow' }),
      at(1795077000003, { action: 'unreact', emoji: '😮' }),
    ]
    const items = readEvent(...events)
    expect(items).toMatchObject([{ body: '❤️' }, { body: '😮' }, { kind: 'reaction', replyTo: 'mid.1' }])
    expect(items[2]).not.toHaveProperty('body')
    const ids = items.map((item) => 'externalId' in item && item.externalId)
    expect(new Set(ids).size).toBe(3)
    expect(readEvent(...events.toReversed()).map((item) => 'externalId' in item && item.externalId)).toEqual(
      ids.toReversed(),
    )
  })
})

describe('who wrote', () => {
  const outwards = { sender: { id: bakery }, recipient: { id: marina } }

  test('what the business wrote in the app is an echo in the conversation of the customer', () => {
    expect(readEvent(messageOf({ text: 'Yes!', is_echo: true }, outwards))).toMatchObject([
      { kind: 'text', echo: {}, person: { identities: [marinaClaim] } },
    ])
  })

  test('a reaction of the business is one too, although nothing calls it an echo', () => {
    const reaction = { mid: 'mid.MARINA1', action: 'react', emoji: '👍' }
    expect(readEvent({ ...eventOf({ reaction }), ...outwards })).toMatchObject([
      { echo: {}, person: { identities: [marinaClaim] } },
    ])
  })

  test('a note of the business to itself is marked as such', () => {
    const itself = { sender: { id: bakery }, recipient: { id: bakery } }
    expect(readEvent(messageOf({ text: 'test', is_echo: true, is_self: true }, itself))).toMatchObject([
      { echo: {}, data: { isSelf: true } },
    ])
  })

  test('what comes while another app holds the conversation is marked', () => {
    expect(read(callWith({ standby: [messageOf({ text: 'hello?' })] }))).toMatchObject([
      { data: { standby: true } },
    ])
  })

  test('a conversation that is passed on is a notice, and tells to whom', () => {
    const event = eventOf({ pass_thread_control: { new_owner_app_id: '33' } })
    expect(readEvent(event)).toMatchObject([
      { type: 'channel-notice', topic: 'pass_thread_control', data: { value: event } },
    ])
  })
})

test('somebody who comes back through a link has written nothing, but is known', () => {
  const referral = { ref: 'poster', source: 'IGME', type: 'OPEN_THREAD' }
  const [item] = readEvent(eventOf({ referral }))
  expect(item).toMatchObject({
    kind: 'system',
    data: { event: 'referral' },
    referral: { sourceType: 'link', ref: 'poster' },
  })
  expect(readEvent(eventOf({ referral }))[0]).toEqual(item)
  expect(readEvent(eventOf({ referral, timestamp: 1795077009999 }))[0]).not.toHaveProperty(
    'externalId',
    item && 'externalId' in item ? item.externalId : '',
  )
})

test('a message that the customer saw is read, by its id', () => {
  expect(readEvent(eventOf({ read: { mid: 'mid.OURS' } }))).toMatchObject([
    { type: 'delivery-state', externalId: 'mid.OURS', state: 'read', at: new Date(1795077000123) },
  ])
})

describe('comments', () => {
  const { id, ...rest } = commentOf()
  const shapes: [string, JsonRecord][] = [
    ['right in the entry', { field: 'comments', value: commentOf() }],
    ['in changes', { changes: [{ field: 'comments', value: commentOf() }] }],
    [
      'in changes, with its id under another name',
      { changes: [{ field: 'comments', value: { comment_id: id, ...rest } }] },
    ],
  ]

  test.each(shapes)('a comment %s is a message that can be answered in private', (_name, entry) => {
    expect(read(callWith(entry))).toMatchObject([
      {
        type: 'message',
        kind: 'comment',
        externalId: '17900000001',
        body: 'How much is the walnut bread?',
        person: { identities: [marinaClaim, { kind: 'instagram_username', value: 'marina.falk' }] },
        referral: { sourceType: 'comment', sourceId: '17800000001' },
        data: { commentId: '17900000001', post: { id: '17800000001', type: 'FEED' } },
      },
    ])
  })

  test.each([
    ['by its id', { id: bakery, username: 'harbour.bakery' }],
    ['by being named so', { id: '1', self_ig_scoped_id: '2' }],
  ])("the business's own comment, known %s, is nobody's message", (_name, from) => {
    const entry = { field: 'comments', value: commentOf({ from }) }
    expect(read(callWith(entry))).toMatchObject([{ type: 'channel-notice', topic: 'comments.own' }])
  })

  test('a mention elsewhere, which names no text and nobody, is a notice', () => {
    const entry = { changes: [{ field: 'mentions', value: { media_id: '1', comment_id: '2' } }] }
    expect(read(callWith(entry))).toMatchObject([{ type: 'channel-notice', topic: 'mentions' }])
  })
})

describe("the dashboard's tests", () => {
  test('are messages that say what they are', () => {
    const event = messageOf({ text: 'random' }, { timestamp: '1795077000' })
    const calls = [
      { object: 'instagram', entry: [{ id: '0', messaging: [event] }] },
      { object: 'instagram', entry: [{ id: '0', changes: [{ field: 'messages', value: event }] }] },
      { field: 'messages', value: event },
    ]
    for (const call of calls) {
      expect(read(call)).toMatchObject([
        { type: 'message', account: bakery, sentAt: new Date(1795077000000), data: { test: true } },
      ])
    }
  })
})

describe('what is not as it should be', () => {
  test('one bad event is put aside alone, with its place and its reason', () => {
    const items = readEvent({ ...eventOf({}), message: {} }, messageOf({ text: 'good' }), eventOf({}))
    expect(items).toMatchObject([
      { type: 'unreadable', path: 'entry[0].messaging[0]', reason: '`mid` is missing or is not an id' },
      { type: 'message', body: 'good' },
      { type: 'unreadable', path: 'entry[0].messaging[2]', reason: 'names no event' },
    ])
  })

  test('what stands beside the events of an entry is kept', () => {
    expect(read(callWith({ messaging: [messageOf({ text: 'hi' })], weather: 'rain' }))).toMatchObject([
      { type: 'message' },
      { type: 'channel-notice', topic: 'entry', data: { value: { weather: 'rain' } } },
    ])
  })

  test('a time that makes no sense gives way to that of the entry', () => {
    expect(readEvent(messageOf({ text: 'hi' }, { timestamp: 'noon' }))).toMatchObject([
      { sentAt: new Date(1795077001000), data: { unreadableTime: 'noon' } },
    ])
  })

  test('an entry without anything in it, and a call of another network, are not lost', () => {
    expect(read(callWith({}))).toMatchObject([
      { type: 'unreadable', reason: 'holds neither events nor changes' },
    ])
    expect(read({ object: 'page', entry: [] })).toMatchObject([{ topic: 'object.page' }])
    expect(read({ object: 'instagram' })).toMatchObject([{ type: 'unreadable' }])
  })
})
