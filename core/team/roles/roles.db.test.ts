import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestPort } from '../../testing/create-test-port.ts'
import { openTestCore, type TestCore } from '../../testing/open-test-core.ts'
import { inboundMessage, somePerson, writeIn } from '../../testing/write-in.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let admin: Awaited<ReturnType<typeof gym.join>>
let agent: typeof admin
let counted = 0

beforeAll(async () => {
  test = await openTestCore({ channels: [createTestPort()] })
  gym = await test.makeOrganization('Atlas Gym', '1001')
  admin = await gym.join('Adam', 'admin')
  agent = await gym.join('Amina')
})
afterAll(() => test.close())

const newRole = async (more: object = {}, actor = gym.owner) => {
  counted += 1
  const input = { name: `Role ${counted}`, permissions: ['leads.work' as const], ...more }
  return (await test.desk.perform(actor, 'saveRole', input)).roleId
}
const give = (
  actor: typeof gym.owner,
  memberId: string,
  to: { roleId: string } | { role: 'owner' | 'admin' | 'agent' | 'viewer' },
) => test.desk.perform(actor, 'changeMemberRole', { memberId, to })
const newLead = async () => (await writeIn(test, [inboundMessage('1001', { person: somePerson() })])).leadId
const roleOf = async (memberId: string) =>
  (await test.desk.ask(gym.owner, 'listMembers', {})).find(({ id }) => id === memberId)

/** Somebody who came by a link to a role of the organization's own. */
async function comeBy(roleId: string, actor = gym.owner) {
  counted += 1
  const { code } = await test.desk.perform(actor, 'inviteMember', { roleId })
  const person = { telegramUserId: 880_000 + counted, name: `Guest ${counted}` }
  const { memberId } = await test.desk.perform(
    { kind: 'person', organizationId: gym.organizationId, person },
    'acceptInvitation',
    { secret: code.slice(22) },
  )
  return { kind: 'member', organizationId: gym.organizationId, memberId } as const
}

describe('a role of the organization’s own', () => {
  it('gives what it says, to whoever comes by a link to it and to whoever is given it', async () => {
    const roleId = await newRole({ permissions: ['jobs.view'], scope: 'own' })
    const guest = await comeBy(roleId)
    await give(admin, agent.memberId, { roleId })
    for (const member of [guest, agent]) {
      expect(await roleOf(member.memberId)).toMatchObject({
        role: 'viewer',
        roleId,
        permissions: ['leads.read', 'jobs.view'],
        scope: 'own',
      })
      await expect(test.desk.ask(member, 'listJobs', {})).resolves.toBeDefined()
      await expect(test.desk.perform(member, 'claimLead', { leadId: await newLead() })).rejects.toMatchObject(
        {
          kind: 'forbidden',
        },
      )
    }
    const person = { telegramUserId: 880_000 + counted, name: 'Guest' }
    const actor = { kind: 'person' as const, organizationId: '', person }
    expect(await test.desk.ask(actor, 'findMemberships', {})).toMatchObject([
      { memberId: guest.memberId, permissions: ['leads.read', 'jobs.view'], scope: 'own' },
    ])
    await give(admin, agent.memberId, { role: 'agent' })
  })

  it('that is changed holds for the next thing that its bearers do, and for nothing that they did before', async () => {
    const roleId = await newRole()
    const guest = await comeBy(roleId)
    const leads = await Promise.all(Array.from({ length: 10 }, () => newLead()))
    const claims = leads.map((leadId) => test.desk.perform(guest, 'claimLead', { leadId }))
    const change = test.desk.perform(gym.owner, 'saveRole', { roleId, permissions: [] })
    const claimed = () =>
      test.rows(`select 1 from activity where actor_id = $1 and kind = 'lead.claimed'`, [guest.memberId])
    const atChange = change.then(claimed)
    const outcomes = await Promise.allSettled([...claims, change])
    expect(outcomes.at(-1)?.status).toBe('fulfilled')
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'not-allowed' })
    }
    expect(await claimed()).toHaveLength((await atChange).length)
    expect((await roleOf(guest.memberId))?.role).toBe('viewer')
    await expect(test.desk.perform(guest, 'claimLead', { leadId: await newLead() })).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })

  it('is removed when nobody has it, and not before; links to it work no more', async () => {
    const roleId = await newRole()
    const guest = await comeBy(roleId)
    const { code } = await test.desk.perform(gym.owner, 'inviteMember', { roleId })
    await expect(test.desk.perform(gym.owner, 'removeRole', { roleId })).rejects.toMatchObject({
      code: 'role-in-use',
      data: { count: 1 },
    })
    await test.desk.perform(gym.owner, 'removeMember', { memberId: guest.memberId })
    await test.desk.perform(gym.owner, 'removeRole', { roleId })
    const actor = {
      kind: 'person' as const,
      organizationId: gym.organizationId,
      person: { telegramUserId: 99, name: 'Late' },
    }
    await expect(
      test.desk.perform(actor, 'acceptInvitation', { secret: code.slice(22) }),
    ).rejects.toMatchObject({ code: 'invitation-unknown' })
  })

  it('is made once when it is heard of twice, and no two have one name', async () => {
    const input = { name: 'Night shift', permissions: ['leads.work' as const] }
    const [one, two] = await Promise.all([
      test.desk.perform(gym.owner, 'saveRole', input),
      test.desk.perform(gym.owner, 'saveRole', input),
    ])
    expect(one).toEqual(two)
    await expect(
      test.desk.perform(gym.owner, 'saveRole', { ...input, name: 'NIGHT  shift', scope: 'own' }),
    ).rejects.toMatchObject({ code: 'role-exists' })
    const roleId = await newRole()
    await expect(
      test.desk.perform(gym.owner, 'saveRole', { roleId, name: 'night shift' }),
    ).rejects.toMatchObject({ code: 'role-exists' })
    await expect(newRole({ name: ' ' })).rejects.toMatchObject({ code: 'name-length' })
  })

  it('with the team in its hands sees all leads', async () => {
    await expect(newRole({ permissions: ['team.manage'], scope: 'team' })).rejects.toMatchObject({
      code: 'role-needs-all',
    })
  })
})

describe('nobody becomes more than those who made him', () => {
  it('a role gives nothing that its maker has not, and nobody hands out or changes one that is above him', async () => {
    const manager = await comeBy(await newRole({ permissions: ['team.manage', 'leads.work'] }))
    await expect(newRole({ permissions: ['channels.manage'] }, manager)).rejects.toMatchObject({
      kind: 'forbidden',
    })
    const above = await newRole({ permissions: ['channels.manage'] })
    const guest = await comeBy(above)
    const attempts = await Promise.allSettled([
      test.desk.perform(manager, 'saveRole', { roleId: above, name: 'Mine' }),
      test.desk.perform(manager, 'removeRole', { roleId: above }),
      test.desk.perform(manager, 'inviteMember', { roleId: above }),
      test.desk.perform(manager, 'inviteMember', { role: 'agent' }),
      test.desk.perform(manager, 'removeMember', { memberId: guest.memberId }),
      give(manager, guest.memberId, { role: 'viewer' }),
      give(manager, agent.memberId, { roleId: above }),
    ])
    for (const attempt of attempts) {
      expect(attempt).toMatchObject({ status: 'rejected', reason: { kind: 'forbidden' } })
    }
    const below = await newRole({ permissions: ['leads.work'] }, manager)
    await comeBy(below, manager)
  })

  it('nobody raises himself, neither by his role nor by what it gives', async () => {
    const roleId = await newRole({ permissions: ['team.manage', 'leads.work'] })
    const manager = await comeBy(roleId)
    const less = await newRole({ permissions: ['leads.work'] })
    await expect(give(manager, manager.memberId, { roleId: less })).rejects.toMatchObject({
      code: 'role-of-oneself',
    })
    await expect(
      test.desk.perform(manager, 'saveRole', { roleId, permissions: ['team.manage'] }),
    ).rejects.toMatchObject({ code: 'role-of-oneself' })
    await expect(give(admin, admin.memberId, { role: 'owner' })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(give(admin, agent.memberId, { role: 'admin' })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(give(admin, gym.owner.memberId, { role: 'agent' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(give(agent, agent.memberId, { role: 'admin' })).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('the last owner stays one, also when two owners make each other less at the same moment', async () => {
    const house = await test.makeOrganization('Two Owners', '1002')
    const second = await house.join('Second')
    const make = (actor: typeof house.owner, memberId: string, role: 'owner' | 'agent') =>
      test.desk.perform(actor, 'changeMemberRole', { memberId, to: { role } })
    await expect(make(house.owner, house.owner.memberId, 'agent')).rejects.toMatchObject({
      code: 'last-owner',
    })
    await make(house.owner, second.memberId, 'owner')
    await Promise.allSettled([
      make(house.owner, second.memberId, 'agent'),
      make(second, house.owner.memberId, 'agent'),
    ])
    const owners = await test.rows(`select 1 from member where organization_id = $1 and role = 'owner'`, [
      house.organizationId,
    ])
    expect(owners.length).toBeGreaterThan(0)
  })
})

it('a member is in the team that is named, which is there while somebody is in it', async () => {
  const put = (memberId: string, team: { name: string } | null) =>
    test.desk.perform(admin, 'setMemberTeam', { memberId, team })
  await put(agent.memberId, { name: 'North' })
  await put(admin.memberId, { name: ' north ' })
  expect(await test.desk.ask(admin, 'listTeams', {})).toMatchObject([{ name: 'North', members: 2 }])
  await put(agent.memberId, null)
  await put(admin.memberId, null)
  expect(await test.desk.ask(admin, 'listTeams', {})).toEqual([])
  const other = await test.makeOrganization('Other House', '1003')
  await expect(
    test.desk.perform(other.owner, 'setMemberTeam', { memberId: agent.memberId, team: null }),
  ).rejects.toMatchObject({ code: 'member-not-found' })
})
