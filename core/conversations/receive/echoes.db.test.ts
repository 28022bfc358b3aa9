import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InboundMessage } from '../../channels/inbound-item.ts'
import { newId } from '../../new-id.ts'
import { connectNetwork } from '../../testing/connect-network.ts'
import { openTestCore, type TestCore } from '../../testing/open-test-core.ts'
import { eventsOf, takeIn } from '../../testing/take-in.ts'
import { inboundMessage, somePerson, writeIn } from '../../testing/write-in.ts'
import { takeOverEcho } from './take-over-echo.ts'

let test: TestCore
let organizationId: string
beforeAll(async () => {
  test = await openTestCore()
  organizationId = (await test.makeOrganization('Atlas Gym', '1001')).organizationId
  await connectNetwork(test, organizationId, 'instagram', '77')
})
afterAll(() => test.close())

const echo = (more: Partial<InboundMessage> = {}) =>
  inboundMessage('1001', { echo: {}, body: 'See you at nine.', ...more })

/** Instagram shows what was sent through its API as well. */
const onInstagram = { network: 'instagram', account: '77' } as const

/** A message of ours that is being sent, as the sender leaves it before the network has answered. */
async function sending(conversationId: string, leadId: string, body: string, status = 'sending') {
  const id = newId()
  await test.rows(
    `insert into message (organization_id, id, conversation_id, lead_id, channel_account_id, direction, kind, body,
       status, sent_at)
     select organization_id, $1, id, $3, channel_account_id, 'outbound', 'text', $4, $5, now()
     from conversation where id = $2`,
    [id, conversationId, leadId, body, status],
  )
  return id
}

const outbound = (conversationId: string) =>
  test.rows(
    `select id, external_id, status, source, author_id from message
     where conversation_id = $1 and direction = 'outbound' and twin_of is null order by id`,
    [conversationId],
  )

it('what the owner writes on the phone shows in the thread and answers the lead, but opens no reply window', async () => {
  const person = somePerson()
  const { leadId, conversationId } = await writeIn(test, [
    inboundMessage('1001', { person, sentAt: new Date('2026-11-01T10:00:00Z') }),
  ])
  const [before] = await test.rows('select last_inbound_at from conversation where id = $1', [conversationId])
  const sentAt = new Date('2026-11-01T11:00:00Z')
  await takeIn(test, [echo({ person, sentAt })])
  expect(await outbound(conversationId)).toMatchObject([{ status: 'sent', source: 'phone', author_id: null }])
  const [lead] = await test.rows('select status, last_outbound_at from lead where id = $1', [leadId])
  expect(lead).toEqual({ status: 'contacted', last_outbound_at: sentAt })
  expect(await test.rows('select last_inbound_at from conversation where id = $1', [conversationId])).toEqual(
    [before],
  )
  expect(await eventsOf(test, 'message.echoed')).toMatchObject([{ leadId, conversationId }])
})

it('somebody who is written to first becomes a contact and a lead, and is no new message of a customer', async () => {
  const person = somePerson('Omar')
  const { leadId } = await writeIn(test, [echo({ person })])
  const [lead] = await test.rows(
    'select status, imported, last_inbound_at, last_outbound_at is not null as written from lead where id = $1',
    [leadId],
  )
  expect(lead).toEqual({ status: 'contacted', imported: false, last_inbound_at: null, written: true })
  expect((await eventsOf(test, 'message.received')).filter((data) => data.leadId === leadId)).toEqual([])
})

it('an echo that carries our id is our message, not another one', async () => {
  const person = somePerson()
  const { leadId, conversationId } = await writeIn(test, [inboundMessage('1001', { person })])
  const id = await sending(conversationId, leadId, 'Our words', 'unconfirmed')
  const twice = echo({ person, body: 'Our words, as the network shows them', echo: { messageId: id } })
  await takeIn(test, [twice])
  await takeIn(test, [twice])
  expect(await outbound(conversationId)).toMatchObject([
    { id, external_id: twice.externalId, status: 'sent', source: 'desk' },
  ])
  expect(await eventsOf(test, 'message.delivery-changed')).toContainEqual({
    leadId,
    messageId: id,
    status: 'sent',
  })
})

it('two equal messages under way take one echo each, also when both echoes come at once', async () => {
  const person = somePerson()
  const { leadId, conversationId } = await writeIn(test, [inboundMessage('77', { ...onInstagram, person })])
  for (let index = 0; index < 2; index += 1) await sending(conversationId, leadId, 'ok', 'sending')
  await Promise.all([
    takeIn(test, [echo({ ...onInstagram, person, body: 'ok ', externalId: 'wamid.ok.1' })]),
    takeIn(test, [echo({ ...onInstagram, person, body: 'ok', externalId: 'wamid.ok.2' })]),
  ])
  const rows = await outbound(conversationId)
  expect(rows.map((row) => [row.status, row.source])).toEqual([
    ['sent', 'desk'],
    ['sent', 'desk'],
  ])
  expect(new Set(rows.map((row) => row.external_id))).toEqual(new Set(['wamid.ok.1', 'wamid.ok.2']))
})

it('the same words to another person, or long ago, are not taken for ours', async () => {
  const person = somePerson()
  const { leadId, conversationId } = await writeIn(test, [inboundMessage('77', { ...onInstagram, person })])
  const id = await sending(conversationId, leadId, 'Hello', 'unconfirmed')
  await takeIn(test, [
    echo({ ...onInstagram, person: somePerson(), body: 'Hello' }),
    echo({ ...onInstagram, person, body: 'Hello', sentAt: new Date('2026-01-01T10:00:00Z') }),
    echo({ ...onInstagram, person, body: 'Hello', kind: 'image' }),
  ])
  const rows = await outbound(conversationId)
  expect(rows).toHaveLength(3)
  expect(rows).toContainEqual(expect.objectContaining({ id, external_id: null, status: 'unconfirmed' }))
})

it('an echo of another tool, with an id that is no id of ours, is kept as what it is', async () => {
  const person = somePerson()
  const { conversationId } = await writeIn(test, [inboundMessage('1001', { person })])
  await takeIn(test, [
    echo({ person, echo: { messageId: "'; drop table message; --" } }),
    echo({ person, echo: { messageId: newId() } }),
  ])
  expect(await outbound(conversationId)).toHaveLength(2)
})

it('a network that shows our message before it answers us leaves one message with what is known of both', async () => {
  const person = somePerson()
  const { leadId, conversationId } = await writeIn(test, [inboundMessage('1001', { person })])
  const shown = echo({ person, body: 'As the network changed it' })
  const state = { type: 'delivery-state', network: 'whatsapp', account: '1001', data: {} } as const
  // The report of its reading comes even before the echo.
  await takeIn(test, [{ ...state, externalId: shown.externalId, state: 'read', at: new Date() }])
  await takeIn(test, [shown])
  const id = await sending(conversationId, leadId, 'As we wrote it')
  const events = await test.core.database.transaction({ organizationId }, (sql) =>
    takeOverEcho(sql, organizationId, id, shown.externalId),
  )
  expect(events).toMatchObject([
    { type: 'message.delivery-changed', data: { messageId: id, status: 'read' } },
  ])
  expect(await outbound(conversationId)).toMatchObject([
    { id, external_id: shown.externalId, status: 'read' },
  ])
  const again = await test.core.database.transaction({ organizationId }, (sql) =>
    takeOverEcho(sql, organizationId, id, shown.externalId),
  )
  expect(again).toEqual([])
  // The echo once more: it is known as ours now.
  await takeIn(test, [shown])
  expect(await outbound(conversationId)).toHaveLength(1)
})

it('the same words from the phone on WhatsApp are another message, since it shows nothing of what we send', async () => {
  const person = somePerson()
  const { leadId, conversationId } = await writeIn(test, [inboundMessage('1001', { person })])
  const id = await sending(conversationId, leadId, 'Yes', 'unconfirmed')
  await takeIn(test, [echo({ person, body: 'Yes', externalId: 'wamid.phone' })])
  const rows = await outbound(conversationId)
  expect(rows).toHaveLength(2)
  expect(rows).toContainEqual(expect.objectContaining({ id, external_id: null, status: 'unconfirmed' }))
  expect(rows).toContainEqual(expect.objectContaining({ external_id: 'wamid.phone', source: 'phone' }))
})

it('a message that its echo names is as far as was said of it before', async () => {
  const person = somePerson()
  const { leadId, conversationId } = await writeIn(test, [inboundMessage('77', { ...onInstagram, person })])
  const id = await sending(conversationId, leadId, 'On my way', 'unconfirmed')
  const shown = echo({ ...onInstagram, person, body: 'On my way' })
  const state = { type: 'delivery-state', data: {}, ...onInstagram } as const
  await takeIn(test, [{ ...state, externalId: shown.externalId, state: 'read', at: new Date() }])
  await takeIn(test, [shown])
  expect(await outbound(conversationId)).toMatchObject([{ id, status: 'read' }])
})

describe("a report that names our message by our id and the network's", () => {
  const report = (externalId: string, messageId?: string, name: 'sent' | 'delivered' = 'delivered') => ({
    type: 'delivery-state' as const,
    network: 'whatsapp' as const,
    account: '1001',
    externalId,
    state: name,
    at: new Date(),
    data: {},
    ...(messageId ? { messageId } : {}),
  })

  it('takes over what an import stored under that id, and what was said of it', async () => {
    const person = somePerson()
    const { leadId, conversationId } = await writeIn(test, [inboundMessage('1001', { person })])
    const id = await sending(conversationId, leadId, 'Imported too', 'unconfirmed')
    const externalId = 'wamid.imported'
    await takeIn(test, [echo({ person, externalId, body: 'Imported too', history: { status: 'read' } })])
    await takeIn(test, [report(externalId, id, 'sent'), report(externalId), report(externalId, id)])
    expect(await outbound(conversationId)).toMatchObject([
      { id, external_id: externalId, status: 'delivered', source: 'desk' },
    ])
    expect(await test.rows('select body, external_id from message where twin_of = $1', [id])).toEqual([
      { body: null, external_id: null },
    ])
  })

  it('fails nothing where the id belongs to a message that is certainly another', async () => {
    const person = somePerson()
    const { leadId, conversationId } = await writeIn(test, [
      inboundMessage('1001', { person, externalId: 'wamid.theirs' }),
    ])
    const id = await sending(conversationId, leadId, 'Ours', 'unconfirmed')
    const next = inboundMessage('1001', { person: somePerson(), externalId: 'wamid.behind' })
    await takeIn(test, [report('wamid.theirs', id), next])
    expect(await outbound(conversationId)).toMatchObject([{ id, external_id: null, status: 'delivered' }])
    expect(await test.rows(`select 1 from message where external_id = 'wamid.behind'`)).toHaveLength(1)
  })
})
