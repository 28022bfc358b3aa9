import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { placeholderFile } from '../meta/placeholder-files.ts'
import { becomes, eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import { type ChatMessage, type Person, plain } from './testing/staff-side.ts'
import type { Json } from './testing/whatsapp-call.ts'
import { world } from './testing/world.ts'

let house: House
let karim: Person

beforeAll(async () => {
  house = await openHouse({ networks: true })
  karim = await house.hires('Karimouche', 'agent')
})
afterAll(() => house?.close())

/** Where a member answers a lead: below its card in his own chat, or in its topic in the group. */
interface Desk {
  writes(by: Person, text: string, more?: Json): Promise<ChatMessage & { messages?: ChatMessage[] }>
  edits(by: Person, message: ChatMessage, text: string): Promise<unknown>
  deletes(by: Person, message: ChatMessage): Promise<unknown>
  /** The update by which Telegram would tell of such a message. */
  update(by: Person, messageId: number, text: string): Json
  /** What the bot says below a message. */
  below(by: Person, message: ChatMessage): string[]
}

let group = 0

/** Opens the desk of a lead that has just written, for one of those who are told of it. */
const places: Record<string, (words: string, name: string, person: Person) => Promise<Desk>> = {
  'in a private chat': async (words, _name, person) => {
    const card = await house.shown(person, words)
    const path = (by: Person) => `/staff/${by.id}/chats/bot:${world.bot.username}/messages`
    return {
      writes: (by, text, more = {}) =>
        house.control('POST', path(by), { text, ...more, replyTo: card.id }) as never,
      edits: (by, message, text) => house.edits(by, message, text),
      deletes: (by, message) => house.control('DELETE', `${path(by)}/${message.id}`),
      update: (by, messageId, text) => ({
        message: {
          message_id: messageId,
          date: Math.floor(Date.now() / 1000),
          chat: { id: by.id, type: 'private', first_name: by.firstName },
          from: { id: by.id, is_bot: false, first_name: by.firstName },
          text,
          reply_to_message: { message_id: card.id, date: 1, chat: { id: by.id, type: 'private' } },
        },
      }),
      below: (by, message) =>
        house
          .botSays(by)
          .filter(({ replyTo }) => replyTo === message.id)
          .map(({ text }) => plain(text)),
    }
  },
  'in the group': async (words, name) => {
    const topic = await house.topicShown(group, name)
    await house.shownInGroup(group, words, topic.id)
    return {
      writes: (by, text, more = {}) =>
        house.writesInGroup(by, group, text, { ...more, topicId: topic.id }) as never,
      edits: (by, message, text) => house.editsInGroup(by, group, message, text),
      deletes: (by, message) => house.deletesInGroup(by, group, message),
      update: (by, messageId, text) => ({
        message: {
          message_id: messageId,
          date: Math.floor(Date.now() / 1000),
          chat: { id: group, type: 'supergroup', title: 'Scene desk', is_forum: true },
          from: { id: by.id, is_bot: false, first_name: by.firstName },
          message_thread_id: topic.id,
          is_topic_message: true,
          text,
        },
      }),
      below: (_by, message) =>
        house
          .groupMessages(group, topic.id)
          .filter(({ from, replyTo }) => from.isBot && replyTo === message.id)
          .map(({ text }) => plain(text)),
    }
  },
}

async function makeGroup() {
  await house.staffWrites(house.owner, '/desk')
  const question = await house.shown(house.owner, 'A group for the team')
  group = await house.sharesGroup(house.owner, question, { title: 'Scene desk' })
  await house.topicShown(group, 'Lobby')
  await house.joinsGroup(karim, group)
}

describe.each(Object.keys(places))('%s', (place) => {
  const isGroup = place === 'in the group'
  const named = (name: string) => `${name} ${isGroup ? 'Gruppe' : 'Privat'}`
  const open = (words: string, name: string, person = karim) =>
    places[place]?.(words, name, person) as Promise<Desk>

  /** A customer on Telegram, which has everything that staff can send, and the desk of his lead. */
  async function onTelegram(word: string) {
    const name = named(word)
    const customer = await house.telegrammer(name)
    await house.telegramWrites(customer, `${name} begins`)
    const desk = await open(`${name} begins`, name)
    return { name, desk, received: () => house.telegramReceived(customer), customer }
  }

  beforeAll(async () => {
    if (isGroup) await makeGroup()
  })

  test('an album is one album for the customer, in order and once, with its words, and what is written next comes after it', async () => {
    const { name, desk, received } = await onTelegram('Album')
    const items = [
      { kind: 'photo', caption: `first for ${name}` },
      { kind: 'photo' },
      { kind: 'video', caption: `third for ${name}` },
    ]
    house.say(`first for ${name}`)
    house.say(`third for ${name}`)
    const sent = await desk.writes(karim, '', { kind: 'album', items })
    expect(sent.messages).toHaveLength(3)
    house.say(`and now, ${name}?`)
    await desk.writes(karim, `and now, ${name}?`)
    await becomes(() => received().length, 4)
    await house.quiet()
    expect(received().map(({ media, caption, text }) => [media?.kind, caption ?? text])).toEqual([
      ['photo', `first for ${name}`],
      ['photo', undefined],
      ['video', `third for ${name}`],
      [undefined, `and now, ${name}?`],
    ])
    const albums = received().map(({ mediaGroupId }) => mediaGroupId)
    expect(albums).toEqual([albums[0], albums[0], albums[0], undefined])
    expect(albums[0]).toBeTruthy()
    // Each part is a message of its own: its words are changed by themselves.
    const [first] = sent.messages ?? []
    if (!first) throw new Error('The album has no first part.')
    house.say(`better for ${name}`)
    await desk.edits(karim, first, `better for ${name}`)
    await becomes(
      () => received().map(({ caption }) => caption),
      [`better for ${name}`, undefined, `third for ${name}`, undefined],
    )
  })

  test.skipIf(isGroup)(
    'an album on WhatsApp, which has none, comes part by part, in order and each once',
    async () => {
      const name = named('Ohne')
      const customer = await house.customer(name)
      await house.customerWrites(customer, `${name} begins`)
      const desk = await open(`${name} begins`, name)
      const items = [{ kind: 'photo', caption: `first for ${name}` }, { kind: 'photo' }, { kind: 'photo' }]
      house.say(`first for ${name}`)
      await desk.writes(karim, '', { kind: 'album', items })
      house.say(`and now, ${name}?`)
      await desk.writes(karim, `and now, ${name}?`)
      const received = () => house.received(customer)
      await becomes(() => received().length, 4)
      await house.quiet()
      expect(received().map(({ kind, text }) => [kind, text])).toEqual([
        ['image', `first for ${name}`],
        ['image', undefined],
        ['image', undefined],
        ['text', `and now, ${name}?`],
      ])
    },
  )

  test('a voice message stays one, and a document keeps its name and its words', async () => {
    const { name, desk, received } = await onTelegram('Stimme')
    const data = placeholderFile('voice', '#0e7490').bytes.toString('base64')
    await desk.writes(karim, '', { media: { kind: 'voice', mime: 'audio/ogg', data } })
    await becomes(() => received().length, 1)
    house.say(`the prices for ${name}`)
    const pdf = {
      kind: 'document',
      fileName: 'prices.pdf',
      mime: 'application/pdf',
      data: placeholderFile('document', '#0e7490').bytes.toString('base64'),
    }
    await desk.writes(karim, '', { media: pdf, caption: `the prices for ${name}` })
    await becomes(() => received().length, 2)
    await house.quiet()
    expect(
      received().map(({ media, caption }) => [
        media?.kind,
        media?.kind === 'document' ? media.fileName : '',
        caption,
      ]),
    ).toEqual([
      ['voice', '', undefined],
      ['document', 'prices.pdf', `the prices for ${name}`],
    ])
  })

  test('an edited answer changes at the customer, as often as it is edited; a deleted one has been said', async () => {
    const { name, desk, received } = await onTelegram('Edit')
    const answer = await desk.writes(karim, `before of ${name}`)
    await becomes(() => received().map(({ text }) => text), [`before of ${name}`])
    for (const words of [`between of ${name}`, `after of ${name}`]) {
      house.say(words)
      await desk.edits(karim, answer, words)
      await becomes(() => received().map(({ text }) => text), [words])
    }
    await desk.deletes(karim, answer)
    const next = await desk.writes(karim, `next of ${name}`)
    await becomes(() => received().map(({ text }) => text), [`after of ${name}`, `next of ${name}`])
    await house.quiet()
    expect(received()).toHaveLength(2)
    // Its sign cannot be put on it any more; nobody is told of a failure for that.
    expect([...desk.below(karim, answer), ...desk.below(karim, next)]).toEqual([])
  })

  test('one update that comes three times is one answer; one text that is written twice is two', async () => {
    const { name, desk, received } = await onTelegram('Zweimal')
    house.say(`once to ${name}`)
    await house.rawUpdate(desk.update(karim, 900_000 + (isGroup ? 1 : 2), `once to ${name}`), 3)
    await becomes(() => received().length, 1)
    await desk.writes(karim, `yes, ${name}`)
    await desk.writes(karim, `yes, ${name}`)
    await becomes(() => received().length, 3)
    await house.quiet()
    expect(received().map(({ text }) => text)).toEqual([`once to ${name}`, `yes, ${name}`, `yes, ${name}`])
  })

  test('an answer whose window closes while it waits reaches nobody, and its writer is told below it what works still', async () => {
    const name = named('Fenster')
    const customer = await house.customer(name)
    await house.customerWrites(customer, `${name} begins`)
    const desk = await open(`${name} begins`, name)
    house.fault({ target: 'graph', kind: 'http-500', method: 'messages', peer: customer.number })
    const answer = await desk.writes(karim, `too late for ${name}`)
    await eventually('it was tried', () =>
      house.sendCalls().some(({ text }) => text === `too late for ${name}`),
    )
    await house.change(customer, { lastWroteAt: Date.now() - 25 * 3_600_000 })
    await house.sql(
      `update conversation v set last_inbound_at = now() - interval '25 hours'
       from contact c where c.id = v.contact_id and c.name = $1`,
      [name],
    )
    house.clearFaults()
    await eventually('its writer is told', () =>
      desk.below(karim, answer).find((text) => text.includes('reply window has closed')),
    )
    await house.quiet()
    expect(desk.below(karim, answer)).toHaveLength(1)
    expect(house.received(customer)).toEqual([])
    const [row] = await house.sql('select status from message where body = $1', [`too late for ${name}`])
    expect(row?.status).toBe('failed')
    // A day later: refused before it is tried.
    const calls = house.sendCalls().length
    const late = await desk.writes(karim, `much too late for ${name}`)
    await eventually('he is told at once', () =>
      desk.below(karim, late).find((text) => text.includes('24 hours')),
    )
    await house.quiet()
    expect(house.sendCalls()).toHaveLength(calls)
  })

  test('whoever was removed says nothing to customers any more, neither anew nor by changing what he said', async () => {
    const leaver = await house.hires(named('Leaver'), 'agent')
    if (isGroup) await house.joinsGroup(leaver, group)
    const name = named('Bleibt')
    const customer = await house.telegrammer(name)
    await house.telegramWrites(customer, `${name} begins`)
    const desk = await open(`${name} begins`, name, leaver)
    const received = () => house.telegramReceived(customer).map(({ text }) => text)
    const answer = await desk.writes(leaver, `while I was here, ${name}`)
    await becomes(received, [`while I was here, ${name}`])
    await house.quiet()
    await house.sql(`update member set state = 'removed', removed_at = now() where telegram_user_id = $1`, [
      leaver.id,
    ])
    house.say(`changed words, ${name}`)
    await desk.edits(leaver, answer, `changed words, ${name}`)
    const last = await desk.writes(leaver, `a last word, ${name}`)
    const picture = await desk.writes(leaver, '', { media: { kind: 'photo' }, caption: 'a last picture' })
    if (isGroup) {
      // In a busy group what waits to be said of it is said once, below the newest.
      await eventually('he is told', () =>
        [answer, last, picture]
          .flatMap((message) => desk.below(leaver, message))
          .find((text) => text.includes('not on the team any more')),
      )
    }
    await house.quiet()
    expect(received()).toEqual([`while I was here, ${name}`])
    expect(await house.count('select count(*) from message where body = $1', [`a last word, ${name}`])).toBe(
      0,
    )
  })
})

test('of ten people who press Claim in the lobby at once one has the lead, and nine are told who', async () => {
  const people: Person[] = []
  for (let index = 0; index < 10; index += 1) {
    const person = await house.hires(`Claimant ${String.fromCharCode(65 + index)}.`, 'agent')
    await house.joinsGroup(person, group)
    people.push(person)
  }
  const customer = await house.customer('Zehnfach Gefragt')
  await house.customerWrites(customer, 'whose am I?')
  const lobby = await house.topicShown(group, 'Lobby')
  const claimCard = await house.shownInGroup(group, 'whose am I?', lobby.id)
  const answers = await Promise.all(
    people.map((person) => house.pressesInGroup(person, group, claimCard, 'claim')),
  )
  const [lead] = await house.sql<{ owner: string }>(
    `select m.name as owner from lead l join contact c on c.id = l.contact_id join member m on m.id = l.owner_id
     where c.name = $1`,
    [customer.name],
  )
  const owner = lead?.owner ?? 'nobody'
  expect(people.map(({ firstName }) => firstName)).toContain(owner)
  expect(answers.every(({ answered }) => answered)).toBe(true)
  const lost = answers.filter((_, index) => people[index]?.firstName !== owner)
  expect(lost).toHaveLength(9)
  for (const { text, showAlert } of lost) {
    expect(plain(text)).toContain(owner)
    expect(showAlert).toBe(true)
  }
  await house.shownInGroup(group, `${owner} has it`, lobby.id)
})
