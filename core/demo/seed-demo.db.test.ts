import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../new-id.ts'
import { createTestPort } from '../testing/create-test-port.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { seedDemo } from './seed-demo.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let other: Awaited<ReturnType<TestCore['makeOrganization']>>
let made = 0
const now = new Date()

const whatsapp = createTestPort({ send: () => Promise.reject(new Error('Nothing is sent in this test.')) })

beforeAll(async () => {
  test = await openTestCore({ channels: [whatsapp] })
  gym = await test.makeOrganization('Atlas Gym', '1001')
  other = await test.makeOrganization('Other Gym', '1002')
  await gym.join('Karim Saleh')
  await gym.join('Claire Moreau')
  await gym.join('Only Looks', 'viewer')
  made = await seedDemo(test.core.database, { ...gym, now })
})
afterAll(() => test.close())

const count = async (table: string, organizationId = gym.organizationId) => {
  const [row] = await test.rows<{ count: number }>(
    `select count(*)::int as count from ${table} where organization_id = $1`,
    [organizationId],
  )
  return row?.count ?? 0
}

const counted = [
  'contact',
  'contact_identity',
  'lead',
  'conversation',
  'message',
  'attachment',
  'note',
  'activity',
]
const countAll = async () => Promise.all(counted.map((table) => count(table)))

it('gives an organization some two hundred leads, and the next real one the next number', async () => {
  expect(made).toBeGreaterThanOrEqual(180)
  expect(await count('lead')).toBe(made)
  const [row] = await test.rows('select last_lead_number from organization where id = $1', [
    gym.organizationId,
  ])
  expect(row?.last_lead_number).toBe(made)
})

it('tells nobody: no events, no deliveries, nothing to send and nothing posted to staff', async () => {
  const [row] = await test.rows<{ count: number }>(
    `select count(*)::int from domain_event where organization_id = $1 and type like any ('{lead.%,message.%,note.%}')`,
    [gym.organizationId],
  )
  expect(row?.count).toBe(0)
  for (const table of ['outbound_send', 'staff_post', 'early_delivery_state'])
    expect(await count(table)).toBe(0)
})

it('shows an inbox in which those who wait come first, and each lead with its history', async () => {
  const inbox = await test.desk.ask(gym.owner, 'listInbox', { whose: 'all', limit: 50 })
  expect(inbox.total).toBeGreaterThan(30)
  expect(inbox.leads[0]?.lastMessage?.direction).toBe('inbound')
  expect(inbox.leads.some(({ windowEndsAt }) => windowEndsAt && windowEndsAt > now)).toBe(true)
  const unclaimed = await test.desk.ask(gym.owner, 'listInbox', { whose: 'unclaimed', limit: 50 })
  expect(unclaimed.total).toBeGreaterThanOrEqual(10)
  expect(unclaimed.leads.every(({ owner, status }) => owner === null && status === 'new')).toBe(true)
  const mine = await test.desk.ask(gym.owner, 'listInbox', { whose: 'mine', limit: 50 })
  expect(mine.leads.every(({ owner }) => owner?.id === gym.owner.memberId)).toBe(true)
  for (let number = 1; number <= made; number += 12) {
    const lead = await test.desk.ask(gym.owner, 'findLead', { number })
    expect(lead.contact.name ?? lead.contact.username).toBeTruthy()
    expect(lead.channel !== null).toBe(lead.lastMessage !== null)
    const lines = await test.desk.ask(gym.owner, 'readHistory', { leadId: lead.id, limit: 200 })
    expect(lines.filter(({ kind }) => kind === 'lead.opened')).toHaveLength(1)
    const answers = lines.filter(({ direction, type }) => direction === 'outbound' || type === 'note')
    expect(answers.every(({ by }) => by !== null && by !== 'Only Looks')).toBe(true)
  }
})

it('lets staff read its messages and notes, work on its leads and answer them', async () => {
  const [photo] = await test.rows(`select id from message where kind = 'image' limit 1`)
  const message = await test.desk.ask(gym.owner, 'readMessage', { messageId: photo?.id })
  expect(message.attachments).toMatchObject([{ kind: 'image', mime: 'image/jpeg' }])
  const [thumb] = await test.rows(`select id from message where kind = 'reaction' limit 1`)
  const reaction = await test.desk.ask(gym.owner, 'readMessage', { messageId: thumb?.id })
  expect(reaction.answered?.direction).toBe('outbound')
  const [note] = await test.rows('select id, body from note limit 1')
  expect(await test.desk.ask(gym.owner, 'readNote', { noteId: note?.id })).toMatchObject({ body: note?.body })

  const { leads } = await test.desk.ask(gym.owner, 'listInbox', { whose: 'unclaimed', limit: 50 })
  const open = leads.find(({ windowEndsAt }) => windowEndsAt && windowEndsAt > now)
  if (!open) throw new Error('No unclaimed lead has an open window.')
  await test.desk.perform(gym.owner, 'queueReply', {
    leadId: open.id,
    body: 'Hello!',
    origin: { account: '7', chat: '1', message: 1 },
  })
  expect(await test.desk.ask(gym.owner, 'findLead', { leadId: open.id })).toMatchObject({
    status: 'contacted',
    owner: { id: gym.owner.memberId },
  })
})

it('counts in the currency of its past, so that nobody is asked for one, unless it has another', async () => {
  expect(await test.desk.ask(gym.owner, 'readOrganization', {})).toMatchObject({ currency: 'EUR' })
  const abroad = await test.makeOrganization('Gym abroad', '1003')
  await test.desk.perform(abroad.owner, 'changeOrganization', { currency: 'MAD' })
  await seedDemo(test.core.database, { ...abroad, now })
  expect(await test.desk.ask(abroad.owner, 'readOrganization', {})).toMatchObject({ currency: 'MAD' })
})

it('changes nothing the second time, nor in another organization', async () => {
  const before = await countAll()
  expect(await seedDemo(test.core.database, { ...gym, now })).toBe(0)
  expect(await countAll()).toEqual(before)
  expect(await count('lead', other.organizationId)).toBe(0)
})

it('makes one past when two seed at once, and within two seconds', async () => {
  const began = performance.now()
  const both = await Promise.all([1, 2].map(() => seedDemo(test.core.database, { ...other, now })))
  expect(performance.now() - began).toBeLessThan(2_000)
  expect(both.toSorted((a, b) => a - b)[0]).toBe(0)
  expect(await count('lead', other.organizationId)).toBe(Math.max(...both))
})

it('refuses an organization that does not exist', async () => {
  const nowhere = { organizationId: newId(), channelAccountId: newId(), now }
  await expect(seedDemo(test.core.database, nowhere)).rejects.toThrow('There is no organization')
})
