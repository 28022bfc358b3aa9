import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clearDone } from '../loops/clear-done.ts'
import { newId } from '../new-id.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { inboundMessage, somePerson, writeIn } from '../testing/write-in.ts'
import { createAssigner } from './create-assigner.ts'
import { settleAssignments } from './settle-assignments.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let karim: Awaited<ReturnType<typeof gym.join>>
let rosa: Awaited<ReturnType<typeof gym.join>>

beforeAll(async () => {
  test = await openTestCore()
  gym = await test.makeOrganization('Atlas Gym', '1001')
  karim = await gym.join('Karim')
  rosa = await gym.join('Rosa')
})
afterAll(() => test.close())
beforeEach(async () => {
  await set({ method: 'balanced' })
  await test.desk.perform(gym.owner, 'setShift', { shift: 'off' })
  for (const agent of [karim, rosa]) await test.desk.perform(agent, 'setShift', { shift: null })
})
afterEach(async () => {
  await test.rows(`update lead set status = 'lost', closed_at = now() where closed_at is null`)
  for (const table of [
    'assignment_request',
    'assignment_rule',
    'assignment_setting',
    'office_hours',
    'presence',
  ]) {
    await test.rows(`delete from ${table}`)
  }
})

const set = (input: Parameters<typeof test.desk.perform<'setAssignment'>>[2]) =>
  test.desk.perform(gym.owner, 'setAssignment', input)
const newLead = async (more = {}) =>
  (await writeIn(test, [inboundMessage('1001', { person: somePerson(), ...more })])).leadId
/** What the event that opened a lead says, told to who gives leads away. */
const openedEvent = async (leadId: string) => {
  const [event] = await test.rows<{ id: string }>(
    `select id from domain_event where type = 'lead.opened' and data->>'leadId' = $1`,
    [leadId],
  )
  return {
    id: event?.id ?? '',
    organizationId: gym.organizationId,
    type: 'lead.opened',
    data: { leadId },
    occurredAt: new Date(),
  } as const
}
const hear = async (leadId: string) => createAssigner(test.desk).handle(await openedEvent(leadId))
const comes = async (more = {}) => {
  const leadId = await newLead(more)
  await hear(leadId)
  return leadId
}
const ownerOf = async (leadId: string) =>
  (await test.desk.ask(gym.owner, 'findLead', { leadId })).owner?.name ?? null
const settle = () => settleAssignments({ database: test.core.database, desk: test.desk })
const eventsOf = (leadId: string, type: string) =>
  test.rows<{ data: Record<string, unknown> }>(
    `select data from domain_event where type = $2 and data->>'leadId' = $1 order by id`,
    [leadId, type],
  )

describe('a lead that comes', () => {
  it('is for whoever claims it, where nothing else was said', async () => {
    await set({ method: 'claim' })
    const leadId = await comes()
    expect(await ownerOf(leadId)).toBeNull()
    expect(await test.rows('select 1 from assignment_request')).toEqual([])
  })

  it('is given to nobody when the team has blocked its person', async () => {
    const leadId = await newLead()
    await test.desk.perform(gym.owner, 'blockContact', { leadId, blocked: true })
    await hear(leadId)
    expect(await ownerOf(leadId)).toBeNull()
    expect(await test.rows('select 1 from assignment_request where settled_at is null')).toEqual([])
  })

  it('is given to somebody once, however often the event is heard and by how many', async () => {
    const leadId = await newLead()
    await Promise.all([hear(leadId), hear(leadId), hear(leadId)])
    const owner = await ownerOf(leadId)
    expect(['Karim', 'Rosa']).toContain(owner)
    expect(await eventsOf(leadId, 'lead.assigned')).toMatchObject([{ data: { byId: null, reason: 'rule' } }])
    const who = owner === 'Karim' ? karim : rosa
    await test.desk.perform(who, 'releaseLead', { leadId })
    await hear(leadId)
    expect(await ownerOf(leadId), 'who gives it back himself leaves it to who claims it').toBeNull()
  })

  it('goes to who has least to do, also when twenty come at once', async () => {
    const leads: string[] = []
    for (let index = 0; index < 20; index += 1) leads.push(await newLead())
    await Promise.all(leads.map(hear))
    const shares = await test.rows(
      `select count(*)::int as count from lead where closed_at is null group by owner_id`,
    )
    expect(shares).toEqual([{ count: 10 }, { count: 10 }])
  })

  it('goes round in turn', async () => {
    await set({ method: 'round-robin' })
    const owners = []
    for (let index = 0; index < 4; index += 1) owners.push(await ownerOf(await comes()))
    expect(new Set(owners.slice(0, 2)).size).toBe(2)
    expect(owners.slice(2)).toEqual(owners.slice(0, 2))
  })

  it('that somebody has claimed already stays his', async () => {
    const leadId = await newLead()
    await test.desk.perform(gym.owner, 'claimLead', { leadId })
    await hear(leadId)
    expect(await eventsOf(leadId, 'lead.assigned')).toEqual([])
  })
})

describe('a lead for which nobody is available', () => {
  it('waits, and is given to the first who is', async () => {
    for (const agent of [karim, rosa]) await test.desk.perform(agent, 'setShift', { shift: 'break' })
    const leadId = await comes()
    await settle()
    expect(await ownerOf(leadId)).toBeNull()
    expect(await test.desk.ask(gym.owner, 'readAssignment', {})).toMatchObject({ waiting: 1 })
    await test.desk.perform(rosa, 'setShift', { shift: 'on' })
    await Promise.all([settle(), settle()])
    expect(await ownerOf(leadId)).toBe('Rosa')
    expect(await eventsOf(leadId, 'lead.assigned')).toHaveLength(1)
  })

  it('can still be claimed', async () => {
    for (const agent of [karim, rosa]) await test.desk.perform(agent, 'setShift', { shift: 'off' })
    const leadId = await comes()
    await test.desk.perform(karim, 'claimLead', { leadId })
    await test.desk.perform(rosa, 'setShift', { shift: 'on' })
    await settle()
    expect(await ownerOf(leadId)).toBe('Karim')
    expect(await test.rows('select outcome from assignment_request')).toEqual([{ outcome: 'moot' }])
  })

  it('because all have as many as they can carry goes to whom more is trusted', async () => {
    await set({ capacity: 1 })
    const leads = [await comes(), await comes(), await comes()]
    expect((await Promise.all(leads.map(ownerOf))).toSorted()).toEqual(['Karim', 'Rosa', null])
    await test.desk.perform(gym.owner, 'setCapacity', { memberId: karim.memberId, capacity: 2 })
    await settle()
    expect((await Promise.all(leads.map(ownerOf))).toSorted()).toEqual(['Karim', 'Karim', 'Rosa'])
  })
})

describe('rules', () => {
  const add = (input: Omit<Parameters<typeof test.desk.perform<'addAssignmentRule'>>[2], 'ruleId'>) => {
    const ruleId = newId()
    return test.desk.perform(gym.owner, 'addAssignmentRule', { ruleId, ...input }).then(() => ruleId)
  }

  it('are asked in their order, which can be changed', async () => {
    await set({ method: 'claim' })
    const first = await add({ source: 'whatsapp', target: { memberIds: [karim.memberId] } })
    const second = await add({
      channelAccountId: gym.channelAccountId,
      target: { memberIds: [rosa.memberId] },
    })
    expect(await ownerOf(await comes())).toBe('Karim')
    await test.desk.perform(gym.owner, 'moveAssignmentRule', { ruleId: second, by: -1 })
    expect(await ownerOf(await comes())).toBe('Rosa')
    await test.desk.perform(gym.owner, 'changeAssignmentRule', { ruleId: second, language: 'xx' })
    expect(await ownerOf(await comes())).toBe('Karim')
    for (const ruleId of [first, second, first]) {
      await test.desk.perform(gym.owner, 'removeAssignmentRule', { ruleId })
    }
    expect(await ownerOf(await comes())).toBeNull()
  })

  it('give to the members of a team, and follow who served a person before', async () => {
    await set({ method: 'claim' })
    const [team] = await test.rows<{ id: string }>(
      `insert into team (organization_id, id, name) values ($1, gen_random_uuid(), 'Paris') returning id`,
      [gym.organizationId],
    )
    const teamId = team?.id ?? ''
    await test.rows('update member set team_id = $2 where id = $1', [rosa.memberId, teamId])
    await add({ teamId, target: { teamId } })
    expect(await ownerOf(await comes())).toBeNull()
    const person = somePerson()
    const earlier = await newLead({ person })
    await test.desk.perform(rosa, 'claimLead', { leadId: earlier })
    await test.desk.perform(rosa, 'changeLeadStatus', { leadId: earlier, status: 'converted' })
    const again = await comes({ person, sentAt: new Date(Date.now() + 80 * 3_600_000) })
    expect(again).not.toBe(earlier)
    expect(await ownerOf(again)).toBe('Rosa')
    await test.rows('update member set team_id = null')
  })

  it('name only what is the organization’s, and are made by who leads the team', async () => {
    const house = await test.makeOrganization('Other House', newId())
    const unfit = { code: 'rule-unfit' }
    await expect(add({ target: { memberIds: [house.owner.memberId] } })).rejects.toMatchObject(unfit)
    await expect(
      add({ channelAccountId: house.channelAccountId, target: { memberIds: [karim.memberId] } }),
    ).rejects.toMatchObject(unfit)
    const ruleId = await add({ target: { memberIds: [karim.memberId] } })
    for (const actor of [house.owner, karim]) {
      await expect(
        test.desk.perform(actor, 'changeAssignmentRule', { ruleId, method: 'round-robin' }),
      ).rejects.toMatchObject({ code: actor === karim ? 'not-allowed' : 'rule-not-found' })
    }
    await test.desk.perform(house.owner, 'removeAssignmentRule', { ruleId })
    expect((await test.desk.ask(gym.owner, 'readAssignment', {})).rules).toMatchObject([{ id: ruleId }])
    const foreign = test.desk.perform(house.owner, 'setCapacity', { memberId: karim.memberId, capacity: 1 })
    await expect(foreign).rejects.toMatchObject({ code: 'member-not-found' })
    await expect(test.desk.perform(karim, 'setAssignment', { method: 'claim' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})

it('leads of who is removed from the team go to the others, and he leaves his shift behind', async () => {
  const leo = await gym.join('Leo')
  await test.desk.perform(leo, 'setShift', { shift: 'off' })
  const leadId = await newLead()
  await test.desk.perform(leo, 'claimLead', { leadId })
  await test.desk.perform(gym.owner, 'removeMember', { memberId: leo.memberId })
  const [event] = await test.rows<{ id: string; data: { previousOwnerId: string } }>(
    `select id, data from domain_event where type = 'lead.released' and data->>'leadId' = $1`,
    [leadId],
  )
  const { organizationId } = gym
  const data = { leadId, previousOwnerId: event?.data.previousOwnerId ?? '', byId: gym.owner.memberId }
  await createAssigner(test.desk).handle({
    id: event?.id ?? '',
    organizationId,
    type: 'lead.released',
    data,
    occurredAt: new Date(),
  })
  expect(['Karim', 'Rosa']).toContain(await ownerOf(leadId))
  expect(await test.rows('select 1 from presence where member_id = $1', [leo.memberId])).toEqual([])
})

it('clears what was settled long ago, and nothing that waits or may be heard once more', async () => {
  const [old, recent, open] = [await newLead(), await newLead(), await newLead()]
  for (const [id, settled] of [
    [old, '61 days'],
    [recent, '31 days'],
    [open, null],
  ]) {
    await test.rows(
      `insert into assignment_request (organization_id, id, lead_id, created_at, settled_at, outcome)
       select $1, $2::uuid, $2::uuid, now() - interval '90 days', now() - $3::interval,
         case when $3 is not null then 'claim' end`,
      [gym.organizationId, id, settled],
    )
  }
  await clearDone(test.core.database)
  const kept = await test.rows<{ id: string }>('select id from assignment_request order by id')
  expect(kept.map(({ id }) => id)).toEqual([recent, open].toSorted())
})
