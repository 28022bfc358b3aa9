import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createLog } from '../log.ts'
import { newId } from '../new-id.ts'
import { createTestPort } from '../testing/create-test-port.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { eventsOf } from '../testing/take-in.ts'
import { inboundMessage, somePerson, writeIn } from '../testing/write-in.ts'
import { sendDigests } from './send-digests.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let karim: Awaited<ReturnType<typeof gym.join>>

beforeAll(async () => {
  test = await openTestCore({ channels: [createTestPort()] })
  gym = await test.makeOrganization('Atlas Gym', '1001')
  karim = await gym.join('Karim')
})
afterAll(() => test.close())
beforeEach(async () => {
  await test.rows(`delete from domain_event where type = 'digest.due'`)
  await test.rows(`update digest set due_at = '-infinity', last_day = null, enabled = true, at = null`)
})

const send = () =>
  sendDigests({
    database: test.core.database,
    subscriptions: [],
    log: createLog('silent'),
    onRecorded: () => undefined,
  })
const comesNow = () =>
  test.rows(`update digest set due_at = now() - interval '1 second', at = (now() at time zone 'UTC')::time`)
const today = () => new Date().toISOString().slice(0, 10)

it('every member has digests from the beginning, and none comes before its time was worked out', async () => {
  expect(await send()).toBe(0)
  const rows = await test.rows(`select kind from digest where member_id = $1 and due_at > now()`, [
    karim.memberId,
  ])
  expect(rows).toHaveLength(2)
})

it('comes once, however many processes look, and not again on the same day', async () => {
  await test.rows(
    `insert into member (organization_id, id, telegram_user_id, name, role)
     select $1, gen_random_uuid(), 5000000 + n, 'One of many', 'agent' from generate_series(1, 150) n`,
    [gym.organizationId],
  )
  await send()
  await comesNow()
  const sent = await Promise.all(Array.from({ length: 8 }, send))
  const rows = await test.rows(
    `select 1 from digest d join member m on m.id = d.member_id and m.state = 'active'`,
  )
  expect(sent.reduce((sum, count) => sum + count, 0)).toBe(rows.length)
  const told = (await eventsOf(test, 'digest.due')).filter(({ memberId }) => memberId === karim.memberId)
  expect(told.map(({ kind }) => kind).toSorted()).toEqual(['evening', 'morning'])
  await test.desk.perform(karim, 'setDigest', { kind: 'morning', at: '00:01' })
  await send()
  expect(
    (await eventsOf(test, 'digest.due')).filter(({ memberId }) => memberId === karim.memberId),
  ).toHaveLength(2)
})

it('does not come to whoever has put it off or has left', async () => {
  const leaver = await gym.join('Leo')
  await send()
  await test.desk.perform(karim, 'setDigest', { kind: 'morning', enabled: false })
  await test.desk.perform(gym.owner, 'removeMember', { memberId: leaver.memberId })
  await test.rows(
    `update digest set due_at = now() - interval '1 second', at = (now() at time zone 'UTC')::time`,
  )
  await send()
  const told = await eventsOf(test, 'digest.due')
  expect(told.filter(({ memberId }) => memberId === leaver.memberId)).toEqual([])
  expect(told.filter(({ memberId, kind }) => memberId === karim.memberId && kind === 'morning')).toEqual([])
})

it('is worked out anew when a time zone changes', async () => {
  await send()
  await test.desk.perform(karim, 'setOwnHours', { timeZone: 'Asia/Tokyo' })
  await send()
  const [row] = await test.rows<{ wall: string }>(
    `select to_char(due_at at time zone 'Asia/Tokyo', 'HH24:MI') as wall from digest
     where member_id = $1 and kind = 'morning'`,
    [karim.memberId],
  )
  expect(row?.wall).toBe('08:30')
  await test.desk.perform(karim, 'setOwnHours', { timeZone: 'africa/cairo' })
  expect(await test.desk.ask(karim, 'readOwnHours', {})).toMatchObject({ timeZone: 'Africa/Cairo' })
  await expect(test.desk.perform(karim, 'setOwnHours', { timeZone: '+02:00' })).rejects.toMatchObject({
    code: 'time-zone-unknown',
  })
  await test.desk.perform(karim, 'setOwnHours', { timeZone: null })
  await expect(test.desk.perform(karim, 'setOwnHours', { timeZone: 'Mars/Olympus' })).rejects.toMatchObject({
    code: 'time-zone-unknown',
  })
})

it('says who waits, what to remember, and in the evening what the day brought', async () => {
  const read = (kind: 'morning' | 'evening', memberId: string) =>
    test.desk.ask(gym.system, 'readDigest', { memberId, kind, day: today() })
  expect(await read('morning', karim.memberId)).toMatchObject({ isEmpty: true })
  const { leadId } = await writeIn(test, [inboundMessage('1001', { person: somePerson() })])
  await test.desk.perform(karim, 'claimLead', { leadId })
  await test.desk.perform(karim, 'addReminder', {
    leadId,
    dueAt: new Date(),
    text: 'Call',
    idempotencyKey: newId(),
  })
  const morning = await read('morning', karim.memberId)
  expect(morning).toMatchObject({
    isEmpty: false,
    waiting: { total: 1, longest: [{ id: leadId }] },
    reminders: [{ text: 'Call' }],
    day: null,
  })
  expect(await read('evening', karim.memberId)).toBeNull()
  await test.desk.perform(karim, 'changeLeadStatus', { leadId, status: 'converted' })
  expect(await read('evening', gym.owner.memberId)).toMatchObject({
    waiting: { total: 0 },
    day: { opened: 1, answered: 0, converted: 1, lost: 0 },
  })
  await expect(
    test.desk.ask(karim, 'readDigest', { memberId: karim.memberId, kind: 'morning', day: today() }),
  ).rejects.toMatchObject({ kind: 'forbidden' })
})

it('who leads the team sees how the jobs go, and nobody else', async () => {
  const jobs = await test.desk.ask(gym.owner, 'listJobs', {})
  expect(jobs).toMatchObject([
    { name: 'assignment', everySeconds: 15 },
    { name: 'digests', everySeconds: 60 },
    { name: 'notices', everySeconds: 60 },
    { name: 'reminders', everySeconds: 5 },
    { name: 'snoozes', everySeconds: 10 },
  ])
  await expect(test.desk.ask(karim, 'listJobs', {})).rejects.toMatchObject({ kind: 'forbidden' })
})
