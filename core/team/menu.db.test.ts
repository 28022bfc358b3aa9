import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>

beforeAll(async () => {
  test = await openTestCore()
  gym = await test.makeOrganization('Atlas Gym', '1001')
})
afterAll(() => test.close())

it('which menu a chat was given is known with the membership, and of who has left', async () => {
  const agent = await gym.join('Amina')
  const { memberId } = agent
  const person = { kind: 'person', organizationId: '', person: agent.person } as const
  const read = () => test.desk.ask(gym.system, 'readMenu', { memberId })
  expect(await read()).toMatchObject({ menu: null, isActive: true, role: 'agent', language: 'en' })
  await test.desk.perform(gym.system, 'rememberMenu', { memberId, menu: 'a name' })
  expect((await test.desk.ask(person, 'findMemberships', {}))[0]?.menu).toBe('a name')
  await test.desk.perform(agent, 'meetMember', { language: 'fr' })
  await test.desk.perform(gym.owner, 'removeMember', { memberId })
  expect(await read()).toMatchObject({
    menu: 'a name',
    isActive: false,
    language: 'fr',
    telegramUserId: agent.person.telegramUserId,
  })
  const other = await test.makeOrganization('Other', '1002')
  expect(await test.desk.ask(other.system, 'readMenu', { memberId })).toBeNull()
  await expect(test.desk.ask(gym.owner, 'readMenu', { memberId })).rejects.toMatchObject({
    kind: 'forbidden',
  })
})
