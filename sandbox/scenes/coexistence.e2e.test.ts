import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Customer } from './testing/customer-side.ts'
import { becomes, eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import { type ChatMessage, plain } from './testing/staff-side.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})

afterAll(() => house?.close())

const now = (message: ChatMessage) => house.chatOf(house.owner).find(({ id }) => id === message.id)
const said = (words: string) =>
  house.botSays(house.owner).filter(({ text }) => plain(text).includes(words)).length
const types = (customer: Customer, message: Record<string, unknown>) => {
  if (typeof message.text === 'string') house.say(message.text)
  return house.control('POST', `/phones/${customer.id}/echo`, message)
}

/** How many people the desk knows by this name or number, and how many open leads they have. */
const known = async (customer: Customer) =>
  (
    await house.sql(
      `select count(distinct c.id)::int as people, count(distinct l.id)::int as leads from contact c
       left join contact_identity i on i.contact_id = c.id left join lead l on l.contact_id = c.id
       where c.name = $1 or i.value = $2`,
      [customer.name, `+${customer.number}`],
    )
  )[0]

test('what is typed in the app on the phone stands in the chat as such, is not sent again, and its changes come too', async () => {
  const customer = await house.customer('Paul Telefonist')
  await house.customerWrites(customer, 'who picks up the phone?')
  const card = await house.shown(house.owner, 'who picks up the phone?')
  const echo = await types(customer, { text: 'the boss himself picks up' })
  const told = await house.shown(house.owner, 'the boss himself picks up')
  expect(plain(told.text)).toContain('From the phone or the network’s app to Paul Telefonist')
  expect(told.replyTo).toBe(card.id)
  await types(customer, { kind: 'edit', target: echo.id, text: 'the boss’s daughter picks up' })
  await house.shown(house.owner, 'the boss’s daughter picks up')
  await house.quiet()
  expect(house.received(customer)).toHaveLength(1)
  expect(house.sendCalls()).toEqual([])
  const rows = await house.sql(
    `select direction, source, status from message where body = 'the boss’s daughter picks up' and kind = 'text'`,
  )
  expect(rows).toMatchObject([{ direction: 'outbound', source: 'phone' }])
})

test('somebody whom only the phone has written to is a lead that nobody is alarmed by, and his answer gives the card', async () => {
  const customer = await house.customer('Quirina Erstkontakt')
  await types(customer, { text: 'we spoke at the fair' })
  await becomes(() => house.count(`select count(*) from message where body = 'we spoke at the fair'`), 1)
  await house.customerWrites(customer, 'yes, I remember the fair')
  const card = await house.shown(house.owner, 'yes, I remember the fair')
  expect(card).toBeDefined()
  await house.quiet()
  expect(await known(customer)).toEqual({ people: 1, leads: 1 })
})

test('old chats come in with their progress, in their own time, without alarming staff, and once', async () => {
  const before = house.botSays(house.owner).length
  const wish = { messages: 300, people: 10, chunk: 20 }
  const imported = () => house.count(`select count(*) from message where source = 'history'`)
  await house.control('POST', '/meta/history', wish)
  await house.shown(house.owner, 'old chats are being taken over')
  await house.shown(house.owner, 'Old chats: all are here', 60_000)
  await becomes(imported, 300, 30_000)
  await house.quiet(30_000)
  expect(house.botSays(house.owner).length - before).toBeLessThanOrEqual(3)
  expect(said('Old message')).toBe(0)
  const [ages] = await house.sql<{ days: number; leads: number; unread: number }>(
    `select extract(day from now() - min(sent_at))::int as days, count(distinct m.lead_id)::int as leads,
       count(*) filter (where l.imported is not true)::int as unread
     from message m join lead l on l.id = m.lead_id where m.source = 'history'`,
  )
  expect(ages?.days).toBeGreaterThan(100)
  expect(ages).toMatchObject({ leads: 10, unread: 0 })
})

test('a message of somebody who came with the old chats gives a card with the history behind it', async () => {
  const number = '447700910003'
  const person = { ...(await house.customer('Rupert Altbekannt', { phone: `+${number}` })), number }
  await house.customerWrites(person, 'I am back after a year')
  const told = await house.shown(house.owner, 'I am back after a year')
  const card = await eventually('the message stands on a card or below one', () =>
    house.chatOf(house.owner).find(({ id }) => id === (told.replyTo ?? told.id)),
  )
  expect(plain(card.text)).toContain('Rupert Altbekannt')
  await house.press(house.owner, card, 'history')
  await house.shown(house.owner, 'Old message')
  await house.quiet()
  expect(await known(person)).toEqual({ people: 1, leads: 1 })
})

test('an owner who keeps his old chats to himself is no failure of anything else', async () => {
  await house.control('POST', '/meta/history', { decline: true })
  await eventually('the owner hears of it once', () => said('Old chats could not be taken over') === 1)
  const customer = await house.customer('Sabine Weiterhin')
  await house.customerWrites(customer, 'life goes on after that')
  await house.shown(house.owner, 'life goes on after that')
})

test('who wants no advertising gets no marketing template, but answers and other templates', async () => {
  const customer = await house.customer('Tilda Werbefrei')
  await house.customerWrites(customer, 'do not send me offers')
  const card = await house.shown(house.owner, 'do not send me offers')
  await house.customerWrites(customer, { kind: 'preferences', value: 'stop' })
  await house.shown(house.owner, 'does not want advertising from you any more')
  await house.staffWrites(house.owner, 'understood, no offers', card)
  await house.receives(customer, 'understood, no offers')

  await house.change(customer, { lastWroteAt: Date.now() - 30 * 3_600_000 })
  await house.sql(
    `update conversation v set last_inbound_at = now() - interval '30 hours'
     from contact c where c.id = v.contact_id and c.name = $1`,
    [customer.name],
  )
  const send = async (category: string, words: string) => {
    await house.staffWrites(house.owner, words, card)
    const refused = await house.shown(house.owner, words)
    const [template] = await house.sql<{ id: string }>(
      `select id from message_template where category = $1 and status = 'APPROVED' order by name limit 1`,
      [category],
    )
    const short = Buffer.from(String(template?.id).replaceAll('-', ''), 'hex').toString('base64url')
    await house.press(house.owner, refused, 'templates')
    await house.press(house.owner, refused, `template:${short}`)
    const preview = await eventually(`the template of ${category} is shown in full`, async () => {
      const last = house.botSays(house.owner).at(-1)
      if (plain(last?.text).includes('This is what the customer will read')) return last
      if (!last?.text?.includes('Answer this message with')) return undefined
      if (/photo|video|document/.test(last.text)) await house.staffSends(house.owner, { kind: 'photo' }, last)
      else await house.staffWrites(house.owner, 'Tilda', last)
      await eventually('it asks on', () => house.botSays(house.owner).at(-1)?.id !== last.id)
      return undefined
    })
    return house.press(house.owner, preview, 'template-send')
  }
  const marketing = await send('MARKETING', 'an offer all the same')
  expect(plain(marketing.text)).toContain('this person wants no advertising here')
  expect(house.received(customer)).toHaveLength(1)
  await send('UTILITY', 'your appointment though')
  await becomes(() => house.received(customer).length, 2)
  await house.customerWrites(customer, { kind: 'preferences', value: 'resume' })
  await house.shown(house.owner, 'wants advertising from you again')
})

test('a new id and a new number leave a person one, with one lead, and he is answered at the new one', async () => {
  const customer = await house.customer('Ursel Umzug')
  await house.customerWrites(customer, 'before I moved house')
  const card = await house.shown(house.owner, 'before I moved house')
  await house.customerWrites(customer, { kind: 'user_id' })
  await house.customerWrites(customer, 'with a new phone now')
  const second = await house.shown(house.owner, 'with a new phone now')
  expect(second.replyTo).toBe(card.id)
  const moved = '+33639987001'
  await house.customerWrites(customer, { kind: 'system', newPhone: moved })
  await house.shown(house.owner, 'Has a new number or account')
  await house.customerWrites(customer, 'and with a new number')
  const third = await house.shown(house.owner, 'and with a new number')
  expect(third.replyTo).toBe(card.id)
  await house.staffWrites(house.owner, 'welcome at the new one', card)
  await house.receives(customer, 'welcome at the new one')
  await house.quiet()
  expect(await known(customer)).toEqual({ people: 1, leads: 1 })
  expect(now(card)?.text).toContain(moved)
})

test('what people say, their names and numbers stay out of the log', () => {
  expect(house.leaks()).toEqual([])
})
