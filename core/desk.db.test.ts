import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from './new-id.ts'
import { createTestPort } from './testing/create-test-port.ts'
import { openTestCore, type TestCore } from './testing/open-test-core.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let claire: Awaited<ReturnType<typeof gym.join>>
beforeAll(async () => {
  test = await openTestCore({ channels: [createTestPort()] })
  gym = await test.makeOrganization('Atlas Gym', '1001')
  claire = await gym.join('Claire')
})
afterAll(() => test.close())

const system = () => ({ kind: 'system', organizationId: gym.organizationId, name: 'test' }) as const

it('answers several questions under the names that they were given', async () => {
  const answers = await test.desk.askAll(claire, {
    team: ['listMembers', {}],
    group: ['readTeamDesk', {}],
  })
  expect(answers.team.map(({ name }) => name).toSorted()).toEqual(["Atlas Gym's owner", 'Claire'])
  expect(answers.group).toBeNull()
})

it('answers none of them when one may not be asked or has no answer, and writes that down', async () => {
  const lead = test.desk.askAll(claire, {
    team: ['listMembers', {}],
    card: ['findLead', { leadId: newId() }],
  })
  await expect(lead).rejects.toMatchObject({ kind: 'not-found', code: 'lead-not-found' })
  const states = test.desk.askAll(claire, {
    team: ['listMembers', {}],
    states: ['readNoticeStates', { leadId: newId() }],
  })
  await expect(states).rejects.toMatchObject({ kind: 'forbidden' })
  const audited = await test.rows(
    `select action, outcome, data->>'code' as code from audit_entry where organization_id = $1 order by id`,
    [gym.organizationId],
  )
  expect(audited.slice(-2)).toEqual([
    { action: 'listMembers+findLead', outcome: 'refused', code: 'lead-not-found' },
    { action: 'listMembers+readNoticeStates', outcome: 'refused', code: 'not-allowed' },
  ])
})

it('asks for nobody else than the organization of who asks', async () => {
  const studio = await test.makeOrganization('Studio', '1002')
  const { team } = await test.desk.askAll(system(), { team: ['listMembers', {}] })
  expect(team.some(({ id }) => id === studio.owner.memberId)).toBe(false)
})
