import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InboundMessage } from '../channels/inbound-item.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { inboundMessage, somePerson, writeIn } from '../testing/write-in.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>

beforeAll(async () => {
  test = await openTestCore()
  gym = await test.makeOrganization('Atlas Gym', '1001')
})
afterAll(() => test.close())

const noon = (minute: number) => new Date(Date.UTC(2026, 10, 20, 12, minute))
const ad = (adId: string) => ({ sourceType: 'ad', adId, clickId: `click of ${adId}` })
const permutations = <Item>(items: Item[]): Item[][] =>
  items.length < 2
    ? [items]
    : items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]))

describe('what brought a person', () => {
  it('is first the earliest message and last the newest ad, in whatever order they come', async () => {
    const told: Partial<InboundMessage>[] = [
      { sentAt: noon(1), referral: ad('first') },
      { sentAt: noon(2) },
      { sentAt: noon(3), referral: ad('last') },
      { sentAt: noon(4) },
    ]
    for (const [index, order] of permutations(told).entries()) {
      const person = somePerson()
      const messages = order.map((more) => inboundMessage('1001', { person, ...more }))
      // In one batch, or one by one.
      const batches = index % 2 === 0 ? [messages] : messages.map((message) => [message])
      let leadId = ''
      for (const batch of batches) leadId = (await writeIn(test, batch)).leadId
      const { firstTouch, lastTouch } = await test.desk.ask(gym.owner, 'readContact', { leadId })
      expect(firstTouch).toEqual({ leadId, at: noon(1), source: 'whatsapp_ad', attribution: ad('first') })
      expect(lastTouch).toEqual({ leadId, at: noon(3), source: 'whatsapp_ad', attribution: ad('last') })
    }
  })

  it('is the chat itself where no ad did, and an ad that comes later is the last only', async () => {
    const person = somePerson()
    const { leadId } = await writeIn(test, [inboundMessage('1001', { person, sentAt: noon(1) })])
    const read = () => test.desk.ask(gym.owner, 'readContact', { leadId })
    const organic = { leadId, at: noon(1), source: 'whatsapp', attribution: {} }
    expect(await read()).toMatchObject({ firstTouch: organic, lastTouch: organic })
    await writeIn(test, [inboundMessage('1001', { person, sentAt: noon(9), referral: ad('late') })])
    expect(await read()).toMatchObject({
      firstTouch: organic,
      lastTouch: { at: noon(9), source: 'whatsapp_ad', attribution: ad('late') },
    })
    expect(await test.desk.ask(gym.owner, 'findLead', { leadId })).toMatchObject({ source: 'whatsapp' })
  })

  it('is kept over several leads of one person', async () => {
    const person = somePerson()
    const first = await writeIn(test, [
      inboundMessage('1001', { person, sentAt: noon(1), referral: ad('a') }),
    ])
    await test.desk.perform(gym.owner, 'changeLeadStatus', { leadId: first.leadId, status: 'converted' })
    const sentAt = new Date(Date.now() + 9 * 86_400_000)
    const next = await writeIn(test, [inboundMessage('1001', { person, sentAt, referral: ad('b') })])
    const { firstTouch, lastTouch } = await test.desk.ask(gym.owner, 'readContact', { leadId: next.leadId })
    expect(firstTouch).toMatchObject({ leadId: first.leadId, attribution: ad('a') })
    expect(lastTouch).toMatchObject({ leadId: next.leadId, attribution: ad('b') })
  })
})
