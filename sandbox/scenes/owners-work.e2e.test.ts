import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import { buttonData, type ChatMessage, choiceOn, type Person } from './testing/staff-side.ts'

let house: House
let nadia: Person

beforeAll(async () => {
  house = await openHouse()
  nadia = house.owner
})

afterAll(() => house?.close())

/** A message as it stands in the chat now, once it says these words. */
const turned = (message: ChatMessage, words: string) =>
  eventually(`the message says "${words}"`, () =>
    house.chatOf(nadia).find(({ id, text }) => id === message.id && text?.includes(words)),
  )

const post = (address: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(address, { method: 'POST', body: new URLSearchParams(fields), headers })

test('an owner sees how a channel stands, in one message, and asks the network', async () => {
  await house.staffWrites(nadia, '/channels')
  const page = await house.shown(nadia, 'One channel')
  await house.press(nadia, page, 'channel')
  await turned(page, 'Nothing was sent within 24 hours')
  expect((await house.press(nadia, page, 'check')).text).toContain('is being asked')
  await eventually('the network’s answer stands on the page', async () => {
    await house.press(nadia, page, 'check')
    return house
      .chatOf(nadia)
      .find(({ id, text }) => id === page.id && text?.includes('Asked at the network'))
  })
  await house.press(nadia, page, 'channels')
  await turned(page, 'One channel')
})

test('a website form is made, set and removed in the chat, and brings leads meanwhile', async () => {
  await house.staffWrites(nadia, '/channels')
  const list = await eventually('the list is shown', () =>
    house.chatOf(nadia).findLast(({ text }) => text?.includes('One channel')),
  )
  await house.press(nadia, list, 'begin:connect')
  const networks = await house.shown(nadia, 'Which account of your business')
  const forms = networks.buttons?.flat().find(({ callbackData }) => callbackData?.endsWith(':forms'))
  await house.press(nadia, networks, forms?.callbackData ?? '')
  const question = await house.shown(nadia, 'What is the form called?')
  await house.staffWrites(nadia, 'Contact page', question)
  const told = await house.shown(nadia, 'forms are posted to this address')
  const address = /https?:\/\/\S+\/webhooks\/forms\/[\w-]+/.exec(told.text ?? '')?.[0] ?? ''
  // Whoever reads the log must not be able to send leads.
  house.say(address.split('/').at(-1) ?? '')
  const page = await house.shown(nadia, 'Allowed websites: none yet')
  expect(
    await house.count(`select count(*) from staff_post where content::text like '%' || $1 || '%'`, [
      address.split('/').at(-1),
    ]),
  ).toBe(0)

  expect((await post(address, { name: 'Early Bird' }, { origin: 'https://www.example.org' })).status).toBe(
    403,
  )
  const buttonOf = (part: string) =>
    page.buttons?.flat().find(({ callbackData }) => callbackData?.endsWith(`:${part}`))?.callbackData ?? ''
  await house.press(nadia, page, buttonOf('origins'))
  await house.staffWrites(nadia, 'www.example.org', await house.shown(nadia, 'From which websites'))
  await house.shown(nadia, 'https://www.example.org')
  await house.press(nadia, page, buttonOf('fields'))
  await house.staffWrites(nadia, 'name = who', await house.shown(nadia, 'Which field is what?'))
  const set = await house.shown(nadia, 'name = who')
  await eventually('the door knows the settings', async () => {
    const fields = { who: 'Beatriz Formosa', email: 'beatriz@example.com' }
    return (await post(address, fields, { origin: 'https://www.example.org' })).status === 200
  })
  await house.shown(nadia, 'Beatriz Formosa')

  await house.press(nadia, set, 'form-remove')
  await house.press(nadia, await turned(set, 'Its leads are kept'), 'form-remove-yes')
  await turned(set, 'This form is removed')
  await eventually('the door is shut', async () => (await post(address, { name: 'Too Late' })).status === 404)
})

test('a template is written in the chat, submitted, and what the network decides is told', async () => {
  await house.staffWrites(nadia, '/channels')
  const page = await eventually('the list is shown', () =>
    house.chatOf(nadia).findLast(({ text }) => text?.includes('📡') && text.includes('Contact page')),
  )
  const whatsapp = page.buttons?.flat().find(({ text }) => text.includes('WhatsApp'))?.callbackData ?? ''
  await house.press(nadia, page, whatsapp)
  await house.press(nadia, page, 'channel-templates')
  await house.press(nadia, page, 'template-new')
  await house.staffWrites(nadia, 'Visit reminder', await house.shown(nadia, 'What is it called?'))
  await house.press(nadia, await house.shown(nadia, 'In which language'), 'template-set:language:en')
  await house.press(nadia, await house.shown(nadia, 'What is it for?'), 'template-set:category:UTILITY')
  await house.staffWrites(
    nadia,
    'Hello {{1}}, see you on {{2}} at our gym.',
    await house.shown(nadia, 'Write the text'),
  )
  await house.staffWrites(nadia, 'Rosa\nMonday', await house.shown(nadia, 'an example for each'))
  await house.press(nadia, await house.shown(nadia, 'small last line'), 'template-set:footer:none')
  const preview = await house.shown(nadia, 'Hello Rosa, see you on Monday at our gym.')
  await house.restart()
  await house.press(nadia, preview, 'template-submit')
  await turned(preview, 'is submitted')
  await eventually('the network has the template', async () =>
    house.count(
      `select count(*) from message_template where name = 'visit_reminder' and external_id is not null`,
    ),
  )
})

test('a lead is typed in, and somebody who is known is shown as he is known', async () => {
  const lines = 'Rosalinda Alvarez\n+33 6 39 98 45 67\nWants to see the gym'
  await house.staffWrites(nadia, '/new')
  await house.shown(nadia, 'Who is it?')
  await house.staffWrites(nadia, lines)
  const source = await house.shown(nadia, 'Where does this person come from?')
  await house.press(nadia, source, choiceOn(source, 'call'))
  const confirm = await house.shown(nadia, 'Shall I add this lead?')
  await house.press(nadia, confirm, choiceOn(confirm, 'save'))
  await house.shown(nadia, 'Added.')
  const card = await eventually('the card is shown', () =>
    house
      .botSays(nadia)
      .find((message) => message.text?.includes('Rosalinda Alvarez') && buttonData(message, 'history')),
  )
  await house.press(nadia, card, 'history')
  await house.press(nadia, await house.shown(nadia, 'History of'), 'person')
  await house.shown(nadia, 'Known by')
  await house.staffWrites(nadia, '/new Rosalinda\n+33639984567')
  await house.shown(nadia, 'This person is known')
})
