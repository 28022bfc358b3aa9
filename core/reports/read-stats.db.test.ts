import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

const none = { opened: 0, answered: 0, firstAnswerSeconds: null, converted: 0, lost: 0 }
const stats = (actor: typeof gym.owner = gym.owner) => test.desk.ask(actor, 'readStats', {})
const comes = async (more = {}) =>
  (await writeIn(test, [inboundMessage('1001', { person: somePerson(), ...more })])).leadId
let place = 0
const answerAfter = async (leadId: string, seconds: number) => {
  place += 1
  const origin = { account: '4200', chat: '7', message: place }
  const { messageId } = await test.desk.perform(gym.owner, 'queueReply', { leadId, body: 'Yes', origin })
  await test.rows(
    `update message set sent_at = (select min(sent_at) from message where lead_id = $2) + make_interval(secs => $3)
     where id = $1`,
    [messageId, leadId, seconds],
  )
}
const beganDaysAgo = (leadId: string, days: number) =>
  test.rows(`update lead set created_at = now() - make_interval(days => $2) where id = $1`, [leadId, days])

describe('counts', () => {
  it('of nothing are noughts, and no time', async () => {
    expect(await stats()).toEqual({ today: none, week: none, waiting: 0 })
  })

  it('are of today and of seven days; the time is that of the half', async () => {
    const leads = []
    for (const seconds of [60, 120, 3_600]) {
      const leadId = await comes()
      await answerAfter(leadId, seconds)
      leads.push(leadId)
    }
    await beganDaysAgo(await comes(), 3)
    await beganDaysAgo(await comes(), 9)
    await comes({ history: {} })
    const [sold = '', gone = ''] = leads
    await test.desk.perform(gym.owner, 'changeLeadStatus', { leadId: sold, status: 'converted' })
    await test.desk.perform(gym.owner, 'changeLeadStatus', { leadId: gone, status: 'lost', reason: 'price' })
    const counted = { answered: 3, firstAnswerSeconds: 120, converted: 1, lost: 1 }
    expect(await stats()).toEqual({
      today: { opened: 3, ...counted },
      week: { opened: 4, ...counted },
      waiting: 2,
    })
  })

  it('leave out what rests', async () => {
    const before = (await stats()).waiting
    const [asleep, unwanted] = [await comes(), await comes()]
    expect((await stats()).waiting).toBe(before + 2)
    const until = new Date(Date.now() + 3_600_000)
    await test.desk.perform(gym.owner, 'snoozeLead', { leadId: asleep, until })
    await test.desk.perform(gym.owner, 'blockContact', { leadId: unwanted, blocked: true })
    expect((await stats()).waiting).toBe(before)
  })

  it('begin a day at midnight of the member’s own time zone', async () => {
    const leadId = await comes()
    const [row] = await test.rows<{ zone: string }>(
      // Where it is past one in the morning now: two hours ago was yesterday there.
      `select name as zone from pg_timezone_names where name like 'Etc/GMT%'
         and extract(hour from now() at time zone name) = 1 limit 1`,
    )
    await test.desk.perform(gym.owner, 'setOwnHours', { timeZone: row?.zone ?? '' })
    const opened = async () => (await stats()).today.opened
    const now = await opened()
    await test.rows(`update lead set created_at = now() - interval '2 hours' where id = $1`, [leadId])
    expect(await opened()).toBe(now - 1)
  })

  it('are nobody else’s', async () => {
    const other = await test.makeOrganization('Other', '1002')
    expect(await stats(other.owner)).toEqual({ today: none, week: none, waiting: 0 })
  })
})
