import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createLog } from '../log.ts'
import { newId } from '../new-id.ts'
import { createTestPort } from '../testing/create-test-port.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { eventsOf } from '../testing/take-in.ts'
import { inboundMessage, somePerson, writeIn } from '../testing/write-in.ts'
import { fireReminders } from './fire-reminders.ts'
import { reminderPostPrefix } from './withdraw-posts.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let shop: typeof gym
let karim: Awaited<ReturnType<typeof gym.join>>
let claire: typeof karim
let leadId: string

beforeAll(async () => {
  test = await openTestCore({ channels: [createTestPort()] })
  gym = await test.makeOrganization('Atlas Gym', '1001')
  shop = await test.makeOrganization('Shop', '1002')
  karim = await gym.join('Karim')
  claire = await gym.join('Claire')
})
afterAll(() => test.close())
beforeEach(async () => {
  await test.rows(`delete from reminder`)
  await test.rows(`delete from event_delivery where subscriber = 'listener'`)
  await test.rows(`delete from domain_event where type = 'reminder.due'`)
  await test.rows(`update member set quiet_from = null, quiet_until = null, time_zone = null`)
  leadId = (await writeIn(test, [inboundMessage('1001', { person: somePerson() })])).leadId
})

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)
const wants = (more: Record<string, unknown> = {}, who = karim) =>
  test.desk.perform(who, 'addReminder', {
    leadId,
    dueAt: inHours(1),
    text: 'Call back',
    idempotencyKey: newId(),
    ...more,
  })
const options = () => ({
  database: test.core.database,
  subscriptions: [{ name: 'listener', types: ['reminder.due' as const] }],
  log: createLog('silent'),
  onRecorded: () => undefined,
})
const fire = () => fireReminders(options())
const comesNow = (id: string) =>
  test.rows(`update reminder set due_at = now() - interval '1 second' where id = $1`, [id])
const row = async (id: string) => (await test.rows(`select * from reminder where id = $1`, [id]))[0]
const told = async () => (await eventsOf(test, 'reminder.due')).map(({ reminderId }) => reminderId)

describe('a reminder', () => {
  it('fires when it is due, not before, and stands in the history of its lead', async () => {
    const { reminderId } = await wants()
    expect(await fire()).toBe(0)
    await comesNow(reminderId)
    expect(await fire()).toBe(1)
    expect(await fire()).toBe(0)
    expect(await told()).toEqual([reminderId])
    const lines = await test.desk.ask(karim, 'readHistory', { leadId })
    expect(lines.map(({ kind }) => kind)).toContain('reminder.added')
  })

  it('that fifty want at once under one key is one, and fires once', async () => {
    const key = newId()
    const made = await Promise.all(
      Array.from({ length: 50 }, () => wants({ idempotencyKey: key, dueAt: inHours(2) })),
    )
    expect(new Set(made.map(({ reminderId }) => reminderId)).size).toBe(1)
    await comesNow(made[0]?.reminderId ?? '')
    await fire()
    expect(await told()).toHaveLength(1)
  })

  it('fires once however many processes look at the same time', async () => {
    const ids = []
    for (let index = 0; index < 120; index += 1) ids.push((await wants()).reminderId)
    await test.rows(`update reminder set due_at = now() - interval '1 second'`)
    const fired = await Promise.all(Array.from({ length: 8 }, fire))
    expect(fired.reduce((sum, count) => sum + count, 0)).toBe(120)
    expect((await told()).toSorted()).toEqual(ids.toSorted())
    expect(await test.rows(`select 1 from event_delivery where subscriber = 'listener'`)).toHaveLength(120)
  })

  it('names a person without a name by number, or by username', async () => {
    const person = somePerson('')
    const [phone] = person.identities
    const called = async (someone: typeof person) => {
      const written = await writeIn(test, [inboundMessage('1001', { person: someone })])
      const { reminderId } = await wants({ leadId: written.leadId })
      return (await test.desk.ask(karim, 'readReminder', { reminderId })).lead.name
    }
    expect(await called(person)).toBe(phone?.value)
    const byName = [{ kind: 'whatsapp_username', value: 'lina.b', address: 'lina.b' }] as never
    expect(await called({ identities: byName, name: '' })).toBe('@lina.b')
    expect(await called(somePerson('Lina'))).toBe('Lina')
  })

  it('for a colleague is his; a viewer and a stranger have none', async () => {
    const vera = await gym.join('Vera', 'viewer')
    const { reminderId } = await wants({ memberId: claire.memberId })
    const [his] = await test.desk.ask(claire, 'listReminders', {})
    expect(his).toMatchObject({ id: reminderId, for: { name: 'Claire' }, by: { name: 'Karim' } })
    await expect(wants({ memberId: vera.memberId })).rejects.toMatchObject({ code: 'reminder-not-for-them' })
    await expect(wants({ memberId: shop.owner.memberId })).rejects.toMatchObject({ code: 'member-not-found' })
    await expect(wants({}, vera)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('of another organization is not there', async () => {
    const { reminderId } = await wants()
    const foreign = shop.owner
    const attempts = [
      () => test.desk.perform(foreign, 'finishReminder', { reminderId }),
      () => test.desk.perform(foreign, 'cancelReminder', { reminderId }),
      () => test.desk.perform(foreign, 'snoozeReminder', { reminderId, until: inHours(2) }),
      () => test.desk.perform(foreign, 'moveReminder', { reminderId, dueAt: inHours(2) }),
      () => test.desk.ask(foreign, 'readReminder', { reminderId }),
    ]
    for (const attempt of attempts)
      await expect(attempt()).rejects.toMatchObject({ code: 'reminder-not-found' })
    expect(await test.desk.ask(foreign, 'listReminders', { leadId })).toEqual([])
    expect(await row(reminderId)).toMatchObject({ version: 0, done_at: null, cancelled_at: null })
  })

  it('is changed by whom it concerns and by leaders, and by nobody else', async () => {
    const { reminderId } = await wants()
    await expect(test.desk.perform(claire, 'finishReminder', { reminderId })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await test.desk.perform(gym.owner, 'finishReminder', { reminderId })
    await test.desk.perform(karim, 'finishReminder', { reminderId })
    await expect(
      test.desk.perform(karim, 'snoozeReminder', { reminderId, until: inHours(1) }),
    ).rejects.toMatchObject({ code: 'reminder-over' })
  })

  it('is not wanted for the past, nor for a time that nobody will see', async () => {
    await expect(wants({ dueAt: inHours(-1) })).rejects.toMatchObject({ code: 'reminder-past' })
    await expect(wants({ dueAt: inHours(24 * 3650) })).rejects.toMatchObject({ code: 'reminder-too-far' })
  })

  it('that falls into quiet hours comes at their end, also where they were set since', async () => {
    const now = new Date()
    const clock = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString().slice(11, 16)
    const { reminderId } = await wants()
    await test.desk.perform(karim, 'setOwnHours', {
      timeZone: 'UTC',
      quiet: { from: clock(-1), until: clock(2) },
    })
    await comesNow(reminderId)
    expect(await fire()).toBe(0)
    const due = (await row(reminderId))?.due_at as Date
    expect(due.toISOString().slice(11, 16)).toBe(clock(2))
    const { dueAt } = await wants({ dueAt: inHours(1) })
    expect(dueAt).toEqual(due)
  })

  it('about a lead that was folded into an older one is about that one', async () => {
    const { reminderId } = await wants()
    const other = (await writeIn(test, [inboundMessage('1001', { person: somePerson() })])).leadId
    await test.rows(`update lead set merged_into = $2, closed_at = now() where id = $1`, [leadId, other])
    await comesNow(reminderId)
    await fire()
    expect(await eventsOf(test, 'reminder.due')).toMatchObject([{ reminderId, leadId: other }])
    expect(await test.desk.ask(karim, 'listReminders', { leadId: other })).toMatchObject([
      { id: reminderId, lead: { id: other } },
    ])
  })
})

describe('what repeats', () => {
  it('comes again at the same time of the next day, once after an outage over several', async () => {
    const { reminderId } = await wants({ repeat: 'daily' })
    await test.rows(
      `update reminder set due_at = now() - interval '3 days', wall = (now() at time zone 'UTC') - interval '3 days'`,
    )
    expect(await fire()).toBe(1)
    const later = await test.rows(`select * from reminder where id <> $1`, [reminderId])
    expect(later).toMatchObject([{ occurrence: 4, fired_at: null, text: 'Call back' }])
    expect(await fire()).toBe(0)
  })

  it('does not come twice where one time of it was snoozed', async () => {
    const { reminderId } = await wants({ repeat: 'daily' })
    await comesNow(reminderId)
    await fire()
    await test.desk.perform(karim, 'snoozeReminder', { reminderId, until: inHours(1) })
    await comesNow(reminderId)
    await fire()
    expect(await test.rows(`select 1 from reminder`)).toHaveLength(2)
  })

  it('ends when it is called off at any of its times', async () => {
    const { reminderId } = await wants({ repeat: 'weekly' })
    await comesNow(reminderId)
    await fire()
    await test.desk.perform(karim, 'cancelReminder', { reminderId })
    await test.rows(`update reminder set due_at = now() - interval '1 second'`)
    expect(await fire()).toBe(0)
    expect(await test.desk.ask(karim, 'listReminders', {})).toEqual([])
  })

  it('follows a new time and a new rhythm from then on', async () => {
    const { reminderId } = await wants({ repeat: 'daily' })
    await comesNow(reminderId)
    await fire()
    await test.desk.perform(karim, 'moveReminder', { reminderId, dueAt: inHours(3), repeat: 'weekly' })
    const waiting = await test.desk.ask(karim, 'listReminders', {})
    expect(waiting).toMatchObject([{ id: reminderId, repeat: 'weekly' }])
    await comesNow(reminderId)
    await fire()
    expect((await test.desk.ask(karim, 'listReminders', {})).map(({ repeat }) => repeat)).toEqual([
      'weekly',
      'weekly',
    ])
  })
})

describe('a change at the moment of firing', () => {
  const post = (id: string, version: unknown) => ({
    chat: { id: '77', kind: 'private' as const },
    key: `${reminderPostPrefix(id)}${version}`,
    urgency: 1 as const,
    content: { method: 'send', html: 'reminder' },
    leadId,
  })
  const announce = (id: string, version: number) =>
    test.desk.perform(gym.system, 'announceReminder', { reminderId: id, version, posts: [post(id, version)] })
  const shown = (id: string) =>
    test.rows<{ key: string }>(`select key from staff_post where starts_with(key, $1)`, [
      reminderPostPrefix(id),
    ])

  it('is seen by the other: once it is answered, nothing is told of the earlier time', async () => {
    const race = async () => {
      const { reminderId } = await wants()
      await test.rows(`update reminder set due_at = now() + interval '2 milliseconds' where id = $1`, [
        reminderId,
      ])
      const tell = async () => {
        await fire()
        const events = await test.rows<{ version: number }>(
          `select (data->>'version')::int as version from domain_event where data->>'reminderId' = $1`,
          [reminderId],
        )
        for (const { version } of events) await announce(reminderId, version)
      }
      const moves = test.desk.perform(karim, 'moveReminder', { reminderId, dueAt: inHours(5) })
      await Promise.all([moves, tell(), tell()])
      await tell()
      // Whatever is queued is of the present state, and that has not fired.
      const { fired_at } = (await row(reminderId)) ?? {}
      expect({ fired_at, shown: await shown(reminderId) }).toEqual({ fired_at: null, shown: [] })
    }
    for (let round = 0; round < 20; round += 1) await Promise.all(Array.from({ length: 10 }, race))
  }, 60_000)

  it('takes back what was about to be shown', async () => {
    const { reminderId } = await wants()
    await comesNow(reminderId)
    await fire()
    expect(await announce(reminderId, 1)).toBe(true)
    expect(await announce(reminderId, 0)).toBe(false)
    expect(await shown(reminderId)).toHaveLength(1)
    await test.desk.perform(karim, 'finishReminder', { reminderId })
    expect(await shown(reminderId)).toEqual([])
    expect(await announce(reminderId, 1)).toBe(false)
  })
})
