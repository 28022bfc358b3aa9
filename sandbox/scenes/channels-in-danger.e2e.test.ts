import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { becomes, eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import { type Person, plain } from './testing/staff-side.ts'
import { world } from './testing/world.ts'

let house: House
let admin: Person
let agent: Person

beforeAll(async () => {
  house = await openHouse({ networks: true })
  admin = await house.hires('Adminette', 'admin')
  agent = await house.hires('Agentine', 'agent')
})

afterEach(() => house?.clearFaults())
afterAll(() => house?.close())

/** How often the bot has said this to somebody. */
const saidTo = (person: Person, words: string) =>
  house.botSays(person).filter(({ text }) => plain(text).includes(words)).length

const accountState = async (network: string) =>
  (await house.sql('select state from channel_account where network = $1', [network]))[0]?.state

/** Lets the desk ask the network now how the account stands, and waits until it has its answer. */
async function check(network: string) {
  await house.sql(
    `update network_task t set due_at = now() - interval '1 second' from channel_account a
     where a.id = t.channel_account_id and a.network = $1 and t.kind = 'check'`,
    [network],
  )
  await eventually(`${network} is asked`, async () => {
    const left = await house.count(
      `select count(*) from network_task t join channel_account a on a.id = t.channel_account_id
       where a.network = $1 and t.kind = 'check' and (t.lease_until is not null or t.due_at < now())`,
      [network],
    )
    return left === 0
  })
}

test('a dead token stops its channel, owners and admins are told once, other channels go on, and what waited goes out in order by itself', async () => {
  const customer = await house.customer('Dorothea Tokenlos')
  await house.customerWrites(customer, 'before the token dies')
  const card = await house.shown(house.owner, 'before the token dies')
  await house.control('PUT', `/meta/tokens/${world.meta.phoneNumberId}`, { expiresAt: Date.now() - 1_000 })
  const answers = ['first while dead', 'second while dead', 'third while dead']
  await house.staffWrites(house.owner, answers[0] ?? '', card)
  await becomes(() => accountState('whatsapp'), 'stopped')
  for (const words of answers.slice(1)) await house.staffWrites(house.owner, words, card)
  for (const person of [house.owner, admin]) await house.shown(person, 'WhatsApp has stopped.')

  const instagrammer = await house.customer('Other Channel', { network: 'instagram', phone: undefined })
  await house.customerWrites(instagrammer, 'Instagram lives on')
  const other = await house.shown(house.owner, 'Instagram lives on')
  await house.staffWrites(house.owner, 'so it does', other)
  await house.receives(instagrammer, 'so it does')
  // Customers still get through, and staff see that answers wait.
  await house.customerWrites(customer, 'I write while it is dead')
  await house.shown(house.owner, 'I write while it is dead')

  await check('whatsapp')
  expect(house.received(customer)).toEqual([])
  expect(saidTo(house.owner, 'WhatsApp has stopped.')).toBe(1)
  await house.control('PUT', `/meta/tokens/${world.meta.phoneNumberId}`, { expiresAt: null })
  await check('whatsapp')
  await becomes(() => house.received(customer).map(({ text }) => text), answers)
  await house.shown(house.owner, 'WhatsApp sends again.')
  await house.quiet()
  expect(house.received(customer)).toHaveLength(answers.length)
  for (const person of [house.owner, admin]) {
    expect(saidTo(person, 'WhatsApp has stopped.')).toBe(1)
    expect(saidTo(person, 'WhatsApp sends again.')).toBe(1)
  }
  expect(saidTo(agent, 'has stopped.')).toBe(0)
})

test('a subscription that was lost is mended, and messages come again', async () => {
  const account = house.sandbox.meta.accounts().find(({ network }) => network === 'instagram')
  if (!account) throw new Error('There is no Instagram account.')
  account.subscribed = false
  await check('instagram')
  expect(account.subscribed).toBe(true)
  const customer = await house.customer('Subscripta Neu', { network: 'instagram', phone: undefined })
  await house.customerWrites(customer, 'do you hear me again?')
  await house.shown(house.owner, 'do you hear me again?')
})

test('bad quality of a number is told once, and once that it is over', async () => {
  const app = house.sandbox.meta.apps()[0]
  if (!app) throw new Error('There is no number.')
  const quality = (value: string) =>
    house.fault({
      target: 'graph',
      kind: 'error',
      method: `/${world.meta.phoneNumberId}`,
      status: 200,
      body: {
        id: world.meta.phoneNumberId,
        display_phone_number: app.displayPhoneNumber,
        verified_name: 'Scene Gym',
        quality_rating: value,
        status: 'CONNECTED',
        name_status: 'APPROVED',
        throughput: { level: 'STANDARD' },
        messaging_limit_tier: 'TIER_1K',
        account_mode: 'LIVE',
      },
    })
  quality('RED')
  await check('whatsapp')
  await house.shown(house.owner, 'Customers block or report this number')
  await check('whatsapp')
  await house.quiet()
  expect(saidTo(house.owner, 'Customers block or report this number')).toBe(1)
  house.clearFaults()
  quality('GREEN')
  await check('whatsapp')
  await house.shown(house.owner, 'this is over: Customers block or report this number')
  await check('whatsapp')
  await house.quiet()
  expect(saidTo(house.owner, 'this is over: Customers block or report this number')).toBe(1)
})

test('a template that the network approves or refuses is told, with the reason, in the order of what happened', async () => {
  const tell = (event: string, more = {}) =>
    house.control('POST', '/meta/notices', {
      field: 'message_template_status_update',
      event,
      value: { event, ...more },
    })
  await becomes(() => house.count('select least(count(*), 1) from message_template'), 1)
  await tell('REJECTED', { reason: 'INVALID_FORMAT' })
  const refused = await house.shown(house.owner, ': refused.')
  expect(plain(refused.text)).toMatch(/^\S+ Template \S+/)
  await tell('APPROVED')
  await house.shown(house.owner, ': approved.')
  await house.quiet()
  expect(saidTo(agent, 'Template ')).toBe(0)
})

test('a page that Meta blocks is told, and so is the end of the block', async () => {
  await house.control('POST', '/meta/policy', { action: 'block' })
  await house.shown(house.owner, 'Meta warns or blocks the page')
  await house.control('POST', '/meta/policy', { action: 'unblock' })
  await house.shown(house.owner, 'this is over: Meta warns or blocks the page')
})

test('names of people and every secret stay out of the log', () => {
  expect(house.leaks()).toEqual([])
})
