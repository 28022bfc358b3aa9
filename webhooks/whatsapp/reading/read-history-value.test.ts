import { expect, test } from 'vitest'
import type { InboundMessage } from '#core/channels/inbound-item.ts'
import type { JsonRecord } from '../../meta/loose-json.ts'
import {
  bakery,
  bakeryNumber,
  callOf,
  echoToMarina,
  historyOf,
  marina,
  messageOf,
  textFromMarina,
} from '../example-calls.ts'
import { createWhatsappReader } from './read-whatsapp.ts'

const now = new Date('2026-11-20T10:00:00Z')
const reader = createWhatsappReader({ now: () => now })
const read = (value: JsonRecord) => reader(Buffer.from(JSON.stringify(callOf('history', value))))
const messagesOf = (value: JsonRecord) =>
  read(value).filter((item): item is InboundMessage => item.type === 'message')

const theirs = textFromMarina('Rye?', { id: 'wamid.H1', history_context: { status: 'READ' } })
const ours = {
  ...{ from: bakeryNumber, id: 'wamid.H2', timestamp: '1795077060', type: 'text', text: { body: 'Yes' } },
  history_context: { status: 'DELIVERED' },
}

test('old messages of both sides belong to the customer of their chat, and then comes how far it is', () => {
  expect(read({ history: [historyOf([theirs, ours])] })).toEqual([
    {
      type: 'message',
      network: 'whatsapp',
      account: bakery,
      externalId: 'wamid.H1',
      person: { identities: [{ kind: 'phone', value: '+4915112345678', address: '4915112345678' }] },
      sentAt: new Date('2026-11-19T08:30:00Z'),
      kind: 'text',
      body: 'Rye?',
      attachments: [],
      data: {},
      history: { status: 'read' },
    },
    expect.objectContaining({
      externalId: 'wamid.H2',
      person: { identities: [{ kind: 'phone', value: '+4915112345678', address: '4915112345678' }] },
      body: 'Yes',
      echo: {},
      history: { status: 'delivered' },
    }),
    { type: 'import-progress', network: 'whatsapp', account: bakery, progress: 40, phase: '1', at: now },
  ])
})

test.each([
  ['SENT', { status: 'sent' }, undefined],
  ['PLAYED', { status: 'read' }, 'PLAYED'],
  ['ERROR', { status: 'failed' }, 'ERROR'],
  ['PENDING', {}, 'PENDING'],
])('a message that was %s comes as %j', (status, history, kept) => {
  const [message] = messagesOf({ history: [historyOf([{ ...ours, history_context: { status } }])] })
  expect(message?.history).toEqual(history)
  expect(message?.data.historyStatus).toBe(kept)
})

test('a message that says to whom it went is the business’s, even without its number', () => {
  const hidden = { ...ours, from: '', to: '4915112345678' }
  expect(messagesOf({ history: [historyOf([hidden])] })[0]).toMatchObject({ echo: {} })
})

test('a chat with somebody without a number is known by what stands beside it', () => {
  const context = { wa_id: '', user_id: 'DE.77', username: '@Marina.F' }
  const message = { ...theirs, from: '', from_user_id: 'DE.77' }
  const part = {
    metadata: { phase: 0, progress: 100 },
    threads: [{ id: '', context, messages: [message, ours] }],
  }
  const [hers, mine] = messagesOf({ history: [part] })
  const identities = [
    { kind: 'whatsapp_user', value: 'DE.77' },
    { kind: 'whatsapp_username', value: 'marina.f' },
  ]
  expect(hers?.person).toEqual({ identities })
  expect(hers).not.toHaveProperty('echo')
  expect(mine).toMatchObject({ person: { identities }, echo: {} })
})

test('a file comes as a placeholder first, and then under the same id', () => {
  const placeholder = messageOf({
    id: 'wamid.H3',
    type: 'media_placeholder',
    history_context: { status: 'READ' },
  })
  expect(messagesOf({ history: [historyOf([placeholder])] })).toMatchObject([
    { externalId: 'wamid.H3', kind: 'unsupported', data: { placeholder: true }, history: { status: 'read' } },
  ])
  const file = messageOf({ id: 'wamid.H3', type: 'image', image: { id: '77', caption: 'Plum' } })
  const [hers] = messagesOf({ contacts: [marina], messages: [file] })
  expect(hers).toMatchObject({
    externalId: 'wamid.H3',
    attachments: [{ mediaId: '77' }],
    person: { name: 'Marina Falk' },
    history: {},
  })
  expect(hers).not.toHaveProperty('echo')
  const echo = echoToMarina({ id: 'wamid.H4', type: 'image', image: { id: '78' } })
  for (const place of ['messages', 'message_echoes']) {
    expect(messagesOf({ [place]: [echo] })).toMatchObject([
      {
        externalId: 'wamid.H4',
        person: { identities: [{ value: '+4915112345678' }] },
        echo: {},
        history: {},
      },
    ])
  }
})

test('an owner who does not share his chats ends the import with the reason', () => {
  const errors = [{ code: 2593109, title: 'History sharing is off', error_data: { details: 'Turned off' } }]
  const failure = { code: '2593109', title: 'History sharing is off', detail: 'Turned off' }
  expect(read({ history: [{ errors }] })).toEqual([
    { type: 'import-progress', network: 'whatsapp', account: bakery, failure, at: now },
  ])
  expect(read({ errors })).toMatchObject([{ type: 'import-progress', failure }])
  const nobody = read({ metadata: {}, errors })
  expect(nobody).toMatchObject([{ type: 'channel-notice', topic: 'errors' }])
})

test('a bad message of a chat is put aside alone', () => {
  const items = read({ history: [historyOf([theirs, { id: 7 }, ours])] })
  expect(items.map(({ type }) => type)).toEqual(['message', 'unreadable', 'message', 'import-progress'])
  expect(items[1]).toMatchObject({ path: 'entry[0].changes[0].value.history[0].threads[0].messages[1]' })
})

test('a progress that is none is left out', () => {
  const [, progress] = read({ history: [historyOf([theirs], { phase: 2, progress: 'soon' })] })
  expect(progress).toEqual({
    type: 'import-progress',
    network: 'whatsapp',
    account: bakery,
    phase: '2',
    at: now,
  })
})
