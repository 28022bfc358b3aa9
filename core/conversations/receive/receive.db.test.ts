import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InboundItem, InboundMessage } from '../../channels/inbound-item.ts'
import { drainInbox } from '../../inbox/drain-inbox.ts'
import { createLog } from '../../log.ts'
import { openTestCore, type TestCore } from '../../testing/open-test-core.ts'

let test: TestCore

beforeAll(async () => {
  test = await openTestCore()
  await test.makeOrganization('Atlas Gym', '1001')
})
afterAll(() => test.close())

/** Calls of the test carry our own words as JSON: the reader only brings the dates back. */
const readers = new Map([
  [
    'whatsapp',
    (body: Buffer) =>
      (JSON.parse(body.toString()) as InboundItem[]).map((item) => ({
        ...item,
        ...('sentAt' in item ? { sentAt: new Date(item.sentAt) } : {}),
        ...('at' in item ? { at: new Date(item.at) } : {}),
      })) as InboundItem[],
  ],
])

let serial = 0
async function call(...items: InboundItem[]) {
  serial += 1
  await test.core.intake.accept({
    source: 'whatsapp',
    dedupeKey: Buffer.from(`call ${serial}`),
    body: Buffer.from(JSON.stringify(items)),
  })
}

const drain = () =>
  drainInbox({
    database: test.core.database,
    readers,
    subscriptions: [{ name: 'listener', types: ['message.received', 'message.delivery-changed'] }],
    log: createLog('silent'),
    wake: () => undefined,
  })

const message = (externalId: string, phone: string, more: Partial<InboundMessage> = {}): InboundMessage => ({
  type: 'message',
  network: 'whatsapp',
  account: '1001',
  externalId,
  person: { identities: [{ kind: 'phone', value: phone, address: phone.slice(1) }], name: 'Lina' },
  sentAt: new Date('2026-11-20T10:00:00Z'),
  kind: 'text',
  body: 'Do you have a morning class?',
  attachments: [],
  data: {},
  ...more,
})

const counts = async (phone: string) => {
  const [row] = await test.rows<{ contacts: number; leads: number; conversations: number; messages: number }>(
    `with c as (select contact_id as id from contact_identity where value = $1 and kind = 'phone')
     select (select count(distinct id)::int from c) as contacts,
       (select count(*)::int from lead where contact_id in (select id from c)) as leads,
       (select count(*)::int from conversation where contact_id in (select id from c)) as conversations,
       (select count(*)::int from message m join conversation v on v.id = m.conversation_id
        where v.contact_id in (select id from c)) as messages`,
    [phone],
  )
  return row
}

describe('a customer who writes', () => {
  it('becomes one contact, one lead and one conversation, with the message and its event', async () => {
    await call(message('wamid.1', '+33611111111'))
    expect((await drain()).calls).toBe(1)
    expect(await counts('+33611111111')).toEqual({ contacts: 1, leads: 1, conversations: 1, messages: 1 })
    const events = await test.rows(`select type, data from domain_event where type = 'message.received'`)
    expect(events).toHaveLength(1)
    expect(events[0]?.data).toMatchObject({ opensLead: true })
    expect(await test.rows('select 1 from event_delivery')).toHaveLength(1)
  })

  it('is stored once, however often and in however many calls the network repeats the message', async () => {
    await call(message('wamid.1', '+33611111111'), message('wamid.1', '+33611111111'))
    await call(message('wamid.1', '+33611111111'))
    await drain()
    expect(await counts('+33611111111')).toEqual({ contacts: 1, leads: 1, conversations: 1, messages: 1 })
  })

  it('stays one person when ten first messages come at once in ten calls on two workers', async () => {
    for (let index = 0; index < 10; index += 1) await call(message(`wamid.ten.${index}`, '+33622222222'))
    await Promise.all([drain(), drain(), drain()])
    while ((await drain()).calls > 0);
    expect(await counts('+33622222222')).toEqual({ contacts: 1, leads: 1, conversations: 1, messages: 10 })
  })

  it('is recognised by any of the names the network uses, also when the phone comes later', async () => {
    const bsuid = { kind: 'whatsapp_user', value: 'FR.abc' } as const
    await call(message('wamid.b1', '', { person: { identities: [bsuid] } }))
    await drain()
    const both = [{ kind: 'phone', value: '+33633333333' } as const, bsuid]
    await call(message('wamid.b2', '', { person: { identities: both, name: 'Noor' } }))
    await call(message('wamid.b3', '+33633333333'))
    await drain()
    expect(await counts('+33633333333')).toEqual({ contacts: 1, leads: 1, conversations: 1, messages: 3 })
    expect(await test.rows(`select name from contact where name = 'Noor'`)).toHaveLength(1)
  })

  it('loses nothing to an account that nobody connected: it is put aside with the reason', async () => {
    await call(message('wamid.foreign', '+33644444444', { account: '9999' }))
    await drain()
    const aside = await test.rows(
      `select reason from quarantined_item where item->>'externalId' = 'wamid.foreign'`,
    )
    expect(aside).toEqual([{ reason: 'nobody here has connected this account' }])
  })

  it('does not disturb the rest of a batch with one poisonous item', async () => {
    const poison = message('wamid.poison', '+33655555555', { kind: null as never })
    const batch = Array.from({ length: 50 }, (_, index) =>
      message(`wamid.batch.${index}`, `+336660000${10 + index}`),
    )
    batch.splice(25, 0, poison)
    await call(...batch)
    await drain()
    expect(await test.rows(`select 1 from message where external_id like 'wamid.batch.%'`)).toHaveLength(50)
    expect(
      await test.rows(`select 1 from quarantined_item where item->>'externalId' = 'wamid.poison'`),
    ).toHaveLength(1)
    expect(await test.rows(`select 1 from inbound_event where state = 'pending'`)).toHaveLength(0)
  })

  it('gets a lead in each of two organizations that he writes to', async () => {
    await test.makeOrganization('Second House', '2002')
    await call(
      message('wamid.two', '+33677777777'),
      message('wamid.two', '+33677777777', { account: '2002' }),
    )
    await drain()
    const leads = await test.rows(
      `select distinct i.organization_id from contact_identity i join lead l on l.contact_id = i.contact_id
       where i.value = '+33677777777'`,
    )
    expect(leads).toHaveLength(2)
  })
})

describe('the wall between organizations', () => {
  it('shows no row of any tenant table to a transaction that has not said whose it is', async () => {
    const tables = await test.rows<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
       and relname not in ('migration', 'staff_pace')`,
    )
    expect(tables.length).toBeGreaterThan(20)
    for (const { name } of tables) {
      const seen = await test.core.database.query(`select 1 from ${name} limit 1`)
      expect(seen, name).toEqual([])
    }
    expect(await test.rows('select 1 from message limit 1')).toHaveLength(1)
  })

  it('connects as a role that owns nothing and cannot pass the wall', async () => {
    const [role] = await test.core.database.query(
      'select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user',
    )
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false })
    const owned = await test.core.database.query('select 1 from pg_tables where tableowner = current_user')
    expect(owned).toEqual([])
  })
})
