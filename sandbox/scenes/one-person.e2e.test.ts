import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { becomes, eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import type { Json } from './testing/whatsapp-call.ts'
import { world } from './testing/world.ts'

let house: House
let before = 0

beforeAll(async () => {
  house = await openHouse({ networks: true })
})

beforeEach(async () => {
  await house.quiet()
  before = await people()
})

afterAll(() => house?.close())

const people = () => house.count('select count(*) from contact where merged_into is null')
/** How many people the desk has met in this scene. */
const met = async () => (await people()) - before

/** One person in all forms in which the sources of leads send him. */
interface Someone {
  name: string
  /** As WhatsApp sends it, with a plus sign. */
  whatsapp: string
  /** As he writes it himself. */
  written: string
  /** As advertisements hand it over. */
  handed: string
  email: string
}

const website = ({ name, written, email }: Someone, more: Json = {}) =>
  house.control('POST', '/leads/website', { fields: { name, phone: written, email, ...more } })
const facebook = ({ name, handed, email }: Someone) =>
  house.control('POST', '/meta/leads', { fields: { full_name: name, phone_number: handed, email } })
const google = ({ name, handed, email }: Someone) =>
  house.control('POST', '/leads/google', {
    fields: { FULL_NAME: name, PHONE_NUMBER: handed, EMAIL: email },
  })
const linkedin = ({ name, email }: Someone) => {
  const [firstName = '', lastName = ''] = name.split(' ')
  return house.control('POST', '/leads/linkedin', { answers: { firstName, lastName, email } })
}

/** Waits until the person of this name has been heard on so many channels, and tells who he is. */
const heardOn = (name: string, channels: number) =>
  eventually(`${name} is heard on ${channels} channels`, async () => {
    const rows = await house.sql<{ contact_id: string }>(
      `select contact_id from conversation v join contact c on c.id = v.contact_id
       where c.name = $1 group by contact_id having count(*) = $2`,
      [name, channels],
    )
    return rows.length === 1 && rows[0]?.contact_id
  })

test.each<Someone>([
  {
    name: 'Brasilia Novaes',
    whatsapp: '+551187654321',
    written: '(+55) 11 98765-4321',
    handed: '+5511987654321',
    email: 'brasilia@novaes.example',
  },
  {
    name: 'Argentina Roldan',
    whatsapp: '+5491123456789',
    written: '+54 11 15 2345-6789',
    handed: '+541123456789',
    email: 'Argentina@Roldan.example',
  },
  {
    name: 'Mexicana Fuentes',
    whatsapp: '+5215512345678',
    written: '00 52 55 1234 5678',
    handed: '+525512345678',
    email: 'mexicana@fuentes.example',
  },
])(
  'WhatsApp, Telegram with the own number, a website, Facebook, Google and LinkedIn: $name is one person with one lead',
  async (someone) => {
    for (const words of Object.values(someone)) house.say(words)
    const phone = await house.customer(someone.name, { phone: someone.whatsapp })
    await house.customerWrites(phone, `first of ${someone.name}`)
    const card = await house.shown(house.owner, `first of ${someone.name}`)
    await website(someone, { message: `from the website ${someone.name}` })
    const told = await house.shown(house.owner, `from the website ${someone.name}`)
    expect(told.replyTo).toBe(card.id)
    await facebook(someone)
    await google(someone)
    await linkedin(someone)
    const telegrammer = await house.telegrammer(someone.name)
    const own = { kind: 'contact', phone: someone.handed, own: true }
    await house.telegramWrites(telegrammer, own)
    const contact = await heardOn(someone.name, 6)
    await house.quiet()
    expect(await met()).toBe(1)
    expect(
      await house.count('select count(*) from lead where contact_id = $1 and merged_into is null', [contact]),
    ).toBe(1)
    expect(house.botSays(house.owner).filter(({ text }) => text?.includes('Is this the same'))).toEqual([])
  },
)

test('who fills in a form first and writes on WhatsApp afterwards is the same lead', async () => {
  const someone = {
    name: 'Formela Erstmann',
    whatsapp: '+4915112349876',
    written: '+49 (0)151 12349876',
    handed: '+4915112349876',
    email: 'formela@erstmann.example',
  }
  await linkedin(someone)
  await website(someone)
  await heardOn(someone.name, 2)
  const phone = await house.customer('Formela E.', { phone: someone.whatsapp })
  await house.customerWrites(phone, 'I filled in your form')
  await house.shown(house.owner, 'I filled in your form')
  await house.quiet()
  expect(await met()).toBe(1)
})

test('who wrote on Telegram before sharing the number is suggested as one, becomes one by a press, and two again by another', async () => {
  const number = '+33639980101'
  const phone = await house.customer('Suggesta Beaumont', { phone: number })
  await house.customerWrites(phone, 'on WhatsApp I am known')
  await house.shown(house.owner, 'on WhatsApp I am known')
  const telegrammer = await house.telegrammer('Suggesta B')
  await house.telegramWrites(telegrammer, 'on Telegram I am not')
  await house.shown(house.owner, 'on Telegram I am not')
  await house.telegramWrites(telegrammer, { kind: 'contact', phone: number, own: true })
  const question = await house.shown(house.owner, 'Is this the same person?')
  await house.quiet()
  expect(await met()).toBe(2)
  await house.press(house.owner, question, 'merge')
  await becomes(met, 1)
  await house.telegramWrites(telegrammer, 'one of me now')
  await house.shown(house.owner, 'one of me now')
  await house.press(house.owner, question, 'unmerge')
  await becomes(met, 2)
  await house.telegramWrites(telegrammer, 'and two again')
  await house.shown(house.owner, 'and two again')
  await house.quiet()
  expect(await met()).toBe(2)
})

test('six people of one name, with nothing else in common, stay six, and nobody is asked whether they are one', async () => {
  const name = 'Maria Doppelname'
  const [instagram, messenger] = [
    await house.customer(name, { network: 'instagram', phone: undefined, username: 'maria.insta' }),
    await house.customer(name, { network: 'messenger', phone: undefined }),
  ]
  await house.customerWrites(await house.customer(name), 'Maria on WhatsApp')
  await house.customerWrites(instagram, 'Maria on Instagram')
  await house.customerWrites(messenger, 'Maria on Messenger')
  await house.telegramWrites(await house.telegrammer(name, { username: 'maria_tele' }), 'Maria on Telegram')
  await house.control('POST', '/leads/website', {
    fields: { name, email: 'maria@one.example', message: 'Maria on the website' },
  })
  await house.control('POST', '/meta/leads', { fields: { full_name: name, email: 'maria@two.example' } })
  await becomes(met, 6)
  await house.quiet()
  expect(await met()).toBe(6)
  expect(await house.count('select count(*) from contact where name = $1', [name])).toBe(6)
  expect(await house.count(`select count(*) from merge_suggestion where state = 'open'`)).toBe(0)
})

test('two people who share one mailbox of a firm are asked about, not thrown together, when each has proved a number', async () => {
  const [one, other] = ['+33639980201', '+33639980202']
  await house.customerWrites(await house.customer('Firma Erste', { phone: one }), 'first of the firm')
  await house.customerWrites(await house.customer('Firma Zweite', { phone: other }), 'second of the firm')
  await house.shown(house.owner, 'second of the firm')
  const email = 'info@firma.example'
  await website({ name: 'Firma Erste', written: one, handed: one, whatsapp: one, email })
  await heardOn('Firma Erste', 2)
  await website({ name: 'Firma Zweite', written: other, handed: other, whatsapp: other, email })
  await eventually(
    'the second form is here',
    async () =>
      (await house.sql(`select 1 from message where kind = 'form' and data::text like '%Firma Zweite%'`))
        .length > 0,
  )
  await house.quiet()
  expect(await met()).toBe(2)
  const asked = await house.sql(`select reasons from merge_suggestion where state = 'open'`)
  expect(asked).toEqual([{ reasons: ['same-email'] }])
  await house.shown(house.owner, 'The same e-mail address')
})

test('the same phone in two organizations is two leads, and each owner sees only his own', async () => {
  const organization = randomUUID()
  const account = randomUUID()
  const phoneNumberId = '810000000000099'
  const theirs = await house.newPerson('Foreignowner')
  await house.sql('insert into organization (id, name) values ($1, $2)', [organization, 'Foreign Gym'])
  await house.sql(
    `insert into member (organization_id, id, telegram_user_id, name, role)
     values ($1, gen_random_uuid(), $2, 'Foreignowner', 'owner')`,
    [organization, theirs.id],
  )
  await house.sql(
    `insert into channel_account (organization_id, id, network, external_id, name, settings)
     values ($1, $2, 'whatsapp', $3, 'Theirs', '{}')`,
    [organization, account, phoneNumberId],
  )
  await house.starts(theirs)
  const other = { ...world.meta, phoneNumberId, wabaId: '710000000000099' }
  await house.connectMeta(house.url, { ...other, accessToken: 'EAAsceneForeignToken' })
  const customer = await house.customer('Twicely Known')
  const ours = world.meta.phoneNumberId
  await house.customerWrites(customer, { kind: 'text', text: 'to the first business', to: ours })
  await house.customerWrites(customer, { kind: 'text', text: 'to the second business', to: phoneNumberId })
  await house.shown(house.owner, 'to the first business')
  await house.shown(theirs, 'to the second business')
  await house.quiet()
  expect(await met()).toBe(2)
  const rows = await house.sql<{ organizations: number; leads: number }>(
    `select count(distinct i.organization_id)::int as organizations, count(distinct l.id)::int as leads
     from contact_identity i join lead l on l.contact_id = i.contact_id where i.value = $1`,
    [`+${customer.number}`],
  )
  expect(rows).toEqual([{ organizations: 2, leads: 2 }])
  const said = (person: typeof theirs) =>
    house
      .botSays(person)
      .map(({ text }) => text)
      .join('\n')
  expect(said(house.owner)).not.toContain('to the second business')
  expect(said(theirs)).not.toContain('to the first business')
})

test('what people say, their names, addresses and numbers stay out of the log', () => {
  expect(house.leaks()).toEqual([])
})
