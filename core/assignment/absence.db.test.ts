import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createTestPort } from '../testing/create-test-port.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { inboundMessage, somePerson, writeIn } from '../testing/write-in.ts'
import { settleAssignments } from './settle-assignments.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let karim: Awaited<ReturnType<typeof gym.join>>
let rosa: Awaited<ReturnType<typeof gym.join>>

beforeAll(async () => {
  test = await openTestCore({ channels: [createTestPort()] })
  gym = await test.makeOrganization('Atlas Gym', '1001')
  karim = await gym.join('Karim')
  rosa = await gym.join('Rosa')
})
afterAll(() => test.close())
beforeEach(async () => {
  await test.rows(`update lead set status = 'lost', closed_at = now() where closed_at is null`)
  for (const table of ['assignment_request', 'assignment_setting', 'office_hours', 'presence']) {
    await test.rows(`delete from ${table}`)
  }
  await test.desk.perform(gym.owner, 'setShift', { shift: 'off' })
})

const set = (input: Parameters<typeof test.desk.perform<'setAssignment'>>[2]) =>
  test.desk.perform(gym.owner, 'setAssignment', input)
/** A lead of Karim's whose customer has waited for so many minutes. */
async function waiting(minutes: number): Promise<string> {
  const { leadId } = await writeIn(test, [inboundMessage('1001', { person: somePerson() })])
  await test.desk.perform(karim, 'claimLead', { leadId })
  await test.rows(
    `with told as (update message set received_at = received_at - make_interval(mins => $2),
       sent_at = sent_at - make_interval(mins => $2) where lead_id = $1)
     update lead set claimed_at = claimed_at - make_interval(mins => $2),
       last_inbound_at = last_inbound_at - make_interval(mins => $2) where id = $1`,
    [leadId, minutes],
  )
  return leadId
}
const ownerOf = async (leadId: string) =>
  (await test.desk.ask(gym.owner, 'findLead', { leadId })).owner?.name ?? null
const settle = () => settleAssignments({ database: test.core.database, desk: test.desk })
const eventsOf = async (leadId: string) =>
  (
    await test.rows<{ type: string; data: Record<string, unknown> }>(
      `select type, data from domain_event where data->>'leadId' = $1 and data ? 'reason'
         and data->>'reason' <> 'hand' order by id`,
      [leadId],
    )
  ).map(({ type, data }) => [type, data.reason, data.previousOwnerId])

it('a lead stays with who has it, however long its customer waits, where nothing was said', async () => {
  const leadId = await waiting(6_000)
  await test.desk.perform(karim, 'setShift', { shift: 'off' })
  await settle()
  expect(await ownerOf(leadId)).toBe('Karim')
})

it('a customer who waits too long gets somebody else, once, and what was done is kept', async () => {
  await set({ method: 'balanced', absenceMinutes: 30 })
  const [late, soon] = [await waiting(31), await waiting(20)]
  await Promise.all([settle(), settle()])
  expect(await ownerOf(late)).toBe('Rosa')
  expect(await ownerOf(soon)).toBe('Karim')
  expect(await eventsOf(late)).toEqual([['lead.assigned', 'absence', karim.memberId]])
  await settle()
  expect(await ownerOf(late), 'the new owner has his own time').toBe('Rosa')
  const history = await test.desk.ask(gym.owner, 'readHistory', { leadId: late })
  expect(history.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['lead.claimed', 'lead.assigned', 'text']),
  )
})

/** Lets the time of whoever has the lead run out, as if so many minutes had passed. */
const pass = (leadId: string, minutes: number) =>
  test.rows(
    `with told as (update message set received_at = received_at - make_interval(mins => $2),
       sent_at = sent_at - make_interval(mins => $2) where lead_id = $1),
     done as (update activity set created_at = created_at - make_interval(mins => $2) where lead_id = $1)
     update lead set claimed_at = claimed_at - make_interval(mins => $2),
       last_outbound_at = last_outbound_at - make_interval(mins => $2),
       last_inbound_at = last_inbound_at - make_interval(mins => $2) where id = $1`,
    [leadId, minutes],
  )
const freedOf = (leadId: string) =>
  test.rows<{ unanswered: string | null }>(
    `select data->>'unanswered' as unanswered from domain_event where type = 'lead.released'
       and data->>'leadId' = $1 order by id`,
    [leadId],
  )

it('many leads that go back one after the other are known as one burst, to whoever gets and whoever loses them', async () => {
  await set({ method: 'balanced', absenceMinutes: 30 })
  await test.rows(`delete from domain_event where type in ('lead.assigned', 'lead.released')`)
  const leadIds: string[] = []
  for (let count = 0; count < 5; count += 1) leadIds.push(await waiting(60 - count))
  await settle()
  const events = await test.rows<{ id: string; type: string; lead: string }>(
    `select id, type, data->>'leadId' as lead from domain_event where type in ('lead.assigned', 'lead.released')
     order by occurred_at, id`,
  )
  expect(events.map(({ type, lead }) => [type, lead])).toEqual(leadIds.map((lead) => ['lead.assigned', lead]))
  for (const [index, { id }] of events.entries()) {
    const alike = { place: index + 1, count: 5 }
    expect(await test.desk.ask(gym.system, 'readBurst', { eventId: id })).toEqual({
      to: { ...alike, leadIds: leadIds.toReversed() },
      from: alike,
      free: { place: 1, count: 1 },
    })
  }
  // Two minutes later another one is alone.
  await test.rows(`update domain_event set occurred_at = occurred_at - interval '2 minutes'`)
  const later = await waiting(40)
  await test.desk.perform(karim, 'releaseLead', { leadId: later })
  const [last] = await test.rows<{ id: string }>(
    `select id from domain_event where type = 'lead.released' and data->>'leadId' = $1`,
    [later],
  )
  const alone = { place: 1, count: 1 }
  const burst = await test.desk.ask(gym.system, 'readBurst', { eventId: last?.id ?? '' })
  expect(burst).toMatchObject({ from: alone, free: alone })
})

it('a lead does not go round for ever between people who never answer', async () => {
  await set({ method: 'balanced', absenceMinutes: 30 })
  const leadId = await waiting(31)
  const owners: (string | null)[] = []
  for (let round = 0; round < 5; round += 1) {
    await Promise.all([settle(), settle()])
    owners.push(await ownerOf(leadId))
    await pass(leadId, 31)
  }
  expect(owners).toEqual(['Rosa', 'Karim', null, null, null])
  expect(await freedOf(leadId), 'those who lead are told, once').toEqual([{ unanswered: '3' }])
  expect(await test.rows('select 1 from assignment_request where settled_at is null')).toEqual([])
  // Who takes it himself and does not answer either loses it too, and nobody hears of the same again.
  await test.desk.perform(rosa, 'claimLead', { leadId })
  await pass(leadId, 31)
  await settle()
  expect(await ownerOf(leadId)).toBeNull()
  expect(await freedOf(leadId)).toEqual([{ unanswered: '3' }, { unanswered: null }])
})

it('an answer begins the count of those who did not answer anew', async () => {
  await set({ method: 'balanced', absenceMinutes: 30 })
  const leadId = await waiting(31)
  await settle()
  await pass(leadId, 31)
  await settle()
  expect(await ownerOf(leadId)).toBe('Karim')
  await test.rows(
    `update lead set last_outbound_at = now() + interval '1 second', last_inbound_at = now() + interval '2 seconds'
     where id = $1`,
    [leadId],
  )
  await test.rows(
    `update message set sent_at = now() + interval '2 seconds', received_at = now() where lead_id = $1`,
    [leadId],
  )
  await pass(leadId, 31)
  await settle()
  expect(await ownerOf(leadId), 'given on as the first time').toBe('Rosa')
  expect(await freedOf(leadId)).toEqual([])
})

it('where leads are for whoever claims them, it is free again', async () => {
  await set({ method: 'claim', absenceMinutes: 30 })
  const leadId = await waiting(31)
  await settle()
  expect(await ownerOf(leadId)).toBeNull()
  expect(await eventsOf(leadId)).toEqual([['lead.released', 'absence', karim.memberId]])
  expect(await test.rows('select 1 from assignment_request')).toEqual([])
})

it('where nobody else is available it is free, and goes to the first who is', async () => {
  await set({ method: 'balanced', absenceMinutes: 30 })
  await test.desk.perform(rosa, 'setShift', { shift: 'break' })
  const leadId = await waiting(31)
  await settle()
  expect(await ownerOf(leadId)).toBeNull()
  await test.desk.perform(rosa, 'setShift', { shift: 'on' })
  await settle()
  expect(await ownerOf(leadId)).toBe('Rosa')
})

it('who has answered, or is done with it, keeps the lead', async () => {
  await set({ method: 'balanced', absenceMinutes: 30 })
  const [answered, handled] = [await waiting(31), await waiting(31)]
  await test.desk.perform(karim, 'queueReply', {
    leadId: answered,
    body: 'Yes, at 7:30.',
    origin: { account: '7', chat: '5', message: 1 },
  })
  await test.desk.perform(karim, 'setLeadHandled', { leadId: handled, handled: true })
  await settle()
  expect(await ownerOf(answered)).toBe('Karim')
  expect(await ownerOf(handled)).toBe('Karim')
  await test.desk.perform(gym.system, 'returnLead', { leadId: answered, ownerId: karim.memberId })
  expect(await ownerOf(answered)).toBe('Karim')
})

it('no lead goes back while the business is closed', async () => {
  await set({ method: 'balanced', absenceMinutes: 30 })
  const leadId = await waiting(3_000)
  const today = new Date().getUTCDay() || 7
  const others = [1, 2, 3, 4, 5, 6, 7].filter((day) => day !== today && day !== (today % 7) + 1)
  const allDay = [{ opens: '12:00', closes: '13:00' }]
  await test.desk.perform(gym.owner, 'setOfficeHours', {
    weekdays: others.filter((day) => day !== ((today + 5) % 7) + 1),
    spans: allDay,
  })
  await settle()
  expect(await ownerOf(leadId)).toBe('Karim')
  expect(await test.desk.ask(karim, 'readOfficeHours', {})).toMatchObject({ isSet: true, isOpenNow: false })
})

it('who ends his shift leaves his waiting customers to the others, and keeps what he takes afterwards', async () => {
  await set({ method: 'balanced', returnsOffShift: true })
  const before = await waiting(1)
  await settle()
  expect(await ownerOf(before)).toBe('Karim')
  await test.desk.perform(karim, 'setShift', { shift: 'off' })
  const { leadId: after } = await writeIn(test, [inboundMessage('1001', { person: somePerson() })])
  await test.desk.perform(karim, 'claimLead', { leadId: after })
  await settle()
  expect(await ownerOf(before)).toBe('Rosa')
  expect(await eventsOf(before)).toEqual([['lead.assigned', 'shift', karim.memberId]])
  expect(await ownerOf(after)).toBe('Karim')
})

it('presence is written once a minute, and whoever is seen is here', async () => {
  await test.desk.perform(karim, 'touchPresence', {})
  const seen = async () =>
    (
      await test.rows<{ at: Date }>('select last_active_at as at from presence where member_id = $1', [
        karim.memberId,
      ])
    )[0]?.at.getTime()
  const first = await seen()
  await test.desk.perform(karim, 'touchPresence', {})
  expect(await seen()).toBe(first)
  await test.rows(`update presence set last_active_at = now() - interval '20 minutes' where member_id = $1`, [
    karim.memberId,
  ])
  const here = async () =>
    (await test.desk.ask(gym.owner, 'listAssignees', {})).find(({ id }) => id === karim.memberId)?.here
  expect(await here()).toBe(false)
  await test.desk.perform(karim, 'touchPresence', {})
  expect(await here()).toBe(true)
})
