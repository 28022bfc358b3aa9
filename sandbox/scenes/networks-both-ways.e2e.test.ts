import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Customer } from './testing/customer-side.ts'
import { becomes, eventually, moment } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import type { ChatMessage } from './testing/staff-side.ts'
import type { Chat, Telegrammer } from './testing/telegram-side.ts'

let house: House

beforeAll(async () => {
  house = await openHouse({ networks: true })
  await house.connectsBusiness()
})

afterAll(() => house?.close())

const hour = 3_600_000
const direct = { phone: undefined }

/** A customer of Meta's networks who has written, and the card that the owner got. */
async function writes(network: 'whatsapp' | 'instagram' | 'messenger', name: string, words: string) {
  const customer = await house.customer(name, network === 'whatsapp' ? {} : { ...direct, network })
  const asked = await house.customerWrites(customer, words)
  const card = await house.shown(house.owner, words)
  return { customer, asked, card }
}

/** The same for Telegram. */
async function writesOnTelegram(name: string, words: string, chat: Chat = 'bot') {
  const customer = await house.telegrammer(name)
  const asked = await house.telegramWrites(customer, words, chat)
  const card = await house.shown(house.owner, words)
  return { customer, asked, card }
}

const statusOf = async (words: string) =>
  (await house.sql('select status from message where body = $1', [words]))[0]?.status

/** As if the customer had last written so long ago, at the network and in the desk. */
async function ageChat(customer: Customer, hours: number) {
  // Some networks are asked for the name after the card is there.
  await becomes(() => house.count('select count(*) from contact where name = $1', [customer.name]), 1)
  await house.change(customer, { lastWroteAt: Date.now() - hours * hour })
  await house.sql(
    `update conversation v set last_inbound_at = now() - make_interval(hours => $2)
     from contact c where c.id = v.contact_id and c.name = $1`,
    [customer.name, hours],
  )
}

/** The message as it stands in the owner's chat now. */
const now = (message: ChatMessage) => house.chatOf(house.owner).find(({ id }) => id === message.id)

const buttonsOf = (message: ChatMessage) =>
  now(message)
    ?.buttons?.flat()
    .map(({ callbackData }) => callbackData?.split(':')[0])

describe.each(['instagram', 'messenger'] as const)('%s', (network) => {
  const name = (word: string) => `${word} ${network}ova`

  test('a text becomes a card, the answer arrives, and the ticks come back', async () => {
    const { customer, card } = await writes(network, name('Adela'), `may I come to ${network}?`)
    await eventually('the card has the name that the network gives', () =>
      now(card)?.text?.includes(name('Adela')),
    )
    await house.change(customer, { online: false })
    const answer = await house.staffWrites(house.owner, `gladly, to ${network}`, card)
    await house.receives(customer, `gladly, to ${network}`)
    await becomes(() => house.ticksOn(house.owner, answer), ['👌'])
    await house.change(customer, { online: true })
    await eventually('it is on the phone', () => house.received(customer)[0]?.status === 'delivered')
    await house.opensThread(customer)
    await becomes(() => statusOf(`gladly, to ${network}`), 'read')
    await becomes(() => house.ticksOn(house.owner, answer), ['👀'])
    await house.quiet()
    expect(house.received(customer)).toHaveLength(1)
    // Its own echoes are not told as somebody else's answers.
    expect(house.botSays(house.owner).filter(({ text }) => text?.includes(`gladly, to ${network}`))).toEqual(
      [],
    )
  })

  test('reactions go both ways, and a changed text is told', async () => {
    const { customer, asked, card } = await writes(network, name('Berta'), `first words in ${network}`)
    await house.staffWrites(house.owner, `an answer in ${network}`, card)
    const answer = await house.receives(customer, `an answer in ${network}`)
    await house.customerWrites(customer, { kind: 'reaction', target: answer.id, emoji: '❤️' })
    await house.shown(house.owner, 'Reacted to')
    await house.customerWrites(customer, `second words in ${network}`)
    const second = await house.shown(house.owner, `second words in ${network}`)
    await house.staffReacts(house.owner, second, '❤')
    const bubble = () =>
      house.phoneOf(customer).thread.find(({ text }) => text === `second words in ${network}`)
    await eventually('the customer sees the reaction', () =>
      bubble()?.reactions.some(({ from }) => from === 'business'),
    )
    const words = `changed words in ${network}`
    house.say(words)
    await house.customerWrites(customer, { kind: 'edit', target: asked.id, text: words })
    await house.shown(house.owner, `Changed an earlier message. It now says:\n${words}`)
  })

  test('a long answer arrives whole, in as many messages as the network needs', async () => {
    const { customer, card } = await writes(network, name('Carla'), `tell ${network} everything`)
    const words = Array.from({ length: 380 }, (_, index) => `word${index}`).join(' ')
    await house.staffWrites(house.owner, words, card)
    await eventually('all of it has arrived', () => {
      const parts = house.received(customer).map(({ text }) => text ?? '')
      return parts.length > 1 && parts.join(' ') === words
    })
  })

  test('after a day the answer is kept with a way out, and as a person’s own answer it still goes', async () => {
    const { customer, card } = await writes(network, name('Doris'), `ask me tomorrow on ${network}`)
    await ageChat(customer, 30)
    await house.staffWrites(house.owner, `here I am again on ${network}`, card)
    const refused = await house.shown(house.owner, `here I am again on ${network}`)
    expect(refused.text).toContain('Your answer is kept')
    expect(house.received(customer)).toEqual([])
    await house.press(house.owner, refused, 'human')
    await becomes(() => buttonsOf(refused), ['human', 'refused'])
    await house.press(house.owner, refused, 'human:send')
    await house.receives(customer, `here I am again on ${network}`)
    await becomes(() => buttonsOf(refused) ?? [], [])
    await house.quiet()
    expect(house.received(customer)).toHaveLength(1)
  })

  test('what was answered in the network’s own app is shown as such and not sent again', async () => {
    const { customer, card } = await writes(network, name('Elena'), `who answers on ${network}?`)
    const words = `typed in the app of ${network}`
    house.say(words)
    await house.control('POST', `/phones/${customer.id}/echo`, { text: words })
    const told = await house.shown(house.owner, words)
    expect(told.text).toContain('From the phone or the network’s app')
    expect(told.replyTo).toBe(card.id)
    await house.quiet()
    expect(house.received(customer)).toHaveLength(1)
  })
})

test('what a customer unsends on Instagram is gone from every table, and from what staff were shown', async () => {
  const { customer } = await writes('instagram', 'Franka Reuebald', 'harmless beginning')
  const words = 'regretted words of Franka'
  const said = await house.customerWrites(customer, words)
  const told = await house.shown(house.owner, words)
  await house.quiet()
  expect(await house.tablesWith(words)).not.toEqual([])
  await house.customerWrites(customer, { kind: 'unsend', target: said.id })
  await eventually('the post says that it was erased', () =>
    house
      .chatOf(house.owner)
      .find(({ id }) => id === told.id)
      ?.text?.includes('Erased'),
  )
  await house.quiet()
  expect(await house.tablesWith(words)).toEqual([])
  expect(house.botSays(house.owner).filter(({ text }) => text?.includes(words))).toEqual([])
})

test('a comment under a post on Instagram is answered in private, once, and the second answer says why not', async () => {
  const customer = await house.customer('Greta Kommentar', { ...direct, network: 'instagram' })
  await house.customerWrites(customer, { kind: 'comment', text: 'how much is the course in spring?' })
  const card = await house.shown(house.owner, 'how much is the course in spring?')
  await house.staffWrites(house.owner, 'forty euros, in private', card)
  await house.receives(customer, 'forty euros, in private')
  await house.staffWrites(house.owner, 'and a second one', card)
  await eventually('the second answer is refused in words', () =>
    house.botSays(house.owner).some(({ id, text }) => id > card.id && /^(⚠️|❌)/.test(text ?? '')),
  )
  await house.quiet()
  expect(house.received(customer)).toHaveLength(1)
})

test('after a day a template still goes on WhatsApp, exactly once', async () => {
  const { customer, card } = await writes('whatsapp', 'Hanna Vorlage', 'write me next week')
  await ageChat(customer, 30)
  await house.staffWrites(house.owner, 'it is next week', card)
  const refused = await house.shown(house.owner, 'it is next week')
  expect(buttonsOf(refused)).toContain('templates')
  await house.press(house.owner, refused, 'templates')
  await becomes(() => buttonsOf(refused)?.includes('template'), true)
  await house.press(house.owner, refused, 'template')
  // Each question is answered below itself, until the whole template is shown.
  const preview = await eventually('the template is shown in full', async () => {
    const last = house.botSays(house.owner).at(-1)
    if (last?.text?.includes('This is what the customer will read')) return last
    if (!last?.text?.includes('what should stand for')) return undefined
    await house.staffWrites(house.owner, 'Hanna', last)
    await eventually('it asks on', () => house.botSays(house.owner).at(-1)?.id !== last.id)
    return undefined
  })
  await Promise.all([
    house.press(house.owner, preview, 'template-send'),
    house.press(house.owner, preview, 'template-send').catch(() => undefined),
  ])
  await eventually('the template arrives', () => house.received(customer).length > 0)
  await house.quiet()
  expect(house.received(customer)).toHaveLength(1)
})

describe.each([
  ['the bot on Telegram', 'bot'],
  ['the owner’s own account on Telegram', 'owner'],
] as const)('%s', (_title, chat) => {
  const person = (word: string) => `${word} Tele${chat}`
  const answers = (customer: Telegrammer, words: string) => house.telegramReceives(customer, words, chat)

  test('a text becomes a card, the answer arrives with a tick, an answer below a message quotes it', async () => {
    const { customer, card } = await writesOnTelegram(person('Ida'), `hello ${chat} of Ida`, chat)
    const answer = await house.staffWrites(house.owner, `welcome at the ${chat}`, card)
    await answers(customer, `welcome at the ${chat}`)
    await becomes(() => house.ticksOn(house.owner, answer), ['👌'])
    const asked = await house.telegramWrites(customer, `and parking at ${chat}?`, chat)
    const question = await house.shown(house.owner, `and parking at ${chat}?`)
    await house.staffWrites(house.owner, `behind the ${chat}`, question)
    expect((await answers(customer, `behind the ${chat}`)).replyTo).toBe(asked.id)
    await house.quiet()
    expect(house.telegramReceived(customer, chat)).toHaveLength(2)
  })

  test('a changed text changes on the other side, both ways', async () => {
    const { customer, asked, card } = await writesOnTelegram(person('Jana'), `first text to ${chat}`, chat)
    const changed = `changed text to ${chat}`
    house.say(changed)
    await house.telegramEdits(customer, asked, changed, chat)
    await house.shown(house.owner, changed)
    const answer = await house.staffWrites(house.owner, `first answer of ${chat}`, card)
    await answers(customer, `first answer of ${chat}`)
    house.say(`changed answer of ${chat}`)
    await house.edits(house.owner, answer, `changed answer of ${chat}`)
    await answers(customer, `changed answer of ${chat}`)
    await house.quiet()
    expect(house.telegramReceived(customer, chat)).toHaveLength(1)
  })
})

test('a reaction on Telegram goes both ways', async () => {
  const { customer, card } = await writesOnTelegram('Kira Telereact', 'how do I begin on Telegram?')
  await house.staffWrites(house.owner, 'just come on Telegram', card)
  const answer = await house.telegramReceives(customer, 'just come on Telegram')
  await house.telegramReacts(customer, answer, '🔥')
  await house.shown(house.owner, '🔥 Reacted to')
  await house.telegramWrites(customer, 'see you on Monday then')
  const told = await house.shown(house.owner, 'see you on Monday then')
  await house.staffReacts(house.owner, told, '👍')
  await eventually('the customer sees the reaction', () =>
    house
      .chatWith(customer)
      .find(({ text }) => text === 'see you on Monday then')
      ?.reactions.some(({ emoji }) => emoji === '👍'),
  )
})

test('a customer who blocked the bot is named as such, before and after an answer, and can be answered when he is back', async () => {
  const { customer, card } = await writesOnTelegram('Lena Blockiert', 'this is the last you hear')
  await house.telegramBlocks(customer, true)
  await house.shown(house.owner, 'has blocked you on Telegram')
  await house.staffWrites(house.owner, 'please stay with us', card)
  await eventually('the refusal says so', () =>
    house
      .botSays(house.owner)
      .find(({ text }) => /Not sent: this person has blocked|has blocked you there/.test(text ?? '')),
  )
  // Telegram's times have seconds only.
  await moment(1_100)
  await house.telegramBlocks(customer, false)
  await house.shown(house.owner, 'can be reached on Telegram again')
  await house.staffWrites(house.owner, 'good to have you back', card)
  await house.telegramReceives(customer, 'good to have you back')
  await house.quiet()
  expect(house.telegramReceived(customer)).toHaveLength(1)
})

test('what the owner writes in his own Telegram stands in the chat as from the phone, and does not go out again', async () => {
  const { customer, card } = await writesOnTelegram('Mona Privat', 'are you there yourself?', 'owner')
  await house.ownerWrites(customer, 'yes, it is me in person')
  const told = await house.shown(house.owner, 'yes, it is me in person')
  expect(told.text).toContain('From the phone or the network’s app')
  expect(told.replyTo).toBe(card.id)
  await house.quiet()
  expect(house.telegramReceived(customer, 'owner')).toHaveLength(1)
  const rows = await house.sql(`select direction, source from message where body = 'yes, it is me in person'`)
  expect(rows).toEqual([{ direction: 'outbound', source: 'phone' }])
})

test('what people say, their names and every secret stay out of the log', () => {
  expect(house.leaks()).toEqual([])
})
