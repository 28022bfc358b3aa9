import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { FetchRequest, InboundItem } from '../channels/inbound-item.ts'
import { createLog } from '../log.ts'
import { clearDone } from '../loops/clear-done.ts'
import { takeUpConnected, takeUpLeftBehind } from '../loops/housekeeping.ts'
import type { Queue } from '../loops/wake.ts'
import { newId } from '../new-id.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { readAsItems } from '../testing/read-as-items.ts'
import { takeIn } from '../testing/take-in.ts'
import { inboundMessage, somePerson } from '../testing/write-in.ts'
import { drainInbox } from './drain-inbox.ts'
import { takeItems } from './take-items.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
beforeAll(async () => {
  test = await openTestCore()
  gym = await test.makeOrganization('Atlas Gym', '1001')
  await test.makeOrganization('Second House', '2002')
})
afterAll(() => test.close())
beforeEach(() => test.rows('truncate inbound_event, quarantined_item, channel_notice'))

let serial = 0
async function call(...items: InboundItem[]) {
  serial += 1
  const dedupeKey = Buffer.from(`call ${serial}`)
  await test.core.intake.accept({ source: 'whatsapp', dedupeKey, body: Buffer.from(JSON.stringify(items)) })
}
async function drain(read = readAsItems) {
  const woken = new Set<Queue>()
  const options = {
    database: test.core.database,
    readers: new Map([['whatsapp', read]]),
    subscriptions: [],
    log: createLog('silent'),
    wake: (queue: Queue) => void woken.add(queue),
  }
  while ((await drainInbox(options)).calls > 0);
  return woken
}
const countOf = async (condition: string) =>
  (await test.rows(`select 1 from message where ${condition}`)).length

describe('a call', () => {
  it('of a thousand items of two organizations, one of them unreadable, loses one item and no other', async () => {
    const items: InboundItem[] = Array.from({ length: 999 }, (_, index) =>
      inboundMessage(index % 2 ? '1001' : '2002', { externalId: `many.${index}`, person: somePerson() }),
    )
    const unreadable = {
      type: 'unreadable',
      network: 'whatsapp',
      path: 'entry[1]',
      reason: 'no id',
      item: {},
    } as const
    items.splice(500, 0, unreadable)
    await call(...items)
    await drain()
    expect(await countOf(`external_id like 'many.%'`)).toBe(999)
    expect(await test.rows('select path, reason from quarantined_item')).toEqual([
      { path: 'entry[1]', reason: 'no id' },
    ])
    expect(await test.rows('select state from inbound_event')).toEqual([{ state: 'done' }])
  })

  it('after another of the same person comes in after it, however many processes drain', async () => {
    const person = somePerson()
    const sentAt = new Date('2026-11-20T10:00:00Z')
    const names = Array.from({ length: 1_200 }, (_, index) => `row.${index}`)
    await Promise.all(
      names.map((externalId) =>
        call(inboundMessage('1001', { externalId, person, sentAt, body: externalId })),
      ),
    )
    const calls = await test.rows<{ body: Buffer }>('select body from inbound_event order by id')
    await Promise.all([drain(), drain(), drain()])
    const messages = await test.rows<{ body: string }>(
      `select body from message where external_id like 'row.%' order by sent_at, id`,
    )
    expect(messages.map(({ body }) => body)).toEqual(calls.map(({ body }) => JSON.parse(`${body}`)[0].body))
  })

  it('with plain messages asks the database the same number of times, however many they are', async () => {
    const asked = async (count: number) => {
      let statements = 0
      const people = Array.from({ length: count }, () => somePerson())
      const write = () =>
        test.core.database.transaction({ relay: true }, (sql) =>
          takeItems(
            {
              ...sql,
              query: (...args) => {
                statements += 1
                return sql.query(...args)
              },
            },
            [],
            people.map((person) => ({ eventId: newId(), item: inboundMessage('1001', { person }) })),
          ),
        )
      await write()
      statements = 0
      await write()
      return statements
    }
    expect(await asked(50)).toBe(await asked(1))
    // What a message of somebody known costs; a kind that does not occur costs nothing.
    expect(await asked(2)).toBeLessThanOrEqual(12)
  })

  it('with keys that mean something to the language is stored as what it says', async () => {
    const data = JSON.parse('{"answers": {"__proto__": {"admin": true}, "constructor": {"prototype": 1}}}')
    await call(inboundMessage('1001', { externalId: 'proto', kind: 'form', data }))
    await drain()
    expect(({} as Record<string, unknown>).admin).toBeUndefined()
    expect(await countOf(`external_id = 'proto' and data->'answers' ? '__proto__'`)).toBe(1)
  })

  it('wakes those who have work by it: files, names and leads that have to be asked for', async () => {
    const attachments = [{ kind: 'image', mediaId: '9' } as const]
    await call(inboundMessage('1001', { attachments }))
    expect([...(await drain())].toSorted()).toEqual(['media', 'outbox'])
  })
})

describe('what came before its account was connected', () => {
  const early = (account: string) =>
    inboundMessage(account, { externalId: `early.${account}`, person: somePerson() })

  it('is taken in when somebody connects the account, and what the call brought to others is not doubled', async () => {
    const notice = {
      type: 'channel-notice',
      network: 'whatsapp',
      account: '1001',
      topic: 't',
      data: {},
    } as const
    await call(
      early('3003'),
      inboundMessage('1001', { externalId: 'neighbour', person: somePerson() }),
      notice,
    )
    await drain()
    expect(await countOf(`external_id = 'early.3003'`)).toBe(0)
    await test.desk.perform(gym.system, 'connectChannel', {
      network: 'whatsapp',
      externalId: '3003',
      name: 'Third',
      token: 'x',
    })
    await drain()
    expect(await countOf(`external_id in ('early.3003', 'neighbour')`)).toBe(2)
    expect(await test.rows('select 1 from quarantined_item')).toEqual([])
    expect(await test.rows('select 1 from channel_notice')).toHaveLength(1)
  })

  it('is found by housekeeping when both happened at the same moment', async () => {
    await call(early('4004'))
    await drain()
    // As if the connection had looked before the item was put aside.
    await test.rows(
      `insert into channel_account (organization_id, id, network, external_id, name)
       values ($1, gen_random_uuid(), 'whatsapp', '4004', 'Fourth')`,
      [gym.organizationId],
    )
    const woken: Queue[] = []
    await takeUpConnected({ database: test.core.database, wake: (queue) => void woken.push(queue) })
    expect(woken).toEqual(['inbox'])
    await drain()
    expect(await countOf(`external_id = 'early.4004'`)).toBe(1)
    woken.length = 0
    await takeUpConnected({ database: test.core.database, wake: (queue) => void woken.push(queue) })
    expect(woken).toEqual([])
  })
})

describe('what was done', () => {
  it('is cleared after two weeks, but a call with something put aside stays as long as that does', async () => {
    await call(inboundMessage('1001', { person: somePerson() }))
    await call(inboundMessage('5005', { person: somePerson() }))
    await drain()
    await test.rows(`update inbound_event set done_at = now() - interval '20 days'`)
    await clearDone(test.core.database)
    expect(
      await test.rows(
        'select q.awaits_account from inbound_event e join quarantined_item q on q.inbound_event_id = e.id',
      ),
    ).toEqual([{ awaits_account: '5005' }])
    expect(await test.rows('select 1 from inbound_event')).toHaveLength(1)
    await test.rows(`update quarantined_item set created_at = now() - interval '91 days'`)
    await clearDone(test.core.database)
    expect(await test.rows('select 1 from inbound_event')).toEqual([])
  })
})

describe('a replay', () => {
  it('by an owner takes in what a newer version understands, and what was given up', async () => {
    await call(inboundMessage('1001', { externalId: 'later', person: somePerson() }))
    await drain((body) =>
      readAsItems(body).map((item) => ({
        type: 'unreadable',
        network: 'whatsapp',
        path: 'x',
        reason: 'too new',
        item,
      })),
    )
    await call(inboundMessage('1001', { externalId: 'dead', person: somePerson() }))
    await test.rows(`update inbound_event set state = 'dead', attempts = 8 where state = 'pending'`)
    expect(await test.desk.perform(gym.owner, 'replayInbound', {})).toEqual({ calls: 2 })
    await drain()
    expect(await countOf(`external_id in ('later', 'dead')`)).toBe(2)
    expect(await test.rows('select 1 from quarantined_item')).toEqual([])
    expect(await test.desk.perform(gym.owner, 'replayInbound', {})).toEqual({ calls: 0 })
  })

  it('is nothing for an agent, and leaves what was put aside of another organization', async () => {
    const agent = await gym.join('Sara')
    await expect(test.desk.perform(agent, 'replayInbound', {})).rejects.toMatchObject({ kind: 'forbidden' })
    const nobody = { identities: [] }
    await call(inboundMessage('2002', { person: nobody }))
    await call(inboundMessage('1001', { person: nobody }))
    await drain()
    expect(await test.desk.perform(gym.owner, 'replayInbound', {})).toEqual({ calls: 1 })
  })
})

describe('what has to be asked for', () => {
  const request = (externalId: string): FetchRequest => ({
    type: 'fetch-request',
    network: 'whatsapp',
    account: '1001',
    what: 'lead',
    externalId,
    data: { form: '7' },
    at: new Date(),
  })

  it('is asked for once, however often the network names it', async () => {
    await takeIn(test, [request('5001'), request('5001')])
    await test.rows(`update network_task set state = 'done', done_at = now() where key = '5001'`)
    await takeIn(test, [request('5001')])
    expect(await test.rows(`select kind, state, data from network_task where key = '5001'`)).toEqual([
      { kind: 'lead', state: 'done', data: { form: '7' } },
    ])
  })

  it('is the name of somebody who writes for the first time on a network that does not tell it', async () => {
    await test.desk.perform(gym.system, 'connectChannel', {
      network: 'instagram',
      externalId: '7',
      name: 'Gym',
      token: 'x',
    })
    const person = { identities: [{ kind: 'instagram_user', value: '7:99', address: '99' } as const] }
    for (let index = 0; index < 2; index += 1)
      await takeIn(test, [inboundMessage('7', { network: 'instagram', person })])
    const tasks = await test.rows(
      `select c.id = t.key::uuid as found from network_task t join conversation c on c.id::text = t.key
       where t.kind = 'profile'`,
    )
    expect(tasks).toEqual([{ found: true }])
  })
})

describe('an item that meets a row each time that it is tried', () => {
  it('is put aside alone with its reason, and what stands before and behind it in the call is taken in', async () => {
    await test.rows(`create unique index only_once on message (body) where body = 'only once'`)
    const say = (externalId: string, body: string) =>
      inboundMessage('1001', { externalId, body, person: somePerson() })
    await takeIn(test, [say('once', 'only once')])
    await call(say('ahead', 'a'), say('twice', 'only once'), say('behind', 'b'))
    await drain()
    expect(await countOf(`external_id in ('ahead', 'behind')`)).toBe(2)
    expect(await countOf(`external_id = 'twice'`)).toBe(0)
    expect(await test.rows('select path, reason from quarantined_item')).toEqual([
      { path: 'item 1', reason: 'duplicate key value violates unique constraint "only_once"' },
    ])
    expect(await test.rows('select state, attempts from inbound_event')).toEqual([
      { state: 'done', attempts: 1 },
    ])
  })
})

describe('a call that a process of the version before could not store', () => {
  const noConstraint = 'there is no unique or exclusion constraint matching the ON CONFLICT specification'
  const round = () => takeUpLeftBehind({ database: test.core.database, wake: () => undefined })

  /** As that version leaves it: see its drain-inbox.ts. */
  async function leave(externalId: string, reason: string, minutes: number) {
    const item = inboundMessage('1001', { externalId, person: somePerson() })
    await call(item)
    await test.rows(
      `insert into quarantined_item (id, inbound_event_id, organization_id, path, reason, item, created_at)
       select $1, id, null, 'item 0', $2, $3, now() - make_interval(mins => $4) from inbound_event order by id desc limit 1`,
      [newId(), reason, item, minutes],
    )
    await test.rows(
      `update inbound_event set state = 'done', done_at = now(), attempts = 1, received_at = now() - make_interval(mins => $1)
       where state = 'pending'`,
      [minutes],
    )
  }

  it('is taken up by the new one, and nothing else that was put aside', async () => {
    await leave('left.1', noConstraint, 2)
    await leave('left.2', 'column "thread_id" of relation "conversation" does not exist', 2)
    await leave('left.3', 'the network did not say who wrote this message', 2)
    await round()
    await drain()
    expect(await countOf(`external_id in ('left.1', 'left.2')`)).toBe(2)
    expect(await countOf(`external_id = 'left.3'`)).toBe(0)
    expect(await test.rows('select reason from quarantined_item')).toHaveLength(1)
  })

  it('is left for a minute, and for longer each time that it fails again', async () => {
    await leave('left.4', noConstraint, 0)
    await round()
    expect(await test.rows(`select 1 from inbound_event where state = 'pending'`)).toEqual([])
    // Put aside again ten minutes after it came, five minutes ago.
    await test.rows(`update inbound_event set received_at = now() - interval '15 minutes'`)
    await test.rows(`update quarantined_item set created_at = now() - interval '5 minutes'`)
    await round()
    expect(await test.rows(`select 1 from inbound_event where state = 'pending'`)).toEqual([])
    await test.rows(`update inbound_event set received_at = now() - interval '8 minutes'`)
    await round()
    expect(await test.rows(`select 1 from inbound_event where state = 'pending'`)).toHaveLength(1)
  })
})
