import { describe, expect, test } from 'vitest'
import type { InboundMessage } from '#core/channels/inbound-item.ts'
import type { JsonRecord } from '../../meta/loose-json.ts'
import { bakery, callWith, marina, messageOf, textFromMarina } from '../example-calls.ts'
import { createWhatsappReader } from './read-whatsapp.ts'

const now = new Date('2026-11-20T10:00:00Z')
const reader = createWhatsappReader({ now: () => now })

function readOne(message: JsonRecord, beside: JsonRecord = { contacts: [marina] }): InboundMessage {
  const items = reader(Buffer.from(JSON.stringify(callWith({ ...beside, messages: [message] }))))
  const found = items.find((item) => item.type === 'message')
  if (found === undefined) throw new Error(`no message: ${JSON.stringify(items)}`)
  return found
}

test('a text is read with who wrote it, when and to whom', () => {
  expect(readOne(textFromMarina('Do you have rye bread?'))).toEqual({
    type: 'message',
    network: 'whatsapp',
    account: bakery,
    externalId: 'wamid.MARINA1',
    person: {
      identities: [{ kind: 'phone', value: '+4915112345678', address: '4915112345678' }],
      name: 'Marina Falk',
    },
    sentAt: new Date('2026-11-19T08:30:00Z'),
    kind: 'text',
    body: 'Do you have rye bread?',
    attachments: [],
    data: {},
  })
})

describe('files', () => {
  test('come with everything that is needed to fetch them', () => {
    const document = {
      id: '31337',
      mime_type: 'application/pdf',
      filename: 'wishes.pdf',
      sha256: 'c2hh',
      caption: 'My wishes',
      url: 'https://media.example/31337',
    }
    expect(readOne(messageOf({ type: 'document', document }))).toMatchObject({
      kind: 'document',
      body: 'My wishes',
      attachments: [
        {
          kind: 'document',
          mediaId: '31337',
          mime: 'application/pdf',
          fileName: 'wishes.pdf',
          sha256: 'c2hh',
          url: 'https://media.example/31337',
        },
      ],
    })
  })

  test.each([
    ['image', {}, 'image'],
    ['video', {}, 'video'],
    ['sticker', { animated: true }, 'sticker'],
    ['audio', { voice: true }, 'voice'],
    ['audio', { voice: false }, 'audio'],
  ])('of type %s with %j are %s', (type, extra, kind) => {
    const message = readOne(messageOf({ type, [type]: { id: '1', ...extra } }))
    expect(message.kind).toBe(kind)
    expect(message.attachments).toEqual([{ kind, mediaId: '1' }])
    if (type === 'sticker') expect(message.data).toEqual({ animated: true })
  })
})

describe('answers', () => {
  const interactive = (part: JsonRecord) => messageOf({ type: 'interactive', interactive: part })

  test('to buttons, lists and templates are choices with their payload', () => {
    const button = { type: 'button_reply', button_reply: { id: 'b1', title: 'Yes' } }
    expect(readOne(interactive(button))).toMatchObject({
      kind: 'choice',
      body: 'Yes',
      data: { payload: 'b1' },
    })
    const list = { type: 'list_reply', list_reply: { id: 'r1', title: 'Rye', description: 'dark' } }
    expect(readOne(interactive(list))).toMatchObject({
      kind: 'choice',
      body: 'Rye',
      data: { payload: 'r1', description: 'dark' },
    })
    const template = messageOf({ type: 'button', button: { payload: 'STOP', text: 'No more' } })
    expect(readOne(template)).toMatchObject({ kind: 'choice', body: 'No more', data: { payload: 'STOP' } })
  })

  test('to a form are parsed out of their string', () => {
    const form = (response_json: unknown) =>
      readOne(interactive({ type: 'nfm_reply', nfm_reply: { response_json, body: 'Sent', name: 'flow' } }))
    expect(form('{"cake":"plum","candles":7}')).toMatchObject({
      kind: 'form',
      body: 'Sent',
      data: { form: 'flow', answers: { cake: 'plum', candles: 7 } },
    })
    expect(form({ cake: 'plum' })).toMatchObject({ data: { answers: { cake: 'plum' } } })
    expect(form('{broken').data).toEqual({ form: 'flow', unparsed: '{broken' })
  })

  test('to the question whether we may call are choices', () => {
    const reply = { response: 'accept', expiration_timestamp: 1795677000, response_source: 'user_action' }
    const call = { type: 'call_permission_reply', call_permission_reply: reply }
    expect(readOne(interactive(call))).toMatchObject({
      kind: 'choice',
      body: 'accept',
      data: { event: 'call_permission_reply', expiresAt: 1795677000 },
    })
  })

  test('of a sort that we do not know are kept as they came', () => {
    const message = interactive({ type: 'dance_reply', dance_reply: {} })
    expect(readOne(message)).toMatchObject({
      kind: 'unknown',
      data: { kind: 'interactive.dance_reply', raw: message },
    })
  })

  test('that WhatsApp could not hand over are unsupported, with its reason', () => {
    const errors = [{ code: 131000, title: 'Something went wrong', error_data: { details: 'No payload' } }]
    expect(readOne(messageOf({ type: 'interactive' }), { errors })).toMatchObject({
      kind: 'unsupported',
      data: {
        kind: 'interactive',
        errors: [{ code: '131000', title: 'Something went wrong', detail: 'No payload' }],
      },
    })
  })
})

describe('reactions, edits and revocations', () => {
  test('name the message that they are about', () => {
    const edited = { type: 'text', text: { body: 'Two loaves' }, context: { id: 'M0' } }
    const edit = { original_message_id: 'wamid.OLD', message: edited }
    expect(readOne(messageOf({ type: 'edit', edit }))).toMatchObject({
      kind: 'edit',
      replyTo: 'wamid.OLD',
      body: 'Two loaves',
      data: { kind: 'text' },
    })
    expect(
      readOne(messageOf({ type: 'revoke', revoke: { original_message_id: 'wamid.OLD' } })),
    ).toMatchObject({
      kind: 'revoke',
      replyTo: 'wamid.OLD',
    })
    const reaction = { message_id: 'wamid.OURS', emoji: '❤️' }
    expect(readOne(messageOf({ type: 'reaction', reaction }))).toMatchObject({
      kind: 'reaction',
      replyTo: 'wamid.OURS',
      body: '❤️',
    })
  })

  test('an edited caption comes with its file', () => {
    const message = { type: 'image', image: { id: '9', caption: 'The blue one' } }
    expect(
      readOne(messageOf({ type: 'edit', edit: { original_message_id: 'wamid.OLD', message } })),
    ).toMatchObject({
      body: 'The blue one',
      attachments: [{ kind: 'image', mediaId: '9' }],
    })
  })

  test.each([{}, { emoji: '' }])('a reaction is taken back without an emoji: %j', (emoji) => {
    const message = readOne(messageOf({ type: 'reaction', reaction: { message_id: 'wamid.OURS', ...emoji } }))
    expect(message).not.toHaveProperty('body')
    expect(message.kind).toBe('reaction')
  })
})

describe('what has no text', () => {
  test('a place, cards of contacts and an order keep their facts', () => {
    const location = { latitude: 53.5, longitude: 9.9, name: 'The harbour' }
    expect(readOne(messageOf({ type: 'location', location }))).toMatchObject({
      kind: 'location',
      data: location,
    })
    const contacts = [{ name: { formatted_name: 'Ole' }, phones: [{ phone: '+49 40 1' }] }]
    expect(readOne(messageOf({ type: 'contacts', contacts, origin: 'contact_request' }))).toMatchObject({
      kind: 'contacts',
      data: { contacts, origin: 'contact_request' },
    })
    const items = [{ product_retailer_id: 'rye', quantity: 2, item_price: 4.5, currency: 'EUR' }]
    const order = { catalog_id: 'c1', text: 'Please slice', product_items: items }
    expect(readOne(messageOf({ type: 'order', order }))).toMatchObject({
      kind: 'order',
      body: 'Please slice',
      data: { catalogId: 'c1', items },
    })
  })

  test('an unsupported kind is named, and an unknown kind is kept as it came', () => {
    const errors = [{ code: 131051, title: 'Message type unknown' }]
    expect(readOne(messageOf({ type: 'unsupported', unsupported: { type: 'poll' }, errors }))).toMatchObject({
      kind: 'unsupported',
      data: { kind: 'poll', errors: [{ code: '131051', title: 'Message type unknown' }] },
    })
    const hologram = messageOf({ type: 'hologram', hologram: { id: '1' } })
    expect(readOne(hologram)).toMatchObject({ kind: 'unknown', data: { kind: 'hologram', raw: hologram } })
    expect(readOne(messageOf({ type: 'request_welcome' }))).toMatchObject({
      kind: 'system',
      data: { event: 'request_welcome' },
    })
  })
})

describe('what WhatsApp says about a person', () => {
  test('names who he is from now on', () => {
    const system = {
      type: 'user_changed_number',
      body: 'Marina changed',
      wa_id: '4915187654321',
      user_id: 'DE.2',
    }
    const message = readOne(messageOf({ type: 'system', system }), {})
    expect(message.person.identities).toMatchObject([{ value: '+4915112345678' }])
    expect(message).toMatchObject({ kind: 'system', body: 'Marina changed' })
    expect(message.data).toEqual({
      event: 'user_changed_number',
      newIdentities: [
        { kind: 'phone', value: '+4915187654321', address: '4915187654321' },
        { kind: 'whatsapp_user', value: 'DE.2' },
      ],
    })
  })

  test('does not take an old id out of a sentence that a name could forge', () => {
    const body = 'User x changed from DE.1 to DE.9 changed from DE.3 to DE.4'
    const message = { id: 'wamid.S', timestamp: '1795077000', type: 'system' }
    const read = readOne({ ...message, system: { type: 'user_changed_user_id', body, user_id: 'DE.4' } }, {})
    expect(read.person).toEqual({ identities: [] })
    expect(read.data).toMatchObject({ newIdentities: [{ kind: 'whatsapp_user', value: 'DE.4' }] })
  })

  test('keeps a changed identity', () => {
    const identity = { acknowledged: true, hash: 'h' }
    const system = { type: 'customer_identity_changed', body: 'New phone' }
    expect(readOne(messageOf({ type: 'system', system, identity })).data).toMatchObject({
      event: 'customer_identity_changed',
      other: { identity },
    })
  })
})

describe('what stands around a message', () => {
  test('a quoted message, a product and forwarding are told', () => {
    const context = {
      id: 'wamid.QUOTED',
      from: '4940123456',
      frequently_forwarded: true,
      referred_product: { catalog_id: 'c1', product_retailer_id: 'rye' },
    }
    const message = readOne(textFromMarina('this one', { context }))
    expect(message.replyTo).toBe('wamid.QUOTED')
    expect(message.data).toEqual({
      forwarded: true,
      frequentlyForwarded: true,
      quotedFrom: '4940123456',
      product: { catalogId: 'c1', productId: 'rye' },
    })
    expect(readOne(textFromMarina('fwd', { context: { forwarded: true } })).data).toEqual({ forwarded: true })
  })

  test('the ad that a customer came from is told', () => {
    const referral = {
      source_type: 'ad',
      source_id: '1202',
      source_url: 'https://fb.example/ad',
      headline: 'Fresh rye',
      body: 'Every morning',
      ctwa_clid: 'click-1',
      media_type: 'image',
    }
    expect(readOne(textFromMarina('hi', { referral }))).toMatchObject({
      referral: {
        sourceType: 'ad',
        sourceId: '1202',
        sourceUrl: 'https://fb.example/ad',
        headline: 'Fresh rye',
        body: 'Every morning',
        clickId: 'click-1',
      },
      data: { referralDetails: { media_type: 'image' } },
    })
  })

  test('the group and what we have no word for are kept', () => {
    expect(readOne(textFromMarina('hi', { group_id: 'g1', novelty: [1] })).data).toEqual({
      groupId: 'g1',
      other: { novelty: [1] },
    })
  })

  test('a time that makes no sense is replaced, and kept', () => {
    const message = readOne(textFromMarina('hi', { timestamp: 'TIMESTAMP' }))
    expect(message.sentAt).toEqual(now)
    expect(message.data).toEqual({ unreadableTime: 'TIMESTAMP' })
  })
})
