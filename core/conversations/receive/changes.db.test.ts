import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InboundItem, InboundMessage } from '../../channels/inbound-item.ts'
import { joinEarlyStates } from '../../loops/housekeeping.ts'
import { newId } from '../../new-id.ts'
import { openTestCore, type TestCore } from '../../testing/open-test-core.ts'
import { eventsOf, takeIn } from '../../testing/take-in.ts'
import { inboundMessage, somePerson } from '../../testing/write-in.ts'

let test: TestCore
beforeAll(async () => {
  test = await openTestCore()
  await test.makeOrganization('Atlas Gym', '1001')
  await test.makeOrganization('Second House', '2002')
})
afterAll(() => test.close())

const person = somePerson()
const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 10, minute))
const original = (externalId: string, more: Partial<InboundMessage> = {}) =>
  inboundMessage('1001', { externalId, person, sentAt: at(0), body: 'first', ...more })
const edit = (replyTo: string, minute: number, body: string, more: Partial<InboundMessage> = {}) =>
  inboundMessage('1001', {
    externalId: `${replyTo}.edit.${minute}`,
    person,
    kind: 'edit',
    replyTo,
    body,
    sentAt: at(minute),
    ...more,
  })
const revoke = (replyTo: string, more: Partial<InboundMessage> = {}): InboundMessage => {
  const { body: _, ...rest } = inboundMessage('1001', {
    person,
    kind: 'revoke',
    replyTo,
    sentAt: at(30),
    ...more,
  })
  return rest
}
const erasure = (externalId: string): InboundItem => ({
  type: 'erasure',
  network: 'whatsapp',
  account: '1001',
  externalId,
  at: at(40),
})
const stored = async (externalId: string) => {
  const [row] = await test.rows('select * from message where external_id = $1', [externalId])
  return row
}
const changesOf = async (externalId: string) => {
  const { id } = (await stored(externalId)) ?? {}
  return (await eventsOf(test, 'message.changed'))
    .filter((data) => data.messageId === id)
    .map(({ change }) => change)
}

describe('a message that its sender changes', () => {
  it('says the newest of its texts and keeps the first, in whatever order the edits come, each heard twice', async () => {
    const calls = [
      [edit('m1', 5, 'second')],
      [original('m1')],
      [edit('m1', 9, 'third')],
      [edit('m1', 7, 'between')],
    ]
    for (const call of [...calls, ...calls]) await takeIn(test, call)
    expect(await stored('m1')).toMatchObject({
      body: 'third',
      data: { originalBody: 'first' },
      edited_at: at(9),
      kind: 'text',
    })
    // Each edit keeps a row of its own.
    expect(await stored('m1.edit.5')).toMatchObject({
      kind: 'edit',
      body: 'second',
      reply_to_external_id: 'm1',
    })
    expect(await changesOf('m1')).toEqual(['edited', 'edited'])
    expect(await test.rows('select 1 from early_change')).toEqual([])
  })

  it('finds its edit in the same call, before or behind it', async () => {
    await takeIn(test, [edit('m2', 1, 'after'), original('m2'), edit('m2', 2, 'last')])
    expect(await stored('m2')).toMatchObject({ body: 'last', edited_at: at(2) })
  })

  it('is marked as taken back and keeps its words, unless the network demands that they go', async () => {
    await takeIn(test, [original('m3'), revoke('m3')])
    expect(await stored('m3')).toMatchObject({ body: 'first', revoked_at: at(30), erased_at: null })
    await takeIn(test, [revoke('m3', { erase: true, externalId: 'm3.gone' })])
    expect(await stored('m3')).toMatchObject({ body: null, revoked_at: at(30), erased_at: at(30) })
    expect(await changesOf('m3')).toEqual(['revoked', 'erased'])
  })

  it('is joined with a change that another worker stored at the same moment', async () => {
    await takeIn(test, [edit('m4', 3, 'changed')])
    await takeIn(test, [original('other')])
    // As if neither transaction had seen the other: the message came by a way that did not look.
    await test.rows(
      `insert into message (organization_id, id, conversation_id, lead_id, channel_account_id, direction, external_id,
         kind, body, status, sent_at)
       select organization_id, gen_random_uuid(), conversation_id, lead_id, channel_account_id, direction, 'm4', kind,
         'first', status, sent_at from message where external_id = 'other'`,
    )
    await joinEarlyStates({ database: test.core.database, subscriptions: [], onRecorded: () => undefined })
    expect(await stored('m4')).toMatchObject({ body: 'changed', edited_at: at(3) })
  })
})

describe('a message that must go', () => {
  const secret = (externalId: string) =>
    original(externalId, {
      body: 'secret',
      kind: 'form',
      data: { answers: { iban: 'secret' } },
      referral: { sourceType: 'ad', headline: 'secret', adId: '1' },
      attachments: [{ kind: 'image', mediaId: 'secret', url: 'https://x/secret', fileName: 'secret.jpg' }],
      person: somePerson(),
    })
  const traces = () =>
    test.rows(
      `select 1 from message where message::text like '%secret%'
       union all select 1 from attachment where attachment::text like '%secret%'
       union all select 1 from lead where lead::text like '%secret%'
       union all select 1 from early_change where early_change::text like '%secret%'`,
    )

  it('leaves no word, file or version behind, only its place', async () => {
    await takeIn(test, [secret('e1'), edit('e1', 2, 'secret too')])
    expect(await traces()).not.toEqual([])
    await takeIn(test, [erasure('e1')])
    expect(await traces()).toEqual([])
    expect(await stored('e1')).toMatchObject({ kind: 'form', erased_at: at(40) })
    expect(await test.rows('select state from attachment')).toEqual([{ state: 'erased' }])
    expect(await changesOf('e1')).toEqual(['edited', 'erased'])
  })

  it('leaves nothing in the calls that brought it, and other calls as they were, also one of which something is put aside', async () => {
    await takeIn(test, [secret('e4/x'), original('e5', { person: somePerson() })])
    const call = (body: string, state = 'done') =>
      test.rows(
        `insert into inbound_event (id, source, dedupe_key, body, state) values ($1, 'whatsapp', $2, $3, $4)`,
        [newId(), Buffer.from(newId()), Buffer.from(body), state],
      )
    await call('{"id":"e4\\/x","text":"secret"}')
    await call('{"id":"e4/x","edit":"secret too"}')
    await call('{"id":"e4/x","text":"still to be read"}', 'pending')
    await call('{"id":"e5","text":"first"}')
    await call('{"id":"e4/x","beside":"what was put aside"}')
    await test.rows(
      `insert into quarantined_item (id, inbound_event_id, path, reason)
       select gen_random_uuid(), id, '', 'x' from inbound_event where convert_from(body, 'UTF8') like '%beside%'`,
    )
    await takeIn(test, [erasure('e4/x')])
    const bodies = await test.rows(`select convert_from(body, 'UTF8') as body from inbound_event order by id`)
    expect(bodies.map(({ body }) => body)).toEqual([
      '{}',
      '{}',
      '{"id":"e4/x","text":"still to be read"}',
      '{"id":"e5","text":"first"}',
      '{"id":"e4/x","beside":"what was put aside"}',
    ])
    await test.rows('delete from quarantined_item')
    await test.rows('delete from inbound_event')
  })

  it('is gone as soon as it comes, when the demand came first, and takes later versions with it', async () => {
    await takeIn(test, [erasure('e2')])
    await takeIn(test, [secret('e2')])
    await takeIn(test, [edit('e2', 50, 'secret again')])
    await takeIn(test, [secret('e2'), erasure('e2')])
    expect(await traces()).toEqual([])
    expect(await stored('e2')).toMatchObject({ body: null })
    expect(await stored('e2.edit.50')).toMatchObject({ body: null })
    expect(await changesOf('e2')).toEqual(['erased'])
  })

  it("of one organization leaves another's message of the same id alone", async () => {
    await takeIn(test, [original('e3'), original('e3', { account: '2002' })])
    await takeIn(test, [erasure('e3')])
    const rows = await test.rows(`select body from message where external_id = 'e3' order by body nulls last`)
    expect(rows).toEqual([{ body: 'first' }, { body: null }])
  })
})
