import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeliveryState, Person, Watermark } from '../../channels/inbound-item.ts'
import { clearDone } from '../../loops/clear-done.ts'
import { joinEarlyStates } from '../../loops/housekeeping.ts'
import { newId } from '../../new-id.ts'
import { openTestCore, type TestCore } from '../../testing/open-test-core.ts'
import { eventsOf, takeIn } from '../../testing/take-in.ts'
import { inboundMessage, somePerson, writeIn } from '../../testing/write-in.ts'
import { applyEarlyStates } from './apply-delivery-states.ts'

let test: TestCore
let organizationId: string
beforeAll(async () => {
  test = await openTestCore()
  organizationId = (await test.makeOrganization('Atlas Gym', '1001')).organizationId
})
afterAll(() => test.close())

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)
const mark = (person: Person, state: Watermark['state'], upTo: Date): Watermark => ({
  type: 'watermark',
  network: 'whatsapp',
  account: '1001',
  person,
  state,
  upTo,
  at: upTo,
})
const state = (externalId: string, name: DeliveryState['state'], pricing?: object): DeliveryState => ({
  type: 'delivery-state',
  network: 'whatsapp',
  account: '1001',
  externalId,
  state: name,
  at: new Date(),
  data: pricing ? { pricing } : {},
})

async function sent(conversationId: string, externalId: string | null, minutes: number, status = 'sent') {
  const id = newId()
  await test.rows(
    `insert into message (organization_id, id, conversation_id, lead_id, channel_account_id, direction, external_id,
       kind, body, status, sent_at, created_at)
     select organization_id, $1, id, lead_id, channel_account_id, 'outbound', $3, 'text', 'x', $5, $4::timestamptz,
       $4::timestamptz from conversation where id = $2`,
    [id, conversationId, externalId, minutesAgo(minutes), status],
  )
  return id
}
const statusOf = async (id: string) => {
  const [row] = await test.rows('select status from message where id = $1', [id])
  return row?.status
}

it('"read up to then" moves all that was sent to that person until then, and nothing else', async () => {
  const [person, other] = [somePerson(), somePerson()]
  const { conversationId } = await writeIn(test, [inboundMessage('1001', { person })])
  const { conversationId: elsewhere } = await writeIn(test, [inboundMessage('1001', { person: other })])
  const early = await sent(conversationId, 'w1', 30)
  const later = await sent(conversationId, 'w2', 20)
  const after = await sent(conversationId, 'w3', 5)
  const unsure = await sent(conversationId, null, 25, 'unconfirmed')
  const foreign = await sent(elsewhere, 'w4', 30)
  await takeIn(test, [mark(person, 'delivered', minutesAgo(10)), mark(person, 'read', minutesAgo(25))])
  expect(await Promise.all([early, later, after, unsure, foreign].map(statusOf))).toEqual([
    'read',
    'delivered',
    'sent',
    'unconfirmed',
    'sent',
  ])
  const told = (await eventsOf(test, 'message.delivery-changed')).map(({ messageId }) => messageId)
  expect(told.toSorted()).toEqual([early, later].toSorted())
  await takeIn(test, [mark(person, 'delivered', minutesAgo(10)), mark(person, 'read', minutesAgo(25))])
  expect(await eventsOf(test, 'message.delivery-changed')).toHaveLength(2)
})

it('what we wrote after that moment is not read, however close it is', async () => {
  const person = somePerson()
  const { conversationId } = await writeIn(test, [inboundMessage('1001', { person })])
  const id = await sent(conversationId, 'close', 0)
  await takeIn(test, [mark(person, 'read', new Date(Date.now() - 3_000))])
  expect(await statusOf(id)).toBe('sent')
})

it('a message whose sending has its answer only after the person read it is read', async () => {
  const person = somePerson()
  const { conversationId } = await writeIn(test, [inboundMessage('1001', { person })])
  const id = await sent(conversationId, null, 3, 'sending')
  await takeIn(test, [mark(person, 'read', minutesAgo(2))])
  expect(await statusOf(id)).toBe('sending')
  await test.rows(`update message set external_id = 'late', status = 'sent' where id = $1`, [id])
  const events = await test.core.database.transaction({ organizationId }, (sql) =>
    applyEarlyStates(sql, organizationId, ['late']),
  )
  expect(await statusOf(id)).toBe('read')
  expect(events).toHaveLength(1)
})

it('of somebody whom nobody knows is no news, and makes nobody a contact', async () => {
  const before = await test.rows('select id from contact')
  await takeIn(test, [mark(somePerson(), 'read', new Date())])
  expect(await test.rows('select id from contact')).toHaveLength(before.length)
})

it('the price is kept as it is first said, also when it comes before the message has its id', async () => {
  const { conversationId } = await writeIn(test, [inboundMessage('1001', { person: somePerson() })])
  const id = await sent(conversationId, null, 1, 'sending')
  await takeIn(test, [
    state('priced', 'sent', {
      billable: true,
      category: 'service',
      pricing_model: 'PMP',
      type: 'regular',
      x: 1,
    }),
  ])
  await test.rows(`update message set external_id = 'priced' where id = $1`, [id])
  await test.core.database.transaction({ organizationId }, (sql) =>
    applyEarlyStates(sql, organizationId, ['priced']),
  )
  await takeIn(test, [state('priced', 'delivered', { category: 'marketing' }), state('priced', 'read')])
  const [row] = await test.rows('select cost, status from message where id = $1', [id])
  expect(row).toEqual({
    cost: { billable: true, category: 'service', model: 'PMP', type: 'regular' },
    status: 'read',
  })
})

const join = () =>
  joinEarlyStates({ database: test.core.database, subscriptions: [], onRecorded: () => undefined })

it('a message whose answer is being written while the person reads it is read in the end', async () => {
  const person = somePerson()
  const { conversationId } = await writeIn(test, [inboundMessage('1001', { person })])
  const id = await sent(conversationId, null, 3, 'sending')
  await test.rows(
    `insert into outbound_send (organization_id, message_id, conversation_id, channel_account_id)
     select organization_id, id, conversation_id, channel_account_id from message where id = $1`,
    [id],
  )
  await test.core.database.transaction({ organizationId }, async (sql) => {
    await sql.query(`delete from outbound_send where message_id = $1`, [id])
    await sql.query(`update message set external_id = 'at.once', status = 'sent' where id = $1`, [id])
    expect(await applyEarlyStates(sql, organizationId, ['at.once'])).toEqual([])
    // Heard and stored before this transaction ends: neither sees the other.
    await takeIn(test, [mark(person, 'read', minutesAgo(2))])
  })
  expect(await statusOf(id)).toBe('sent')
  await join()
  expect(await statusOf(id)).toBe('read')
  expect(await test.rows('select 1 from early_watermark')).toEqual([])
})

it('a moment is kept for joining as long as something is being sent, and no longer than a day', async () => {
  const person = somePerson()
  const { conversationId } = await writeIn(test, [inboundMessage('1001', { person })])
  await takeIn(test, [mark(person, 'read', minutesAgo(2))])
  expect(await test.rows('select 1 from early_watermark')).toEqual([])
  const id = await sent(conversationId, null, 3, 'queued')
  await test.rows(
    `insert into outbound_send (organization_id, message_id, conversation_id, channel_account_id)
     select organization_id, id, conversation_id, channel_account_id from message where id = $1`,
    [id],
  )
  await takeIn(test, [mark(person, 'read', minutesAgo(1)), mark(person, 'delivered', minutesAgo(1))])
  await join()
  expect(await test.rows('select conversation_id from early_watermark')).toEqual([
    { conversation_id: conversationId },
  ])
  await test.rows(`update early_watermark set received_at = now() - interval '2 days'`)
  await clearDone(test.core.database)
  expect(await test.rows('select 1 from early_watermark')).toEqual([])
})

it('reports of messages that other tools sent do not keep ours from being joined', async () => {
  const { conversationId } = await writeIn(test, [inboundMessage('1001', { person: somePerson() })])
  const id = await sent(conversationId, null, 1, 'sending')
  await takeIn(test, [state('ours.early', 'read')])
  await takeIn(
    test,
    Array.from({ length: 1_500 }, (_, index) => state(`foreign.${index}`, 'delivered')),
  )
  // As if neither transaction had seen the other.
  await test.rows(`update message set external_id = 'ours.early', status = 'sent' where id = $1`, [id])
  await join()
  expect(await statusOf(id)).toBe('read')
  expect(
    await test.rows(`select 1 from early_delivery_state where external_id like 'foreign.%'`),
  ).toHaveLength(1_500)
})

it('a report of what the customer wrote is kept once and changes nothing, however often it is looked at', async () => {
  const person = somePerson()
  await writeIn(test, [inboundMessage('1001', { person, externalId: 'his.own' })])
  await takeIn(test, [state('his.own', 'read')])
  const kept = () => test.rows(`select received_at from early_delivery_state where external_id = 'his.own'`)
  const before = await kept()
  await join()
  expect(await kept()).toEqual(before)
})
