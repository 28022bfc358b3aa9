import { afterAll, beforeAll, expect, test } from 'vitest'
import { becomes, eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import { type ChatMessage, choiceOn, type Person } from './testing/staff-side.ts'

let house: House
let karim: Person
let claire: Person

beforeAll(async () => {
  house = await openHouse()
  karim = await house.hires('Karimouche', 'agent')
  claire = await house.hires('Clairette', 'agent')
})

afterAll(() => house?.close())

const leadOf = async (name: string) =>
  (
    await house.sql<{ id: string; number: number; status: string; owner: number | null }>(
      `select l.id, l.number, l.status, m.telegram_user_id::float8 as owner from lead l
       join contact c on c.id = l.contact_id left join member m on m.id = l.owner_id where c.name = $1`,
      [name],
    )
  )[0]

/** The message as it stands in the chat now. */
const now = (person: Person, message: ChatMessage) => house.chatOf(person).find(({ id }) => id === message.id)

async function newLead(name: string, words: string): Promise<ChatMessage> {
  const customer = await house.customer(name)
  await house.customerWrites(customer, words)
  return house.shown(karim, words)
}

test('of two who claim at once one has the lead, the other is told who, and both see it on their cards', async () => {
  const his = await newLead('Margot Fontenelle', 'who will take me?')
  const hers = await house.shown(claire, 'who will take me?')
  const answers = await Promise.all([house.press(karim, his, 'claim'), house.press(claire, hers, 'claim')])
  const owner = (await leadOf('Margot Fontenelle'))?.owner
  expect([karim.id, claire.id]).toContain(owner)
  const [winner, loser] = owner === karim.id ? [karim, claire] : [claire, karim]
  const lost = answers[owner === karim.id ? 1 : 0]
  expect(lost?.answered).toBe(true)
  expect(lost?.text).toContain(winner.firstName)
  expect(lost?.showAlert).toBe(true)
  for (const [person, card] of [
    [karim, his],
    [claire, hers],
  ] as const) {
    await eventually(`${person.firstName}'s card names the owner`, () =>
      now(person, card)?.text?.includes(winner.firstName),
    )
  }
  expect(loser.id).not.toBe(owner)
  expect(await house.count(`select count(*) from activity where kind = 'lead.claimed'`)).toBe(1)
})

test('a lead that is given back can be claimed by another', async () => {
  const card = await newLead('Nicolas Aubertin', 'pass me around')
  await house.press(karim, card, 'claim')
  await house.press(karim, card, 'release')
  const hers = await house.shown(claire, 'pass me around')
  await house.press(claire, hers, 'claim')
  expect((await leadOf('Nicolas Aubertin'))?.owner).toBe(claire.id)
})

test('a status is chosen on the card, stands on the card of everybody, and closes the lead where it means that', async () => {
  const card = await newLead('Oceane Villeroy', 'I want to buy')
  const hers = await house.shown(claire, 'I want to buy')
  const before = now(claire, hers)?.text
  await house.press(karim, card, 'status')
  const data = await eventually('the statuses are offered', () =>
    now(karim, card)
      ?.buttons?.flat()
      .find(({ callbackData }) => callbackData?.endsWith(':converted')),
  )
  expect(data.callbackData?.startsWith('set:')).toBe(true)
  await house.press(karim, card, data.callbackData ?? '')
  const value = await eventually('what it was worth is asked', () =>
    now(karim, card)
      ?.buttons?.flat()
      .find(({ callbackData }) => callbackData?.startsWith('converted:')),
  )
  await house.press(karim, card, value.callbackData ?? '')
  await becomes(async () => (await leadOf('Oceane Villeroy'))?.status, 'converted')
  await eventually('the other card changes', () => now(claire, hers)?.text !== before)
})

test('whoever is blocked is heard and not shown, and answered again after that is undone', async () => {
  const customer = await house.customer('Basile Importun')
  await house.customerWrites(customer, 'buy my carpets')
  const card = await house.shown(karim, 'buy my carpets')
  await house.press(karim, card, 'claim')
  // The page behind "More" stays open, though the news of the claim comes to the card after it.
  await house.press(karim, card, 'more')
  await house.quiet()
  await house.press(karim, card, 'block')
  await house.press(karim, card, 'block-yes')
  await eventually('the card says so', () => now(karim, card)?.text?.includes('Blocked'))
  await house.customerWrites(customer, 'the finest carpets')
  await house.staffWrites(karim, 'Stop it', card)
  await house.shown(karim, 'the team has blocked this person')
  await house.quiet()
  expect(house.botSays(karim).filter(({ text }) => text?.includes('finest carpets'))).toEqual([])
  await house.press(karim, card, 'unblock')
  await eventually('the card is as before', () => !now(karim, card)?.text?.includes('Blocked'))
  await house.press(karim, card, 'history')
  await house.shown(karim, 'the finest carpets')
})

test('a note is asked for, kept, shown in the history, and never sent to the customer', async () => {
  const customer = await house.customer('Pierre Granvillard')
  await house.customerWrites(customer, 'something about Pierre')
  const card = await house.shown(karim, 'something about Pierre')
  const known = house.botSays(karim).length
  await house.press(karim, card, 'note')
  const question = await eventually('the bot asks for the note', () => house.botSays(karim)[known])
  await house.staffWrites(karim, 'pays in cash, says his wife', question)
  await becomes(
    () => house.count('select count(*) from note where body = $1', ['pays in cash, says his wife']),
    1,
  )
  await house.quiet()
  await house.press(karim, card, 'history')
  const history = await house.shown(karim, 'pays in cash, says his wife')
  expect(history.text).toContain('something about Pierre')
  expect(house.received(customer)).toEqual([])
})

test('what one prepares another sends, once, and only after he has seen what the customer wrote meanwhile', async () => {
  const customer = await house.customer('Ludivine Beauregard')
  await house.customerWrites(customer, 'is the sauna open on Fridays')
  const his = await house.shown(karim, 'is the sauna open on Fridays')
  const hers = await house.shown(claire, 'is the sauna open on Fridays')
  await house.press(karim, his, 'claim')
  await house.staffWrites(claire, '/draft Until ten in the evening', hers)
  const written = await house.shown(claire, 'The customer sees nothing')
  const draft = await house.shown(karim, 'Until ten in the evening')
  await eventually('his card says so', () => now(karim, his)?.text?.includes('A draft by'))
  await house.customerWrites(customer, 'and on Saturdays, Ludivine asks')
  await house.shown(karim, 'Ludivine asks')
  const refused = await house.press(karim, draft, 'draft-send')
  expect(refused).toMatchObject({ showAlert: true, text: expect.stringContaining('has gone on since') })
  const again = await eventually('it is shown with what was written since', () => {
    const shown = now(karim, draft)
    if (!shown?.text?.includes('Ludivine asks')) return undefined
    return shown.buttons?.flat().find(({ callbackData }) => /^draft-send:.*:1:/.test(callbackData ?? ''))
      ?.callbackData
  })
  expect(house.received(customer)).toEqual([])
  house.say('Until ten in the evening')
  await house.press(karim, draft, again)
  await house.receives(customer, 'Until ten in the evening')
  await eventually('she reads who has sent it', () => now(claire, written)?.text?.includes('Sent by'))
  await house.quiet()
  for (const [person, message] of [
    [claire, written],
    [karim, draft],
  ] as const) {
    expect(now(person, message)?.buttons?.flat() ?? [], 'nothing is left to press').toEqual([])
  }
  expect(house.received(customer)).toHaveLength(1)
})

test('/inbox lists who waits, /lead opens a card by its number, /help says what there is', async () => {
  await newLead('Quentin Rousselot', 'I am waiting in the inbox')
  const number = (await leadOf('Quentin Rousselot'))?.number
  await house.quiet()
  const known = house.botSays(claire).length
  await house.staffWrites(claire, '/inbox')
  const inbox = await eventually('the inbox comes', () => house.botSays(claire)[known])
  expect(inbox.text).toContain('Quentin Rousselot')
  expect(inbox.text).toContain(`#${number}`)
  await house.staffWrites(claire, `/lead ${number}`)
  const card = await eventually('the card comes', () => house.botSays(claire)[known + 1])
  expect(card.text).toContain('I am waiting in the inbox')
  expect(card.buttons?.flat()[0]?.callbackData).toMatch(/^claim:/)
  await house.staffWrites(claire, '/help')
  const help = await eventually('help comes', () => house.botSays(claire)[known + 2])
  for (const command of ['/inbox', '/lead', '/language']) expect(help.text).toContain(command)
})

test('the bot speaks English, French and Arabic, and changes with one tap', async () => {
  const person = await house.hires('Polyglotte', 'agent')
  const helps: string[] = []
  for (const language of ['en', 'fr', 'ar']) {
    let known = house.botSays(person).length
    await house.staffWrites(person, '/language')
    const choice = await eventually('the languages are offered', () => house.botSays(person)[known])
    await house.press(person, choice, `language:${language}`)
    await house.quiet()
    known = house.botSays(person).length
    await house.staffWrites(person, '/help')
    helps.push((await eventually('help comes', () => house.botSays(person)[known])).text ?? '')
  }
  expect(new Set(helps).size).toBe(3)
  expect(helps[1]).toMatch(/[éèàç]/)
  expect(helps[2]).toMatch(/[\u0600-\u06FF]{4}/)
})

test('an invitation link makes exactly one person a member, with the role that was chosen', async () => {
  let known = house.botSays(house.owner).length
  await house.staffWrites(house.owner, '/invite')
  const question = await eventually('the roles are offered', () => house.botSays(house.owner)[known])
  await house.press(house.owner, question, choiceOn(question, 'agent'))
  const skip = await eventually(
    'the name is asked for',
    () => choiceOn(now(house.owner, question), 'skip') || undefined,
  )
  await house.press(house.owner, question, skip)
  const link = await eventually(
    'the link is shown',
    () => /start=(invite_[\w-]+)/.exec(now(house.owner, question)?.text ?? '')?.[1],
  )
  known = house.botSays(house.owner).length
  const guest = await house.newPerson('Invitedguest')
  await house.starts(guest, link)
  await becomes(
    async () =>
      (await house.sql(`select role, state from member where telegram_user_id = $1`, [guest.id]))[0],
    { role: 'agent', state: 'active' },
  )
  await house.shown(house.owner, 'Invitedguest')
  const thief = await house.newPerson('Linkthiefly')
  await house.starts(thief, link)
  await house.quiet()
  expect(await house.count('select count(*) from member where telegram_user_id = $1', [thief.id])).toBe(0)
})
