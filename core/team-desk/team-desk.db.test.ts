import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { inboundMessage, somePerson, writeIn } from '../testing/write-in.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let bank: typeof gym
beforeAll(async () => {
  test = await openTestCore()
  gym = await test.makeOrganization('Atlas Gym', '1001')
  bank = await test.makeOrganization('Bank', '1002')
})
afterAll(() => test.close())
afterEach(() => test.rows('delete from team_desk'))

const connect = (who: typeof gym.owner, chatId: string) =>
  test.desk.perform(who, 'connectTeamDesk', { chatId, title: 'Team' })
const eventsOf = async (...chats: string[]) =>
  (
    await test.rows<{ type: string }>(
      `select type from domain_event where data->>'chatId' = any($1) order by occurred_at, id`,
      [chats],
    )
  ).map(({ type }) => type)

it('keeps a group to one organization, also for two that take it at once', async () => {
  const ends = await Promise.allSettled([connect(gym.owner, '-100'), connect(bank.owner, '-100')])
  expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const refused = ends.find((end) => end.status === 'rejected')
  expect(refused?.reason).toMatchObject({ kind: 'conflict', code: 'desk-of-another' })
  expect(await test.rows('select 1 from team_desk')).toHaveLength(1)
})

it('lets only those who lead the team connect, leave or change the group', async () => {
  const agent = await gym.join('Amina')
  await expect(connect(agent, '-101')).rejects.toMatchObject({ kind: 'forbidden' })
  await connect(gym.owner, '-101')
  await expect(test.desk.perform(agent, 'setDeskPlane', { plane: 'lobby' })).rejects.toMatchObject({
    kind: 'forbidden',
  })
  await expect(test.desk.perform(agent, 'leaveTeamDesk', {})).rejects.toMatchObject({ kind: 'forbidden' })
  await test.desk.perform(gym.owner, 'setDeskPlane', { plane: 'lobby' })
  await test.desk.perform(gym.owner, 'setDeskPlane', { plane: 'lobby' })
  expect(await test.desk.ask(agent, 'readTeamDesk', {})).toMatchObject({ chatId: '-101', plane: 'lobby' })
  expect((await eventsOf('-101')).filter((type) => type === 'desk.plane-changed')).toHaveLength(1)
  await test.desk.perform(gym.owner, 'leaveTeamDesk', {})
  expect(await test.desk.ask(agent, 'readTeamDesk', {})).toBeNull()
  await expect(test.desk.perform(gym.owner, 'setDeskPlane', { plane: 'group' })).rejects.toMatchObject({
    code: 'desk-none',
  })
})

it('tells of an end of the group once, and of its mending', async () => {
  await connect(gym.owner, '-102')
  await connect(gym.owner, '-102')
  for (const reason of ['removed', 'removed']) {
    await test.desk.perform(gym.system, 'breakTeamDesk', { chatId: '-102', reason })
  }
  await test.desk.perform(gym.system, 'breakTeamDesk', { chatId: '-999', reason: 'removed' })
  await connect(gym.owner, '-102')
  await test.desk.perform(gym.system, 'mendTeamDesk', { chatId: '-102' })
  await connect(gym.owner, '-103')
  expect(await eventsOf('-102', '-103')).toEqual([
    'desk.connected',
    'desk.broken',
    'desk.mended',
    'desk.connected',
  ])
})

it('says who chose the group, so that he is not told once more', async () => {
  await connect(gym.owner, '-106')
  await test.desk.perform(gym.system, 'breakTeamDesk', { chatId: '-106', reason: 'removed' })
  await test.desk.perform(gym.system, 'mendTeamDesk', { chatId: '-106' })
  const events = await test.rows<{ type: string; by: string | null }>(
    `select type, data->>'byId' as by from domain_event where data->>'chatId' = '-106' order by id`,
  )
  expect(events.map(({ type, by }) => [type, by])).toEqual([
    ['desk.connected', gym.owner.memberId],
    ['desk.broken', null],
    ['desk.mended', null],
  ])
})

it('finds whose group somebody writes in, and whether he is on that team', async () => {
  await connect(gym.owner, '-104')
  const agent = await gym.join('Ben')
  const person = { kind: 'person' as const, organizationId: '', person: agent.person }
  const find = (chatId: string) => test.desk.ask(person, 'findTeamDesk', { chatId })
  expect(await find('-104')).toEqual({
    organizationId: gym.organizationId,
    standing: 'active',
    plane: 'group',
  })
  await test.desk.perform(gym.owner, 'removeMember', { memberId: agent.memberId })
  expect(await find('-104')).toMatchObject({ standing: 'removed' })
  expect(await find('-105')).toBeNull()
  const stranger = { ...person, person: { telegramUserId: 5, name: 'Eve' } }
  expect(await test.desk.ask(stranger, 'findTeamDesk', { chatId: '-104' })).toMatchObject({ standing: null })
})

it('keeps a handled lead out of the inbox until the customer writes again', async () => {
  const person = somePerson()
  const write = (sentAt: Date) => writeIn(test, [inboundMessage('1001', { person, sentAt })])
  const { leadId } = await write(new Date(Date.now() - 60_000))
  const listed = async () => {
    const { leads } = await test.desk.ask(gym.owner, 'listInbox', { whose: 'all', limit: 50 })
    return leads.some(({ id }) => id === leadId)
  }
  await test.desk.perform(gym.owner, 'setLeadHandled', { leadId, handled: true })
  await test.desk.perform(gym.owner, 'setLeadHandled', { leadId, handled: true })
  expect(await listed()).toBe(false)
  expect(await test.desk.ask(gym.owner, 'findLead', { leadId })).toMatchObject({
    handled: true,
    closedAt: null,
  })
  await test.desk.perform(gym.owner, 'setLeadHandled', { leadId, handled: false })
  expect(await listed()).toBe(true)
  await test.desk.perform(gym.owner, 'setLeadHandled', { leadId, handled: true })
  // Also one that the network brings late.
  await write(new Date(Date.now() - 120_000))
  expect(await listed()).toBe(true)
  expect(await test.desk.ask(gym.owner, 'findLead', { leadId })).toMatchObject({ handled: false })
  const history = await test.desk.ask(gym.owner, 'readHistory', { leadId })
  expect(history.filter(({ kind }) => kind === 'lead.handled')).toHaveLength(2)
})

it('knows the open leads that a chat shows under a name, the newest first, page by page', async () => {
  const write = async () => (await writeIn(test, [inboundMessage('1001', { person: somePerson() })])).leadId
  const [first, ended, unshown, last] = [await write(), await write(), await write(), await write()]
  const chat = { id: '-106', kind: 'group' as const }
  const content = { method: 'send', html: 'claim' }
  for (const leadId of [first, ended, last]) {
    const post = { chat, key: `lobby:${leadId}`, urgency: 2 as const, leadId, content }
    await test.desk.perform(gym.system, 'putPosts', { posts: [post] })
  }
  const elsewhere = { chat: { ...chat, id: '-107' }, key: `lobby:${unshown}`, urgency: 2 as const, content }
  await test.desk.perform(gym.system, 'putPosts', { posts: [{ ...elsewhere, leadId: unshown }] })
  await test.desk.perform(gym.owner, 'changeLeadStatus', { leadId: ended, status: 'lost' })
  const listed = (more: object = {}) =>
    test.desk.ask(gym.system, 'listLeadsShown', { chatId: '-106', keyPrefix: 'lobby:', ...more })
  expect(await listed()).toEqual([last, first])
  expect(await listed({ limit: 1 })).toEqual([last])
  expect(await listed({ limit: 1, before: last })).toEqual([first])
  expect(await listed({ keyPrefix: 'card:' })).toEqual([])
})
