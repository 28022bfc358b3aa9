import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ImportProgress, InboundItem, InboundMessage } from '../channels/inbound-item.ts'
import { createLog } from '../log.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { readAsItems } from '../testing/read-as-items.ts'
import { eventsOf, takeIn } from '../testing/take-in.ts'
import { inboundMessage, somePerson } from '../testing/write-in.ts'
import { importHistory, itemsPerStep } from './import-history.ts'

let test: TestCore
let owner: Awaited<ReturnType<TestCore['makeOrganization']>>['owner']
beforeAll(async () => {
  test = await openTestCore()
  owner = (await test.makeOrganization('Atlas Gym', '1001')).owner
})
afterAll(() => test.close())
beforeEach(() => test.rows('delete from inbound_event'))

const subscriptions = [{ name: 'listener', types: ['message.received'] as const }]
let serial = 0
async function call(items: InboundItem[] | string) {
  serial += 1
  await test.core.intake.accept({
    source: 'whatsapp_history',
    dedupeKey: Buffer.from(`history ${serial}`),
    body: Buffer.from(typeof items === 'string' ? items : JSON.stringify(items)),
  })
}
const run = (isBusy = () => false) =>
  importHistory({
    database: test.core.database,
    readers: new Map([['whatsapp_history', readAsItems]]),
    subscriptions,
    log: createLog('silent'),
    wake: () => undefined,
    isBusy,
  })

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
const old = (person: InboundMessage['person'], externalId: string, more: Partial<InboundMessage> = {}) =>
  inboundMessage('1001', { person, externalId, history: {}, sentAt: daysAgo(40), body: 'long ago', ...more })
const leadOf = async (externalId: string) => {
  const [row] = await test.rows(
    `select l.*, c.last_inbound_at as window_from from message m join lead l on l.id = m.lead_id
     join conversation c on c.id = m.conversation_id where m.external_id = $1`,
    [externalId],
  )
  return row
}

describe('old chats', () => {
  const lina = somePerson()

  it('come in with both sides and how far they had come, and nobody is told', async () => {
    await call([
      old(lina, 'h1'),
      old(lina, 'h2', { echo: {}, history: { status: 'read' }, sentAt: daysAgo(39) }),
      old(lina, 'h3', { echo: {}, sentAt: daysAgo(38) }),
    ])
    expect(await run()).toBe(1)
    expect(
      await test.rows(
        `select external_id, direction, status, source from message where external_id like 'h%' order by sent_at`,
      ),
    ).toEqual([
      { external_id: 'h1', direction: 'inbound', status: 'received', source: 'history' },
      { external_id: 'h2', direction: 'outbound', status: 'read', source: 'history' },
      { external_id: 'h3', direction: 'outbound', status: 'sent', source: 'history' },
    ])
    expect(await test.rows('select 1 from domain_event')).toEqual([])
    expect(await test.rows('select state from inbound_event')).toEqual([{ state: 'done' }])
  })

  it('open leads that are no work: not in the inbox, nobody waits, the reply window is as the network has it', async () => {
    expect(await leadOf('h1')).toMatchObject({
      imported: true,
      status: 'contacted',
      last_inbound_at: null,
      window_from: null,
    })
    expect(await test.desk.ask(owner, 'listInbox', {})).toMatchObject({ total: 0, leads: [] })
    const lately = new Date(Date.now() - 3_600_000)
    await call([old(somePerson(), 'recent', { sentAt: lately })])
    await run()
    expect(await leadOf('recent')).toMatchObject({
      imported: true,
      last_inbound_at: null,
      window_from: lately,
    })
  })

  it('become a lead of today when the person writes again: told once as a new lead', async () => {
    await takeIn(test, [inboundMessage('1001', { person: lina, externalId: 'live1' })], subscriptions)
    await takeIn(test, [inboundMessage('1001', { person: lina, externalId: 'live2' })], subscriptions)
    const { id } = (await leadOf('live1')) ?? {}
    expect(await leadOf('h1')).toMatchObject({ id, imported: false })
    const told = await eventsOf(test, 'message.received')
    expect(told.map(({ leadId, opensLead }) => [leadId, opensLead])).toEqual([
      [id, true],
      [id, false],
    ])
    expect(await test.desk.ask(owner, 'listInbox', {})).toMatchObject({ total: 1 })
  })

  it('that come after the live message change nothing for the lead that staff have', async () => {
    const person = somePerson()
    await takeIn(test, [inboundMessage('1001', { person, externalId: 'first' })])
    const before = await leadOf('first')
    await call([old(person, 'before'), old(person, 'before2', { echo: {} })])
    await run()
    expect(await leadOf('before')).toMatchObject({
      id: before?.id,
      imported: false,
      status: 'new',
      last_inbound_at: before?.last_inbound_at,
      last_message_at: before?.last_message_at,
    })
  })

  it('do not swallow a message that the network also delivers as news, whichever comes first', async () => {
    const person = somePerson()
    await call([old(person, 'both', { sentAt: new Date() })])
    await run()
    await takeIn(test, [inboundMessage('1001', { person, externalId: 'both' })], subscriptions)
    await takeIn(test, [inboundMessage('1001', { person, externalId: 'both' })], subscriptions)
    const lead = await leadOf('both')
    const told = (await eventsOf(test, 'message.received')).filter((data) => data.leadId === lead?.id)
    expect(told).toMatchObject([{ opensLead: true }])
    expect(lead).toMatchObject({ imported: false })
    expect(lead?.last_inbound_at).not.toBeNull()
  })
})

describe('an old chat that a member takes up', () => {
  it('is in the inbox at once, and is no new lead when the person writes', async () => {
    const person = somePerson()
    await call([old(person, 'taken-up')])
    await run()
    const { id: leadId } = (await leadOf('taken-up')) ?? {}
    await test.desk.perform(owner, 'claimLead', { leadId })
    const { leads } = await test.desk.ask(owner, 'listInbox', { whose: 'mine' })
    expect(leads.map(({ id }) => id)).toEqual([leadId])
    await takeIn(test, [inboundMessage('1001', { person })], subscriptions)
    const told = (await eventsOf(test, 'message.received')).filter((data) => data.leadId === leadId)
    expect(told).toMatchObject([{ opensLead: false }])
    expect(await leadOf('taken-up')).toMatchObject({ imported: false })
  })
})

describe('an import', () => {
  it('of thousands of messages in one call comes in step by step, and a poisonous one is put aside alone', async () => {
    const items = Array.from({ length: 1_000 }, (_, index) => old(somePerson(), `bulk.${index}`))
    items.splice(500, 0, old(somePerson(), 'poison', { kind: null as never }))
    await call(items)
    await run()
    expect(await test.rows(`select 1 from message where external_id like 'bulk.%'`)).toHaveLength(1_000)
    expect(
      await test.rows(`select organization_id is not null as ours from quarantined_item
        where item->>'externalId' = 'poison'`),
    ).toEqual([{ ours: true }])
    expect(await test.rows('select state from inbound_event')).toEqual([{ state: 'done' }])
  })

  it('that was interrupted goes on when its lease has run out, and stores nothing twice', async () => {
    await call(Array.from({ length: 450 }, (_, index) => old(somePerson(), `cut.${index}`)))
    let asked = 0
    const broken = importHistory({
      database: {
        ...test.core.database,
        transaction: (scope, work) => {
          asked += 1
          if (asked > 2) return new Promise<never>(() => undefined)
          return test.core.database.transaction(scope, work)
        },
      },
      readers: new Map([['whatsapp_history', readAsItems]]),
      subscriptions,
      log: createLog('silent'),
      wake: () => undefined,
      isBusy: () => false,
    })
    await Promise.race([broken, new Promise((resolve) => setTimeout(resolve, 1_500))])
    expect(await test.rows(`select 1 from message where external_id like 'cut.%'`)).toHaveLength(itemsPerStep)
    expect(await run()).toBe(0)
    expect(await test.rows('select attempts from inbound_event')).toEqual([{ attempts: 1 }])
    await test.rows(`update inbound_event set due_at = now() - interval '1 second'`)
    expect(await run()).toBe(1)
    expect(await test.rows(`select 1 from message where external_id like 'cut.%'`)).toHaveLength(450)
  })

  it('that another process has taken over meanwhile is left to it', async () => {
    await call(Array.from({ length: 500 }, (_, index) => old(somePerson(), `taken.${index}`)))
    let taken = false
    await importHistory({
      database: {
        ...test.core.database,
        transaction: async (scope, work) => {
          const result = await test.core.database.transaction(scope, work)
          const [row] = await test.rows(`select 1 from message where external_id like 'taken.%' limit 1`)
          if (row && !taken) {
            taken = true
            await test.rows('update inbound_event set lease_token = gen_random_uuid()')
          }
          return result
        },
      },
      readers: new Map([['whatsapp_history', readAsItems]]),
      subscriptions,
      log: createLog('silent'),
      wake: () => undefined,
      isBusy: () => false,
    })
    expect(await test.rows(`select 1 from message where external_id like 'taken.%'`)).toHaveLength(
      itemsPerStep,
    )
    expect(await test.rows('select state from inbound_event')).toEqual([{ state: 'pending' }])
  })

  it('that cannot be read is tried again later and does not end the worker', async () => {
    await call('[{]')
    expect(await run()).toBe(1)
    const [row] = await test.rows('select state, attempts, due_at > now() as later from inbound_event')
    expect(row).toEqual({ state: 'pending', attempts: 1, later: true })
  })

  it('at which the process dies each time is given up in the end', async () => {
    await call([old(somePerson(), 'deadly')])
    // Claimed eight times, and never finished.
    await test.rows('update inbound_event set attempts = 8')
    expect(await run()).toBe(1)
    const [row] = await test.rows('select state, last_error from inbound_event')
    expect(row).toEqual({
      state: 'dead',
      last_error: 'The process ended each time that this call was taken in.',
    })
    expect(await run()).toBe(0)
    expect(await test.rows(`select 1 from message where external_id = 'deadly'`)).toEqual([])
  })

  it('that fails here after another process has finished it stays finished', async () => {
    await call([old(somePerson(), 'finished')])
    await importHistory({
      database: {
        ...test.core.database,
        transaction: async (scope, work) => {
          const [row] = await test.rows('select lease_token from inbound_event')
          if (!row?.lease_token) return test.core.database.transaction(scope, work)
          await test.rows(`update inbound_event set state = 'done', done_at = now(), lease_token = gen_random_uuid()
            where state = 'pending'`)
          return test.core.database.transaction(scope, work)
        },
      },
      readers: new Map([
        [
          'whatsapp_history',
          () => {
            throw new Error('broken here')
          },
        ],
      ]),
      subscriptions,
      log: createLog('silent'),
      wake: () => undefined,
      isBusy: () => false,
    })
    expect(await test.rows('select state, last_error from inbound_event')).toEqual([
      { state: 'done', last_error: null },
    ])
  })

  it('with an item that meets a row each time loses that item and no other', async () => {
    await test.rows(`create unique index only_once on message (body) where body = 'only once'`)
    const say = (externalId: string, body: string) => old(somePerson(), externalId, { body })
    await takeIn(test, [say('once', 'only once')])
    await call([say('ahead', 'a'), say('twice', 'only once'), say('behind', 'b')])
    await run()
    expect(
      await test.rows(
        `select external_id from message where external_id in ('ahead', 'twice', 'behind') order by 1`,
      ),
    ).toEqual([{ external_id: 'ahead' }, { external_id: 'behind' }])
    expect(await test.rows('select state from inbound_event')).toEqual([{ state: 'done' }])
  })

  it('waits a little for live messages that are behind, but not for ever', async () => {
    await call(Array.from({ length: 401 }, (_, index) => old(somePerson(), `polite.${index}`)))
    const began = Date.now()
    await run(() => true)
    expect(Date.now() - began).toBeGreaterThan(1_900)
    expect(await test.rows(`select 1 from message where external_id like 'polite.%'`)).toHaveLength(401)
  })

  it('tells how far it has come, once for each tenth part', async () => {
    const report = (progress: number): ImportProgress => ({
      type: 'import-progress',
      network: 'whatsapp',
      account: '1001',
      phase: '1',
      progress,
      at: new Date(),
    })
    for (const progress of [10, 30, 20, 33, 30, 100]) await takeIn(test, [report(progress)])
    expect((await eventsOf(test, 'import.progressed')).map((data) => data.progress)).toEqual([10, 30, 100])
    const [row] = await test.rows(`select facts->'import'->'phases' as phases from channel_account`)
    expect(row).toEqual({ phases: { '1': 100 } })
  })
})
