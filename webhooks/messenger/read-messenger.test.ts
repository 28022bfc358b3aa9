import { describe, expect, test } from 'vitest'
import type { InboundItem } from '#core/channels/inbound-item.ts'
import type { JsonRecord } from '../meta/loose-json.ts'
import {
  attached,
  bakery,
  callWith,
  cdn,
  echoOf,
  eventOf,
  leadEvent,
  messageOf,
  ole,
  oleClaim,
} from './example-calls.ts'
import { createMessengerReader } from './read-messenger.ts'

const reader = createMessengerReader({ now: () => new Date('2026-11-20T10:00:00Z') })
const read = (call: JsonRecord): InboundItem[] => reader(Buffer.from(JSON.stringify(call)))
const readEvent = (...events: JsonRecord[]) => read(callWith({ messaging: events }))
const readMessage = (message: JsonRecord) => readEvent(messageOf(message))[0]

describe('stickers', () => {
  const payload = { url: cdn, sticker_id: 369239263222822 }
  const image = { type: 'image', payload }
  const sticker = { type: 'sticker', payload }

  test.each([
    ['as a sticker', [sticker]],
    ['as a picture', [image]],
    ['as both', [image, sticker]],
  ])('one that comes %s is one sticker', (_name, attachments) => {
    expect(readMessage({ attachments })).toMatchObject({
      kind: 'sticker',
      attachments: [{ kind: 'sticker', url: cdn }],
      data: { stickerId: '369239263222822' },
    })
  })

  test('a picture beside a sticker stays', () => {
    const other = { type: 'image', payload: { url: `${cdn}&other` } }
    expect(readMessage({ attachments: [other, sticker] })).toMatchObject({
      attachments: [{ kind: 'image' }, { kind: 'sticker' }],
    })
  })
})

describe('links and places', () => {
  test('the preview of a link does not make a text something else', () => {
    const preview = attached('fallback', { url: 'https://l.facebook.com/?u=x', title: 'Plan B' })
    expect(readMessage({ text: 'https://example.com', ...preview })).toMatchObject({
      kind: 'text',
      body: 'https://example.com',
      data: { link: { title: 'Plan B' } },
    })
    expect(readMessage(preview)).toMatchObject({ kind: 'share', body: 'Plan B' })
    expect(readMessage(attached('fallback'))).toMatchObject({
      kind: 'unsupported',
      data: { kind: 'fallback' },
    })
  })

  test('a place has its two numbers', () => {
    const place = { type: 'location', title: 'The pier', payload: { coordinates: { lat: 54.3, long: 10.1 } } }
    expect(readMessage({ attachments: [place] })).toMatchObject({
      kind: 'location',
      data: { latitude: 54.3, longitude: 10.1, name: 'The pier' },
    })
  })

  test('a document has the name in its address', () => {
    expect(readMessage(attached('file', { url: cdn }))).toMatchObject({
      kind: 'document',
      attachments: [{ fileName: 'price-list.pdf' }],
    })
  })
})

describe('echoes', () => {
  const ours = '0199A3C2-7d10-7cc4-9a51-0b8d0c6f2e11'

  test('the echo of our own send carries our id', () => {
    expect(readEvent(echoOf({ text: 'Yes', app_id: 15177764818601, metadata: ours }))).toMatchObject([
      {
        externalId: 'm_ECHO1',
        echo: { messageId: ours.toLowerCase() },
        person: { identities: [oleClaim] },
        data: { appId: '15177764818601' },
      },
    ])
  })

  test("another tool's data is kept and is nobody's id", () => {
    const [item] = readEvent(echoOf({ text: 'Yes', metadata: 'campaign-7' }))
    expect(item).toMatchObject({ echo: {}, data: { metadata: 'campaign-7' } })
  })
})

describe('delivery and reading', () => {
  test('each named message is delivered, and everything up to the moment', () => {
    const delivery = { mids: ['m_1', 'm_2'], watermark: 1795076999000 }
    expect(readEvent(eventOf({ delivery }))).toMatchObject([
      { type: 'delivery-state', externalId: 'm_1', state: 'delivered' },
      { type: 'delivery-state', externalId: 'm_2', state: 'delivered' },
      {
        type: 'watermark',
        state: 'delivered',
        upTo: new Date(1795076999000),
        person: { identities: [oleClaim] },
      },
    ])
  })

  test('reading names a moment only', () => {
    expect(readEvent(eventOf({ read: { watermark: 1795076999000 } }))).toMatchObject([
      { type: 'watermark', state: 'read', upTo: new Date(1795076999000) },
    ])
    expect(readEvent(eventOf({ read: {} }))).toMatchObject([{ type: 'unreadable' }])
  })
})

describe('people without an id', () => {
  test('a visitor is known by his reference until he writes', () => {
    const postback = { mid: 'm_P', title: 'Start', payload: 'START' }
    expect(readEvent(eventOf({ sender: { user_ref: 'REF-1' }, postback }))).toMatchObject([
      {
        kind: 'choice',
        body: 'Start',
        data: { payload: 'START' },
        person: { identities: [{ kind: 'messenger_user', value: `${bakery}:ref:REF-1`, address: 'REF-1' }] },
      },
    ])
  })

  test('the checkbox of a website names him in the event itself', () => {
    const event = {
      recipient: { id: bakery },
      timestamp: 1795077000000,
      optin: { ref: 'order-7', user_ref: 'REF-2' },
    }
    expect(readEvent(event)).toMatchObject([
      {
        kind: 'system',
        data: { event: 'optin', ref: 'order-7' },
        person: { identities: [{ value: `${bakery}:ref:REF-2` }] },
      },
    ])
  })

  test('messages about a topic are a preference, which he may take back', () => {
    const optin = (notification_messages_status?: string) =>
      readEvent(
        eventOf({ optin: { type: 'notification_messages', title: 'Offers', notification_messages_status } }),
      )
    expect(optin()).toMatchObject([
      { kind: 'system' },
      { type: 'preference', category: 'marketing', wants: true },
    ])
    expect(optin('STOP_NOTIFICATIONS')[1]).toMatchObject({ wants: false })
    expect(optin('RESUME_NOTIFICATIONS')[1]).toMatchObject({ wants: true })
  })
})

describe('postbacks', () => {
  test('one without an id gets the same each time, and another one at another time', () => {
    const pressed = (timestamp: number) =>
      readEvent(eventOf({ timestamp, postback: { title: 'Hi', payload: 'HI' } })).map(
        (item) => 'externalId' in item && item.externalId,
      )
    expect(pressed(1795077000001)).toEqual(pressed(1795077000001))
    expect(pressed(1795077000001)).not.toEqual(pressed(1795077000002))
  })

  test('tells the link that was followed', () => {
    const postback = { mid: 'm_P', title: 'Start', referral: { ref: 'poster', source: 'SHORT-URL' } }
    expect(readEvent(eventOf({ postback }))).toMatchObject([
      { referral: { sourceType: 'link', ref: 'poster' } },
    ])
  })
})

describe('ads with questions', () => {
  test('the answers are a form, with the e-mail address in them', () => {
    expect(readEvent(leadEvent)).toMatchObject([
      {
        kind: 'form',
        sentAt: new Date(1795077000000),
        referral: { sourceType: 'ad', adId: '44', headline: 'Catering' },
        data: { answers: { 'For how many?': '40', 'Where do we write to?': 'Ole.Berg@Example.com' } },
        person: { identities: [oleClaim, { kind: 'email', value: 'ole.berg@example.com', claimed: true }] },
      },
    ])
  })

  test("the summary that Meta writes in the customer's name is not the customer's word", () => {
    const hop_context = { app_id: 498, metadata: 'messenger_lead_gen_complete' }
    expect(readEvent(messageOf({ text: 'Lead summary: 40' }, { hop_context }))).toMatchObject([
      { kind: 'system', body: 'Lead summary: 40', data: { event: 'lead_summary' } },
    ])
    const hops = [{ app_id: 1, metadata: 'from the night shift' }]
    expect(readEvent(messageOf({ text: 'hello' }, { hop_context: hops }))).toMatchObject([
      { kind: 'text', data: { hopContext: hops } },
    ])
  })
})

describe("Meta's rules", () => {
  const enforcement = (action: string) =>
    readEvent({ recipient: { id: bakery }, 'policy-enforcement': { action, reason: 'Too many complaints' } })

  test('a blocked Page is a danger, and an unblocked one a relief', () => {
    expect(enforcement('block')).toMatchObject([
      {
        type: 'channel-notice',
        account: bakery,
        meaning: { kind: 'danger', code: 'policy-enforcement', detail: 'Too many complaints' },
      },
    ])
    expect(enforcement('unblock')).toMatchObject([
      { meaning: { kind: 'relief', code: 'policy-enforcement' } },
    ])
  })

  test('whatever has no meaning for a desk is a notice by its name', () => {
    expect(readEvent(eventOf({ game_play: { score: 3 } }), eventOf({ account_linking: {} }))).toMatchObject([
      { type: 'channel-notice', topic: 'game_play' },
      { type: 'channel-notice', topic: 'account_linking' },
    ])
  })
})

describe('comments under posts', () => {
  const comment = {
    item: 'comment',
    verb: 'add',
    comment_id: '1_5',
    post_id: '100_1',
    parent_id: '100_1',
    from: { id: ole, name: 'Ole Berg' },
    message: 'How much?',
    created_time: 1795076990,
  }
  const readFeed = (changes: JsonRecord) =>
    read(callWith({ changes: [{ field: 'feed', value: { ...comment, ...changes } }] }))

  test("a customer's comment is a message that can be answered in private", () => {
    const [item] = readFeed({})
    expect(item).toMatchObject({
      kind: 'comment',
      externalId: '1_5',
      body: 'How much?',
      sentAt: new Date(1795076990000),
      person: { identities: [oleClaim], name: 'Ole Berg' },
      data: { commentId: '1_5', post: { id: '100_1' } },
    })
    expect(item).not.toHaveProperty('replyTo')
    expect(readFeed({ parent_id: '1_4' })).toMatchObject([{ replyTo: '1_4' }])
  })

  test('its later changes are changes of that message', () => {
    expect(readFeed({ verb: 'edited', message: 'How much is it?' })).toMatchObject([
      { kind: 'edit', replyTo: '1_5', body: 'How much is it?' },
    ])
    expect(readFeed({ verb: 'remove' })).toMatchObject([
      { kind: 'revoke', replyTo: '1_5', externalId: '1_5:removed' },
    ])
  })

  test('likes, posts and what the Page itself wrote are notices', () => {
    expect(readFeed({ item: 'reaction' })).toMatchObject([{ type: 'channel-notice', topic: 'feed' }])
    expect(readFeed({ from: { id: bakery } })).toMatchObject([{ type: 'channel-notice', topic: 'feed.own' }])
    expect(readFeed({ from: null })).toMatchObject([{ type: 'channel-notice', topic: 'feed' }])
  })
})

test('lead ads beside messages go to their own network', () => {
  const leadgen = { field: 'leadgen', value: { leadgen_id: '77', page_id: bakery, created_time: 1795077000 } }
  expect(read(callWith({ messaging: [messageOf({ text: 'hi' })], changes: [leadgen] }))).toMatchObject([
    { type: 'message', network: 'messenger' },
    { type: 'fetch-request', network: 'facebook_leads', account: bakery, externalId: '77' },
  ])
})
