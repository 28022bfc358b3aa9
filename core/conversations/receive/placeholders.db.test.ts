import { afterAll, beforeAll, expect, it } from 'vitest'
import type { InboundMessage } from '../../channels/inbound-item.ts'
import { openTestCore, type TestCore } from '../../testing/open-test-core.ts'
import { takeIn } from '../../testing/take-in.ts'
import { inboundMessage, somePerson } from '../../testing/write-in.ts'

let test: TestCore
beforeAll(async () => {
  test = await openTestCore()
  await test.makeOrganization('Atlas Gym', '1001')
  await test.makeOrganization('Second House', '2002')
})
afterAll(() => test.close())

const person = somePerson()
const old = new Date('2026-10-01T10:00:00Z')
const placeholder = (externalId: string, more: Partial<InboundMessage> = {}): InboundMessage => {
  const { body: _, ...rest } = inboundMessage('1001', { externalId, person, sentAt: old, ...more })
  const data = { kind: 'media_placeholder', placeholder: true }
  return { ...rest, kind: 'unsupported', data, echo: {}, history: { status: 'read' } }
}
/** As the network delivers it: by itself, with nothing of how far the message had come. */
const file = (externalId: string, more: Partial<InboundMessage> = {}): InboundMessage =>
  inboundMessage('1001', {
    externalId,
    person,
    sentAt: old,
    kind: 'image',
    body: 'The timetable',
    attachments: [{ kind: 'image', mediaId: `media of ${externalId}`, mime: 'image/jpeg' }],
    data: { albumId: 'a1' },
    history: {},
    ...more,
  })
const stored = (externalId: string, account = '1001') =>
  test.rows(
    `select m.kind, m.body, m.data, m.album_id, m.status, m.direction, f.network_media_id as media, f.state
     from message m join channel_account a on a.id = m.channel_account_id
     left join attachment f on f.message_id = m.id where m.external_id = $1 and a.external_id = $2`,
    [externalId, account],
  )
const filled = (externalId: string) => ({
  kind: 'image',
  body: 'The timetable',
  data: { albumId: 'a1' },
  album_id: 'a1',
  status: 'read',
  direction: 'outbound',
  media: `media of ${externalId}`,
  state: 'waiting',
})

it('the file of an old message that came after its place is put there, once, and waits to be fetched', async () => {
  await takeIn(test, [placeholder('f1')])
  expect(await stored('f1')).toMatchObject([{ kind: 'unsupported', media: null }])
  await takeIn(test, [file('f1'), file('f1')])
  expect(await stored('f1')).toEqual([filled('f1')])
  await takeIn(test, [file('f1')])
  await takeIn(test, [placeholder('f1')])
  expect(await stored('f1')).toEqual([filled('f1')])
})

it('both in one call are one message with its file, in whichever order', async () => {
  await takeIn(test, [placeholder('f2'), file('f2'), placeholder('f2')])
  expect(await stored('f2')).toEqual([filled('f2')])
  await takeIn(test, [file('f3', { echo: {} }), placeholder('f3')])
  expect(await stored('f3')).toEqual([{ ...filled('f3'), status: 'sent' }])
})

it('a file before its place keeps it, and two workers that fill one place store one file', async () => {
  await takeIn(test, [file('f4', { echo: {} })])
  await takeIn(test, [placeholder('f4')])
  expect(await stored('f4')).toEqual([{ ...filled('f4'), status: 'sent' }])
  await takeIn(test, [placeholder('f5')])
  await Promise.all([takeIn(test, [file('f5')]), takeIn(test, [file('f5')])])
  expect(await stored('f5')).toEqual([filled('f5')])
})

it('what was erased stays empty, and what was edited since says the newest', async () => {
  await takeIn(test, [placeholder('f6'), placeholder('f7')])
  const about = { person, replyTo: 'f6', kind: 'revoke' as const, erase: true }
  await takeIn(test, [
    inboundMessage('1001', about),
    inboundMessage('1001', { person, replyTo: 'f7', kind: 'edit', body: 'The new timetable' }),
  ])
  await takeIn(test, [file('f6'), file('f7')])
  expect(await stored('f6')).toMatchObject([{ kind: 'unsupported', body: null, data: {}, media: null }])
  expect(await stored('f7')).toMatchObject([
    {
      kind: 'image',
      body: 'The new timetable',
      data: { originalBody: 'The timetable' },
      media: 'media of f7',
    },
  ])
})

it("another organization's place of the same id, and what the network cannot hand over, change nothing", async () => {
  await takeIn(test, [placeholder('f8'), placeholder('f8', { account: '2002' })])
  await takeIn(test, [file('f8', { account: '2002' })])
  expect(await stored('f8')).toMatchObject([{ kind: 'unsupported', media: null }])
  await takeIn(test, [file('f8', { kind: 'unsupported', attachments: [], data: { kind: 'image' } })])
  await takeIn(test, [file('f8')])
  expect(await stored('f8')).toEqual([filled('f8')])
})
