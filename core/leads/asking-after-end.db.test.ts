import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestPort } from '../testing/create-test-port.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { inboundMessage, somePerson, writeIn } from '../testing/write-in.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
beforeAll(async () => {
  test = await openTestCore({ channels: [createTestPort()] })
  gym = await test.makeOrganization('Atlas Gym', '1001')
})
afterAll(() => test.close())

const inbox = async () => {
  const { leads, total } = await test.desk.ask(gym.owner, 'listInbox', { limit: 50 })
  expect(total).toBe(leads.length)
  return leads.map(({ id }) => id)
}
const waiting = async () => (await test.desk.ask(gym.owner, 'readStats', {})).waiting

it('whoever writes to a lead that was closed waits in the inbox until he is answered or staff are done', async () => {
  const person = somePerson()
  const write = async (at: Date) =>
    (await writeIn(test, [inboundMessage('1001', { person, sentAt: at })])).leadId
  const leadId = await write(new Date(Date.now() - 3_600_000))
  await test.desk.perform(gym.owner, 'changeLeadStatus', { leadId, status: 'converted' })
  expect([await inbox(), await waiting()]).toEqual([[], 0])

  expect(await write(new Date(Date.now() + 1_000))).toBe(leadId)
  expect([await inbox(), await waiting()]).toEqual([[leadId], 1])

  await test.desk.perform(gym.owner, 'setLeadHandled', { leadId, handled: true })
  expect([await inbox(), await waiting()]).toEqual([[], 0])

  await write(new Date(Date.now() + 2_000))
  expect(await inbox()).toEqual([leadId])
  await test.rows(`update lead set last_outbound_at = now() + interval '1 minute' where id = $1`, [leadId])
  expect([await inbox(), await waiting()]).toEqual([[], 0])
})
