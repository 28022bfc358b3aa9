import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLog } from '../log.ts'
import { createTestPort } from '../testing/create-test-port.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { eventsOf } from '../testing/take-in.ts'
import { inboundMessage, somePerson, writeIn } from '../testing/write-in.ts'
import { gatherNotices } from './gather-notices.ts'
import { noticePresets, usualChoice } from './notice-choice.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let shop: Awaited<ReturnType<TestCore['makeOrganization']>>
let karim: Awaited<ReturnType<typeof gym.join>>
let leadId: string

beforeAll(async () => {
  test = await openTestCore({ channels: [createTestPort()] })
  gym = await test.makeOrganization('Atlas Gym', '1001')
  shop = await test.makeOrganization('Bazaar', '1002')
  karim = await gym.join('Karim')
  leadId = (await writeIn(test, [inboundMessage('1001', { person: somePerson() })])).leadId
})
afterAll(() => test.close())

const gather = () =>
  gatherNotices({
    database: test.core.database,
    subscriptions: [],
    log: createLog('silent'),
    onRecorded: () => undefined,
  })
const statesOf = (at: typeof gym) => test.desk.ask(at.system, 'readNoticeStates', { leadId })
const stateOf = async () => (await statesOf(gym)).members.find(({ memberId }) => memberId === karim.memberId)
const keep = (eventId: string, leftOut = false) =>
  test.desk.perform(gym.system, 'keepNotices', {
    eventId,
    leadId,
    members: [{ memberId: karim.memberId, kind: 'free', leftOut }],
  })

it('a choice is its member’s own, changes by parts, and stays inside its organization', async () => {
  expect(await test.desk.ask(karim, 'readOwnNotices', {})).toEqual(usualChoice)
  await test.desk.perform(karim, 'setOwnNotices', { manners: noticePresets.mine, urgent: { own: true } })
  await test.desk.perform(karim, 'setOwnNotices', {
    manners: { free: 'digest' },
    urgent: { mentions: false },
  })
  expect(await test.desk.ask(karim, 'readOwnNotices', {})).toEqual({
    ...usualChoice,
    manners: { ...noticePresets.mine, free: 'digest' },
    urgent: ['own'],
  })
  expect(await test.desk.ask(gym.owner, 'readOwnNotices', {})).toEqual(usualChoice)
  expect((await statesOf(shop)).members.map(({ memberId }) => memberId)).toEqual([shop.owner.memberId])
  await expect(test.desk.perform(karim, 'setOwnNotices', { manners: { own: 'off' } })).rejects.toMatchObject({
    code: 'notice-manner-refused',
  })
  await expect(test.desk.ask(karim, 'readNoticeStates', { leadId })).rejects.toMatchObject({
    kind: 'forbidden',
  })
})

it('a break, the end of a shift and quiet hours are quiet', async () => {
  expect(await stateOf()).toMatchObject({ isQuiet: false })
  for (const shift of ['break', 'off'] as const) {
    await test.desk.perform(karim, 'setShift', { shift })
    expect(await stateOf()).toMatchObject({ isQuiet: true })
  }
  await test.desk.perform(karim, 'setShift', { shift: 'on' })
  await test.desk.perform(karim, 'setOwnHours', { quiet: { from: '00:00', until: '23:59' } })
  expect(await stateOf()).toMatchObject({ isQuiet: true })
  await test.desk.perform(karim, 'setOwnHours', { quiet: { from: '00:00', until: '00:00' } })
  expect(await stateOf()).toMatchObject({ isQuiet: false })
})

it('a lead has just rung where a post of it rang, and nowhere else', async () => {
  const post = (chat: string, key: string, silent: boolean) => ({
    chat: { id: chat, kind: 'private' as const },
    key,
    urgency: 1 as const,
    leadId,
    content: { method: 'send', html: 'x', silent },
  })
  const posts = [post('5001', 'loud', false), post('5002', 'soft', true)]
  await test.desk.perform(gym.system, 'putPosts', { posts })
  expect((await statesOf(gym)).rung).toEqual(['5001'])
  expect((await statesOf(shop)).rung).toEqual([])
  await test.rows(`update staff_post set created_at = now() - interval '2 minutes'`)
  expect((await statesOf(gym)).rung).toEqual([])
})

it('what is put together comes once, for all that was kept, however many processes look', async () => {
  await keep('e1')
  await keep('e1')
  await keep('e2')
  await keep('e3', true)
  expect(await gather()).toBe(0)
  await test.rows(`update kept_notice set due_at = now() - interval '1 second' where event_id = 'e1'`)
  const counts = await Promise.all(Array.from({ length: 6 }, gather))
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1)
  const [told, ...others] = await eventsOf(test, 'notices.gathered')
  expect(others).toEqual([])
  const batch = String(told?.batch)
  const asked = { memberId: karim.memberId, batch }
  expect(await test.desk.ask(gym.system, 'readGathered', asked)).toMatchObject({
    total: 1,
    leads: [{ id: leadId, news: [{ kind: 'free', count: 2 }] }],
  })
  expect(await test.desk.ask(shop.system, 'readGathered', asked)).toBeNull()
})

it('what is left out is counted in the morning’s digest, and goes after a week', async () => {
  const digest = () =>
    test.desk.ask(gym.system, 'readDigest', {
      memberId: karim.memberId,
      kind: 'morning',
      day: new Date().toISOString().slice(0, 10),
    })
  expect(await digest()).toMatchObject({ leftOut: 1, isEmpty: false })
  await test.rows(`update kept_notice set due_at = now() - interval '1 second'`)
  expect(await gather()).toBe(0)
  expect(await test.rows('select 1 from kept_notice')).toEqual([])
  expect(await digest()).toMatchObject({ leftOut: 0, isEmpty: true })
})
