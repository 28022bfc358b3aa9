import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Desk } from '../desk.ts'
import { DeskError } from '../errors.ts'
import { createLog } from '../log.ts'
import { openCore } from '../open-core.ts'
import { openTestCore, type TestCore, testKey } from '../testing/open-test-core.ts'
import { inboundMessage, somePerson, writeIn } from '../testing/write-in.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let karim: Awaited<ReturnType<typeof gym.join>>

beforeAll(async () => {
  test = await openTestCore()
  gym = await test.makeOrganization('Atlas Gym', '1001')
  karim = await gym.join('Karim')
})
afterAll(() => test.close())

const newLead = async () => (await writeIn(test, [inboundMessage('1001', { person: somePerson() })])).leadId
const ownerOf = async (leadId: string) =>
  (await test.desk.ask(gym.owner, 'findLead', { leadId })).owner?.id ?? null
const eventsOf = (leadId: string, type: string) =>
  test.rows<{ data: Record<string, unknown> }>(
    `select data from domain_event where type = $2 and data->>'leadId' = $1 order by id`,
    [leadId, type],
  )

/** As the inbox does with what a busy database could not carry out: once more. */
async function claim(desk: Desk, actor: typeof gym.owner, leadId: string): Promise<void> {
  for (;;) {
    try {
      return await desk.perform(actor, 'claimLead', { leadId })
    } catch (error) {
      if (error instanceof DeskError) throw error
    }
  }
}

it('a thousand claims at once, in two processes, on a hundred leads: each has one owner, and losers are told who', async () => {
  const other = await openCore({
    databaseUrl: test.url,
    encryptionKeys: [testKey],
    migrations: join(import.meta.dirname, '../../migrations'),
    channels: [],
    log: createLog('silent'),
  })
  await test.rows(
    `insert into member (organization_id, id, telegram_user_id, name, role)
     select $1, gen_random_uuid(), 7000000 + n, 'Claimer ' || n, 'agent' from generate_series(1, 10) n`,
    [gym.organizationId],
  )
  const agents = await test.rows<{ id: string }>(`select id from member where name like 'Claimer %'`)
  await test.rows(
    `with people as (
       insert into contact (organization_id, id, name)
       select $1, gen_random_uuid(), 'Person ' || n from generate_series(1, 100) n returning id)
     insert into lead (organization_id, id, number, contact_id, source, last_message_at)
     select $1, gen_random_uuid(), 5000 + row_number() over (), id, 'load', now() from people`,
    [gym.organizationId],
  )
  const leads = await test.rows<{ id: string }>(`select id from lead where source = 'load'`)
  const claims = leads.flatMap(({ id: leadId }) =>
    agents.map(({ id: memberId }) => ({ leadId, actor: { ...gym.owner, memberId } })),
  )
  expect(claims).toHaveLength(1_000)
  const desks = [test.desk, other.desk]
  const outcomes = await Promise.allSettled(
    claims.map(({ leadId, actor }, index) => claim(desks[index % 2] ?? test.desk, actor, leadId)),
  )
  await other.close()
  const won = claims.filter((_, index) => outcomes[index]?.status === 'fulfilled')
  expect(won).toHaveLength(100)
  const owners = await test.rows<{ id: string; owner_id: string; name: string }>(
    `select l.id, owner_id, m.name from lead l join member m on m.id = owner_id where source = 'load'`,
  )
  expect(new Map(owners.map(({ id, owner_id }) => [id, owner_id]))).toEqual(
    new Map(won.map(({ leadId, actor }) => [leadId, actor.memberId])),
  )
  const names = new Map(owners.map(({ id, name }) => [id, name]))
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.status === 'fulfilled') continue
    const owner = names.get(claims[index]?.leadId ?? '')
    expect(outcome.reason).toMatchObject({ code: 'lead-claimed', data: { owner } })
  }
  const told = await test.rows(
    `select 1 from domain_event e join lead l on l.id = (e.data->>'leadId')::uuid
     where e.type = 'lead.claimed' and l.source = 'load'`,
  )
  expect(told).toHaveLength(100)
}, 60_000)

it('who may give leads away gives one to whom he likes, and it is told once', async () => {
  const leadId = await newLead()
  for (let time = 0; time < 2; time += 1) {
    await test.desk.perform(gym.owner, 'assignLead', { leadId, memberId: karim.memberId })
  }
  expect(await ownerOf(leadId)).toBe(karim.memberId)
  const data = {
    leadId,
    ownerId: karim.memberId,
    previousOwnerId: null,
    byId: gym.owner.memberId,
    reason: 'hand',
  }
  expect(await eventsOf(leadId, 'lead.assigned')).toEqual([{ data }])
  const history = await test.desk.ask(gym.owner, 'readHistory', { leadId })
  expect(history.find(({ kind }) => kind === 'lead.assigned')).toMatchObject({ data: { owner: 'Karim' } })
})

it('an agent hands over what is his, and neither takes from others nor gives what is nobody’s', async () => {
  const rosa = await gym.join('Rosa')
  const leadId = await newLead()
  const give = (actor: typeof karim) =>
    test.desk.perform(actor, 'assignLead', { leadId, memberId: rosa.memberId })
  await expect(give(karim)).rejects.toMatchObject({ kind: 'forbidden' })
  await test.desk.perform(rosa, 'claimLead', { leadId })
  const taking = test.desk.perform(karim, 'assignLead', { leadId, memberId: karim.memberId })
  await expect(taking).rejects.toMatchObject({ kind: 'forbidden' })
  await test.desk.perform(rosa, 'assignLead', { leadId, memberId: karim.memberId })
  expect(await ownerOf(leadId)).toBe(karim.memberId)
})

it('a lead goes to nobody who only looks, has left, or is of another organization', async () => {
  const leadId = await newLead()
  const viewer = await gym.join('Vera', 'viewer')
  const leaver = await gym.join('Leo')
  await test.desk.perform(gym.owner, 'removeMember', { memberId: leaver.memberId })
  const house = await test.makeOrganization('Other House', '2002')
  for (const { memberId } of [viewer, leaver, house.owner]) {
    await expect(test.desk.perform(gym.owner, 'assignLead', { leadId, memberId })).rejects.toMatchObject({
      code: 'assignee-unfit',
    })
  }
  await expect(
    test.desk.perform(house.owner, 'assignLead', { leadId, memberId: house.owner.memberId }),
  ).rejects.toMatchObject({ code: 'lead-not-found' })
  expect(await ownerOf(leadId)).toBeNull()
})

it('giving a lead to somebody who is being removed ends with nobody having left with it', async () => {
  const leavers: (typeof karim)[] = []
  for (let index = 0; index < 6; index += 1) leavers.push(await gym.join(`Leaver ${index}`))
  const outcomes = await Promise.allSettled(
    leavers.flatMap(({ memberId }) => [
      newLead().then((leadId) => test.desk.perform(gym.owner, 'assignLead', { leadId, memberId })),
      newLead().then((leadId) => test.desk.perform(gym.owner, 'assignLead', { leadId, memberId })),
      test.desk.perform(gym.owner, 'removeMember', { memberId }),
    ]),
  )
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'assignee-unfit' })
  }
  const kept = await test.rows(`select 1 from lead where owner_id = any($1::uuid[]) and closed_at is null`, [
    leavers.map(({ memberId }) => memberId),
  ])
  expect(kept).toEqual([])
})
