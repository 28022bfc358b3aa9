import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '../log.ts'
import { createTestPort } from '../testing/create-test-port.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { inboundMessage, somePerson, writeIn } from '../testing/write-in.ts'
import { endSnoozes } from './end-snoozes.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>

beforeAll(async () => {
  test = await openTestCore({ channels: [createTestPort()] })
  gym = await test.makeOrganization('Atlas Gym', '1001')
})
afterAll(() => test.close())

const comes = async (person = somePerson(), more = {}) =>
  (await writeIn(test, [inboundMessage('1001', { person, ...more })])).leadId
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)
const snooze = (leadId: string, until: Date | null) =>
  test.desk.perform(gym.owner, 'snoozeLead', { leadId, until })
const block = (leadId: string, blocked: boolean) =>
  test.desk.perform(gym.owner, 'blockContact', { leadId, blocked })
const inbox = async (snoozed = false) => {
  const { leads, total } = await test.desk.ask(gym.owner, 'listInbox', { snoozed, limit: 50 })
  expect(total).toBe(leads.length)
  return leads.map(({ id }) => id)
}
const cardOf = (leadId: string) => test.desk.ask(gym.owner, 'findLead', { leadId })
const answer = (leadId: string, message: number) =>
  test.desk.perform(gym.owner, 'queueReply', {
    leadId,
    body: 'Yes',
    origin: { account: '4200', chat: '7', message },
  })
const waitingFor = (leadId: string) =>
  test.rows(`select 1 from outbound_send s join message m on m.id = s.message_id where m.lead_id = $1`, [
    leadId,
  ])
const eventsOf = (type: string, leadId: string) =>
  test.rows(`select data from domain_event where type = $1 and data->>'leadId' = $2`, [type, leadId])

describe('a snoozed lead', () => {
  it('is out of the inbox until its time, and listed apart', async () => {
    const leadId = await comes()
    const until = inHours(2)
    await snooze(leadId, until)
    await snooze(leadId, until)
    expect(await inbox()).not.toContain(leadId)
    expect(await inbox(true)).toEqual([leadId])
    expect((await cardOf(leadId)).snoozedUntil).toEqual(until)
    expect(await eventsOf('lead.snoozed', leadId), 'pressing twice is once').toHaveLength(1)
    await test.rows(`update lead set snoozed_until = now() - interval '1 second' where id = $1`, [leadId])
    expect(await inbox()).toContain(leadId)
    expect((await cardOf(leadId)).snoozedUntil).toBeNull()
  })

  it('comes back at once when the customer writes, and not when the business does', async () => {
    const person = somePerson()
    const leadId = await comes(person)
    await snooze(leadId, inHours(2))
    await answer(leadId, 1)
    expect(await inbox()).not.toContain(leadId)
    await comes(person, { sentAt: new Date(Date.now() + 1000) })
    expect(await inbox()).toContain(leadId)
    expect((await cardOf(leadId)).snoozedUntil).toBeNull()
    await snooze(leadId, inHours(3))
    expect(await inbox(), 'and can be snoozed again').not.toContain(leadId)
    await snooze(leadId, null)
    expect(await inbox()).toContain(leadId)
  })

  it('counts as nobody’s waiting in a digest', async () => {
    const house = await test.makeOrganization('Digest House', '1009')
    const { leadId } = await writeIn(test, [inboundMessage('1009', { person: somePerson() })])
    await test.desk.perform(house.owner, 'claimLead', { leadId })
    const digest = () =>
      test.desk.ask(house.system, 'readDigest', {
        memberId: house.owner.memberId,
        kind: 'morning',
        day: '2026-11-26',
      })
    expect((await digest())?.waiting.total).toBe(1)
    await test.desk.perform(house.owner, 'snoozeLead', { leadId, until: inHours(1) })
    expect((await digest())?.waiting.total).toBe(0)
  })

  it('cannot be put off to the past, for years, or when it is closed', async () => {
    const leadId = await comes()
    await expect(snooze(leadId, inHours(-1))).rejects.toMatchObject({ code: 'snooze-past' })
    await expect(snooze(leadId, inHours(24 * 400))).rejects.toMatchObject({ code: 'snooze-too-far' })
    await test.desk.perform(gym.owner, 'changeLeadStatus', { leadId, status: 'lost' })
    await expect(snooze(leadId, inHours(1))).rejects.toMatchObject({ code: 'lead-closed-for-snooze' })
  })
})

describe('the end of a snooze', () => {
  const end = () =>
    endSnoozes({
      database: test.core.database,
      subscriptions: [],
      log: createLog('silent'),
      onRecorded: () => undefined,
    })
  const comesNow = async (leadId: string) => {
    await test.rows(`update lead set snoozed_until = now() - interval '1 second' where id = $1`, [leadId])
    await test.rows(`update snooze_end set due_at = now() - interval '1 second' where lead_id = $1`, [leadId])
  }
  const told = (leadId: string) => eventsOf('lead.snooze-ended', leadId)

  it('is told once, by whom it had been put off, and stands in the history', async () => {
    const leadId = await comes()
    await snooze(leadId, inHours(2))
    expect(await end()).toBe(0)
    await comesNow(leadId)
    const back = await Promise.all([end(), end(), end()])
    expect(back.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(await end()).toBe(0)
    expect(await told(leadId)).toEqual([{ data: { leadId, byId: gym.owner.memberId } }])
    const history = await test.desk.ask(gym.owner, 'readHistory', { leadId })
    expect(history.map(({ kind, by }) => [kind, by])).toContainEqual(['lead.unsnoozed', null])
  })

  it('is no news of leads that came back before, were put off anew, or rest for another reason', async () => {
    const person = somePerson()
    const [written, brought, closed, silent, again] = [
      await comes(person),
      await comes(),
      await comes(),
      await comes(),
      await comes(),
    ]
    const all = [written, brought, closed, silent, again]
    for (const leadId of all) await snooze(leadId, inHours(1))
    await comes(person, { sentAt: new Date(Date.now() + 1000) })
    await snooze(brought, null)
    await test.desk.perform(gym.owner, 'changeLeadStatus', { leadId: closed, status: 'lost' })
    await block(silent, true)
    for (const leadId of [written, closed, silent, again]) await comesNow(leadId)
    await snooze(again, inHours(2))
    expect(await end()).toBe(0)
    for (const leadId of all) expect(await told(leadId)).toEqual([])
    const waiting = await test.rows('select lead_id as id from snooze_end where lead_id = any($1)', [all])
    expect(waiting).toEqual([{ id: again }])
  })
})

describe('a blocked person', () => {
  it('is heard and not shown; nothing is sent to them until they are unblocked', async () => {
    const person = somePerson()
    const leadId = await comes(person)
    await answer(leadId, 2)
    await block(leadId, true)
    await block(leadId, true)
    expect(await eventsOf('contact.block-changed', leadId)).toHaveLength(1)
    expect(await eventsOf('message.delivery-changed', leadId), 'what waited is called off').toMatchObject([
      { data: { status: 'failed', failure: { code: 'contact-blocked' } } },
    ])
    expect(await waitingFor(leadId)).toEqual([])
    await comes(person, { body: 'Are you there?' })
    expect(await inbox()).not.toContain(leadId)
    expect((await cardOf(leadId)).contact.blockedAt).toBeInstanceOf(Date)
    await expect(answer(leadId, 3)).rejects.toMatchObject({ code: 'contact-blocked' })
    await test.desk.perform(gym.owner, 'markSeen', { leadId })
    expect(
      await test.rows(`select 1 from network_task where kind = 'seen'`),
      'nor that they were seen',
    ).toEqual([])
    const history = await test.desk.ask(gym.owner, 'readHistory', { leadId })
    expect(history.map(({ body }) => body)).toContain('Are you there?')
    await block(leadId, false)
    expect(await inbox()).toContain(leadId)
    await answer(leadId, 4)
  })

  it('stays so when two become one, and the other is free again when they are parted', async () => {
    const [blocked, free] = [await comes(), await comes()]
    await block(blocked, true)
    const [keptId, mergedId] = [(await cardOf(free)).contact.id, (await cardOf(blocked)).contact.id]
    const { mergeId } = await test.desk.perform(gym.owner, 'mergeContacts', { keptId, mergedId })
    await expect(answer(blocked, 5)).rejects.toMatchObject({ code: 'contact-blocked' })
    await test.desk.perform(gym.owner, 'undoMerge', { mergeId })
    expect((await cardOf(free)).contact.blockedAt).toBeNull()
    expect((await cardOf(blocked)).contact.blockedAt).toBeInstanceOf(Date)
  })

  it('is not a viewer’s to block, nor another organization’s', async () => {
    const leadId = await comes()
    const viewer = await gym.join('Vera', 'viewer')
    const tried = test.desk.perform(viewer, 'blockContact', { leadId, blocked: true })
    await expect(tried).rejects.toMatchObject({ kind: 'forbidden' })
    const other = await test.makeOrganization('Other', '1002')
    const foreign = test.desk.perform(other.owner, 'blockContact', { leadId, blocked: true })
    await expect(foreign).rejects.toMatchObject({ code: 'lead-not-found' })
    expect((await cardOf(leadId)).contact.blockedAt).toBeNull()
  })
})

describe('tags of two leads that become one', () => {
  it('are those of both; parted, the older one has its own again', async () => {
    const [older, younger] = [await comes(), await comes()]
    const tag = (leadId: string, name: string) => test.desk.perform(gym.owner, 'tagLead', { leadId, name })
    await tag(older, 'both')
    await tag(younger, 'both')
    await tag(younger, 'younger')
    const tagsOf = async (leadId: string) => (await cardOf(leadId)).tags.map(({ name }) => name).sort()
    const [keptId, mergedId] = [(await cardOf(older)).contact.id, (await cardOf(younger)).contact.id]
    const { mergeId } = await test.desk.perform(gym.owner, 'mergeContacts', { keptId, mergedId })
    expect(await tagsOf(older)).toEqual(['both', 'younger'])
    await test.desk.perform(gym.owner, 'undoMerge', { mergeId })
    expect(await tagsOf(older)).toEqual(['both'])
    expect(await tagsOf(younger)).toEqual(['both', 'younger'])
  })
})

describe('how a lead ended', () => {
  const move = (leadId: string, input: object) =>
    test.desk.perform(gym.owner, 'changeLeadStatus', { leadId, ...input } as never)

  it('is told with a reason or a value, can be told later, and goes with its status', async () => {
    const leadId = await comes()
    await move(leadId, { status: 'converted' })
    await move(leadId, { status: 'converted', value: { minor: 120_050, currency: 'EUR' } })
    await move(leadId, { status: 'converted', value: { minor: 120_050, currency: 'EUR' } })
    await move(leadId, { status: 'converted' })
    expect(await cardOf(leadId)).toMatchObject({
      value: { minor: 120_050, currency: 'EUR' },
      lostReason: null,
    })
    expect(await eventsOf('lead.status-changed', leadId), 'what is the same is not told').toHaveLength(2)
    await move(leadId, { status: 'lost', reason: ' price ' })
    expect(await cardOf(leadId)).toMatchObject({ value: null, lostReason: 'price' })
    await move(leadId, { status: 'new' })
    expect(await cardOf(leadId)).toMatchObject({ value: null, lostReason: null, closedAt: null })
  })

  it.each([
    { minor: -1, currency: 'EUR' },
    { minor: 1.5, currency: 'EUR' },
    { minor: 1, currency: 'XYZ' },
    { minor: 1e15, currency: 'EUR' },
  ])('takes no impossible value such as %j', async (value) => {
    const leadId = await comes()
    await expect(move(leadId, { status: 'converted', value })).rejects.toMatchObject({ code: 'bad-input' })
  })
})
