import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../new-id.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { inboundMessage, writeIn } from '../testing/write-in.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>

beforeAll(async () => {
  test = await openTestCore()
  gym = await test.makeOrganization('Atlas Gym', '1001')
})
afterAll(() => test.close())

let serial = 0
const phone = () => `+3363995${String(++serial).padStart(4, '0')}`
const origin = () => ({ account: '7', chat: '1', message: ++serial })
type Typed = Omit<Parameters<typeof test.desk.perform<'addLead'>>[2], 'origin'>
const add = (typed: Typed, where = origin(), actor = gym.owner) =>
  test.desk.perform(actor, 'addLead', { ...typed, origin: where })

describe('a lead that a member types in', () => {
  it('is his, with contact, note and source, and is told', async () => {
    const agent = await gym.join('Amina')
    const number = phone()
    const { leadId, existed } = await add(
      {
        name: 'Rosa',
        phone: number,
        email: 'Rosa@Example.com',
        note: 'Came in on Monday',
        source: 'Spring fair',
      },
      origin(),
      agent,
    )
    expect(existed).toBe(false)
    const card = await test.desk.ask(gym.owner, 'findLead', { leadId })
    expect(card).toMatchObject({
      source: 'manual',
      status: 'new',
      owner: { id: agent.memberId },
      contact: { name: 'Rosa', phone: number },
      channel: null,
      notes: 1,
      attribution: { ref: 'Spring fair' },
    })
    const contact = await test.desk.ask(gym.owner, 'readContact', { leadId })
    expect(contact.nameSource).toBe('staff')
    expect(contact.identities).toMatchObject([
      { kind: 'phone', claimed: true },
      { kind: 'email', value: 'rosa@example.com', claimed: true },
    ])
    const events = await test.rows(`select type from domain_event where data->>'leadId' = $1 order by type`, [
      leadId,
    ])
    expect(events.map(({ type }) => type)).toEqual(['lead.added', 'lead.claimed', 'note.added'])
  })

  it('waits for an owner when he wants it so', async () => {
    const { leadId } = await add({ name: 'Rosa', unassigned: true })
    expect((await test.desk.ask(gym.owner, 'findLead', { leadId })).owner).toBeNull()
  })

  it('joins the open lead of a person who is known, and says so', async () => {
    const agent = await gym.join('Omar')
    const number = phone()
    const person = { identities: [{ kind: 'phone' as const, value: number }], name: 'Lina' }
    const { leadId } = await writeIn(test, [inboundMessage('1001', { person })])
    await test.desk.perform(agent, 'claimLead', { leadId })
    expect(await add({ phone: number.replace('+33', '0033 '), note: 'Called too' })).toEqual({
      leadId,
      existed: true,
    })
    const card = await test.desk.ask(gym.owner, 'findLead', { leadId })
    expect(card).toMatchObject({ owner: { id: agent.memberId }, notes: 1, source: 'whatsapp' })
    expect(await writeIn(test, [inboundMessage('1001', { person })])).toMatchObject({ leadId })
  })

  it('is a new one when the last was closed, however lately', async () => {
    const number = phone()
    const { leadId } = await add({ phone: number })
    await test.desk.perform(gym.owner, 'changeLeadStatus', { leadId, status: 'lost' })
    const next = await add({ phone: number })
    expect(next.existed).toBe(false)
    expect(next.leadId).not.toBe(leadId)
  })

  it('is added once, however often and at however many places at once it is heard', async () => {
    const where = origin()
    const typed = { name: 'Heard often', note: 'Once' }
    const heard = await Promise.all(Array.from({ length: 6 }, () => add(typed, where)))
    expect(new Set(heard.map(({ leadId }) => leadId)).size).toBe(1)
    expect(heard.every(({ existed }) => !existed)).toBe(true)
    expect(await test.rows(`select 1 from contact where name = 'Heard often'`)).toHaveLength(1)
    expect(await test.rows(`select 1 from note where lead_id = $1`, [heard[0]?.leadId])).toHaveLength(1)
  })

  it('is one lead when two members type the same person in at once', async () => {
    const number = phone()
    const both = await Promise.all([add({ phone: number }), add({ phone: number })])
    expect(new Set(both.map(({ leadId }) => leadId)).size).toBe(1)
  })

  it('is refused with the reason, and then nothing is kept', async () => {
    const count = () => test.rows(`select count(*) from contact`)
    const before = await count()
    const refused = (typed: Typed) => expect(add(typed)).rejects
    await refused({ name: 'Rosa', phone: '06 39' }).toMatchObject({
      kind: 'invalid',
      code: 'phone-unreadable',
    })
    await refused({ name: 'Rosa', email: 'rosa@' }).toMatchObject({
      kind: 'invalid',
      code: 'email-unreadable',
    })
    await refused({ note: 'Nobody', name: ' ' }).toMatchObject({ kind: 'invalid', code: 'lead-empty' })
    expect(await count()).toEqual(before)
  })

  it('may have a national number where the organization says its country', async () => {
    const house = await test.makeOrganization('Country House', newId())
    await test.rows(`update organization set settings = '{"country": "FR"}' where id = $1`, [
      house.organizationId,
    ])
    const { leadId } = await add({ phone: '06 39 98 00 01' }, origin(), house.owner)
    expect((await test.desk.ask(house.owner, 'findLead', { leadId })).contact.phone).toBe('+33639980001')
  })
})
