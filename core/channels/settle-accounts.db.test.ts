import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { eventsOf, takeIn } from '../testing/take-in.ts'
import { inboundMessage, somePerson } from '../testing/write-in.ts'
import type { AccountState, ChannelNotice, NoticeMeaning } from './inbound-item.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let house: typeof gym
beforeAll(async () => {
  test = await openTestCore()
  gym = await test.makeOrganization('Atlas Gym', '1001')
  house = await test.makeOrganization('Second House', '2002')
  for (const person of ['77', '99', '66']) {
    await test.rows(
      `insert into member (organization_id, id, telegram_user_id, name, role)
       values ($1, gen_random_uuid(), $2, 'Leader', $3)`,
      [gym.organizationId, person, person === '66' ? 'agent' : 'admin'],
    )
  }
})
afterAll(() => test.close())

const account = async (externalId: string) => {
  const [row] = await test.rows('select * from channel_account where external_id = $1', [externalId])
  return row
}

describe('a network that speaks of an account', () => {
  const said = (
    second: number,
    state: AccountState['state'],
    more: Partial<AccountState> = {},
  ): AccountState => ({
    type: 'account-state',
    network: 'telegram_business',
    account: '77',
    parent: { network: 'whatsapp', account: '1001' },
    state,
    at: new Date(second * 1000),
    ...more,
  })
  const written = (externalId: string, more = {}) =>
    inboundMessage('77', { network: 'telegram_business', externalId, person: somePerson(), ...more })

  it('connects it to the organization of its parent, with what comes beside it and what came before', async () => {
    await takeIn(test, [written('tb.0')])
    expect(await test.rows(`select awaits_account from quarantined_item`)).toEqual([{ awaits_account: '77' }])
    const settings = { connectionId: 'abc', rights: 'reply' }
    await takeIn(test, [written('tb.1'), said(10, 'connected', { name: 'Owner', settings })])
    expect(await account('77')).toMatchObject({
      organization_id: gym.organizationId,
      state: 'active',
      name: 'Owner',
      settings,
      sealed_token: null,
    })
    expect(await test.rows(`select 1 from message where external_id = 'tb.1'`)).toHaveLength(1)
    const { id } = (await account('77')) ?? {}
    expect(await eventsOf(test, 'channel.connected')).toEqual([{ channelAccountId: id }])
  })

  it('stops it and takes it up again, with one event each, whatever older words come late', async () => {
    await takeIn(test, [said(20, 'stopped', { reason: { code: 'off', title: 'Switched off' } })])
    await takeIn(test, [said(20, 'stopped'), said(15, 'connected', { settings: { rights: 'old' } })])
    expect(await account('77')).toMatchObject({
      state: 'stopped',
      stopped_reason: { code: 'off', title: 'Switched off' },
      settings: { connectionId: 'abc', rights: 'reply' },
    })
    await takeIn(test, [said(30, 'connected', { settings: { connectionId: 'new' } })])
    expect(await account('77')).toMatchObject({
      state: 'active',
      stopped_reason: null,
      settings: { connectionId: 'new', rights: 'reply' },
    })
    expect(await eventsOf(test, 'channel.stopped')).toMatchObject([{ failure: { code: 'off' } }])
    expect(await eventsOf(test, 'channel.resumed')).toHaveLength(1)
  })

  it('never moves it to another organization: that is put aside with the reason', async () => {
    await takeIn(test, [said(40, 'stopped', { parent: { network: 'whatsapp', account: '2002' } })])
    expect(await account('77')).toMatchObject({ organization_id: gym.organizationId, state: 'active' })
    const aside = await test.rows(`select reason from quarantined_item where organization_id = $1`, [
      house.organizationId,
    ])
    expect(aside).toEqual([{ reason: 'this account belongs to another organization' }])
  })

  it('whose parent nobody has connected waits for the parent', async () => {
    await takeIn(test, [
      said(1, 'connected', { account: '88', parent: { network: 'telegram', account: '5' } }),
    ])
    expect(await account('88')).toBeUndefined()
    expect(
      await test.rows(
        `select awaits_network, awaits_account from quarantined_item where item->>'account' = '88'`,
      ),
    ).toEqual([{ awaits_network: 'telegram', awaits_account: '5' }])
  })

  it.each(['55', '66'])(
    'of %s, who is no owner or admin, is not connected: anybody can add a public bot',
    async (person) => {
      await takeIn(test, [said(1, 'connected', { account: person })])
      expect(await account(person)).toBeUndefined()
      const aside = await test.rows<{ reason: string }>(
        `select reason from quarantined_item where item->>'account' = $1`,
        [person],
      )
      expect(aside[0]?.reason).toContain('owner or admin')
    },
  )

  it('twice at the same moment makes one account', async () => {
    const words = (second: number) => [said(second, 'connected', { account: '99' })]
    await Promise.all([1, 2, 3, 4].map((second) => takeIn(test, words(second))))
    expect(await test.rows(`select state from channel_account where external_id = '99'`)).toEqual([
      { state: 'active' },
    ])
    const { id } = (await account('99')) ?? {}
    const told = (await eventsOf(test, 'channel.connected')).filter((data) => data.channelAccountId === id)
    expect(told).toHaveLength(1)
  })
})

describe('a notice', () => {
  const notice = (meaning: NoticeMeaning, more: Partial<ChannelNotice> = {}): ChannelNotice => ({
    type: 'channel-notice',
    network: 'whatsapp',
    account: '1001',
    topic: 'topic',
    meaning,
    data: { a: '\u0000' },
    ...more,
  })
  const ofBusiness = (meaning: NoticeMeaning): ChannelNotice => {
    const { account: _, ...rest } = notice(meaning, { business: 'waba' })
    return rest
  }

  it('of facts is kept with its account, the newest word of each', async () => {
    await takeIn(test, [
      notice({ kind: 'account-facts', facts: { quality: 'GREEN', limit: '1000' } }),
      notice({ kind: 'account-facts', facts: { quality: 'RED' } }),
    ])
    expect((await account('1001'))?.facts).toEqual({ quality: 'RED', limit: '1000' })
    expect((await account('2002'))?.facts).toEqual({})
    expect(await test.rows('select organization_id from channel_notice')).toEqual([
      { organization_id: gym.organizationId },
      { organization_id: gym.organizationId },
    ])
  })

  it('of a danger tells owners once until it is over', async () => {
    const danger: NoticeMeaning = { kind: 'danger', code: 'flagged', title: 'Flagged', detail: 'spam' }
    await takeIn(test, [notice(danger), notice(danger)])
    await takeIn(test, [notice(danger)])
    expect(await eventsOf(test, 'channel.endangered')).toEqual([
      { channelAccountId: gym.channelAccountId, code: 'flagged', title: 'Flagged', detail: 'spam' },
    ])
    await takeIn(test, [
      notice({ kind: 'relief', code: 'flagged' }),
      notice({ kind: 'relief', code: 'flagged' }),
    ])
    expect(await eventsOf(test, 'channel.relieved')).toHaveLength(1)
    await takeIn(test, [notice(danger)])
    expect(await eventsOf(test, 'channel.endangered')).toHaveLength(2)
    expect((await account('1001'))?.dangers).toMatchObject({ flagged: { title: 'Flagged', detail: 'spam' } })
  })

  it('of a business is about all of its accounts, in each organization that has one, and no other', async () => {
    await test.makeOrganization('Third', '3003')
    await test.rows(
      `update channel_account set settings = '{"businessAccountId": "waba"}' where external_id in ('1001', '2002')`,
    )
    await takeIn(test, [ofBusiness({ kind: 'account-facts', facts: { limit: '250' } })])
    const limits = await test.rows(
      `select external_id, facts->>'limit' as limit from channel_account where network = 'whatsapp' order by 1`,
    )
    expect(limits).toEqual([
      { external_id: '1001', limit: '250' },
      { external_id: '2002', limit: '250' },
      { external_id: '3003', limit: null },
    ])
  })

  it('of a template changes it, by id or by name and language; of one that is not here, its list is asked for', async () => {
    await test.rows(
      `insert into message_template (organization_id, id, channel_account_id, name, language, category, status)
       values ($1, '018f0000-0000-7000-8000-000000000001', $2, 'hello', 'en_US', 'UTILITY', 'PENDING')`,
      [gym.organizationId, gym.channelAccountId],
    )
    await test.rows(`delete from network_task`)
    const of = (more: object): NoticeMeaning => ({
      kind: 'template',
      name: 'hello',
      language: 'en_US',
      ...more,
    })
    await takeIn(test, [ofBusiness(of({ externalId: '555', status: 'REJECTED', reason: 'PROMOTIONAL' }))])
    await takeIn(test, [
      ofBusiness({ kind: 'template', externalId: '555', status: 'APPROVED', quality: 'GREEN' }),
    ])
    await takeIn(test, [ofBusiness({ kind: 'template', externalId: '555', status: 'APPROVED' })])
    expect(
      await test.rows('select external_id, status, quality, reason, category from message_template'),
    ).toEqual([
      { external_id: '555', status: 'APPROVED', quality: 'GREEN', reason: null, category: 'UTILITY' },
    ])
    const templateId = '018f0000-0000-7000-8000-000000000001'
    expect(await eventsOf(test, 'template.changed')).toEqual([
      { templateId, status: 'REJECTED', reason: 'PROMOTIONAL' },
      { templateId, status: 'APPROVED' },
    ])
    expect(await test.rows('select channel_account_id, kind from network_task')).toEqual([
      { channel_account_id: house.channelAccountId, kind: 'templates' },
    ])
  })
})
