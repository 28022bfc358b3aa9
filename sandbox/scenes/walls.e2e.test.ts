import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { becomes, eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import { buttonData, type ChatMessage, type Person } from './testing/staff-side.ts'
import type { Json } from './testing/whatsapp-call.ts'
import { world } from './testing/world.ts'

let house: House
let karim: Person
let viewer: Person
let stranger: Person
let card: ChatMessage
let serial = 800_000
const foreign = { organization: randomUUID(), lead: randomUUID(), owner: 7_700_001 }

beforeAll(async () => {
  house = await openHouse()
  karim = await house.hires('Karimouche', 'agent')
  viewer = await house.hires('Viewerine', 'viewer')
  stranger = await house.newPerson('Strangerly')
  const customer = await house.customer('Wallside Customer')
  await house.customerWrites(customer, 'behind our wall')
  card = await house.shown(house.owner, 'behind our wall')
  await makeForeignOrganization()
})

afterAll(() => house?.close())

/** A second organization with a lead of its own, on the same desk. */
async function makeForeignOrganization() {
  const { organization, lead, owner } = foreign
  const contact = randomUUID()
  await house.sql('insert into organization (id, name) values ($1, $2)', [organization, 'Foreign Gym'])
  await house.sql(
    `insert into member (organization_id, id, telegram_user_id, name, role) values ($1, gen_random_uuid(), $2, 'Foreign Owner', 'owner')`,
    [organization, owner],
  )
  await house.sql('insert into contact (organization_id, id, name) values ($1, $2, $3)', [
    organization,
    contact,
    'Foreign Secret',
  ])
  await house.sql(
    `insert into lead (organization_id, id, number, contact_id, source, last_message_at) values ($1, $2, 1, $3, 'whatsapp', now())`,
    [organization, lead, contact],
  )
}

const short = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')

const fromOf = (person: Person) => ({
  id: person.id,
  is_bot: false,
  first_name: person.firstName,
  language_code: 'en',
})

/** Hears a press that no button of this person’s chat carries, and waits until the bot has answered it. */
async function forgedPress(person: Person, data: string, chat?: Json) {
  serial += 1
  const id = `forged-${serial}`
  await house.rawUpdate({
    callback_query: {
      id,
      from: fromOf(person),
      message: {
        message_id: card.id,
        date: 1,
        chat: chat ?? { id: person.id, type: 'private', first_name: person.firstName },
      },
      chat_instance: '1',
      data,
    },
  })
  return eventually(`the bot answers the press of ${JSON.stringify(data).slice(0, 60)}`, () => {
    const call = house.sandbox.kernel
      .calls()
      .find(
        ({ title, request }) =>
          title.endsWith('/answerCallbackQuery') && (request as Json).callback_query_id === id,
      )
    return call && (call.request as { text?: string; show_alert?: boolean })
  })
}

const refusals = () => house.count(`select count(*) from audit_entry where outcome = 'refused'`)

/** Everything that a press could change, of every organization. */
const standing = async () =>
  (
    await house.sql(
      `select (select json_agg(json_build_array(id, status, owner_id, closed_at, snoozed_until) order by id) from lead) as leads,
         (select count(*)::int from lead_tag) as tags, (select count(blocked_at)::int from contact) as blocked,
         (select json_agg(json_build_array(id, role, state) order by id) from member) as members,
         (select count(*)::int from note) as notes, (select count(*)::int from message) as messages,
         (select count(*)::int from invitation) as invitations, (select count(*)::int from activity) as activities`,
    )
  )[0]

test('a press with the id of another organization’s lead is refused like one that does not exist, and leaves a trace', async () => {
  const before = await standing()
  const traces = await refusals()
  const verbs =
    `claim release assign note history status card open more tags tag-new snooze snooze-other wake block
    block-yes unblock erase erase-yes value converted lost-own duplicates send-template quick remind person ask-number`.split(
      /\s+/,
    )
  for (const verb of verbs) {
    const theirs = await forgedPress(house.owner, `${verb}:${short(foreign.lead)}`)
    const nobodys = await forgedPress(house.owner, `${verb}:${short(randomUUID())}`)
    expect(theirs, verb).toMatchObject({ text: nobodys.text, show_alert: true })
  }
  for (const data of ['set:#:new', 'lost:#:none', 'snooze-at:#:hour', 'tag:#:#', 'untag:#:#']) {
    await forgedPress(house.owner, data.replaceAll('#', short(foreign.lead)))
  }
  await house.quiet()
  expect(await standing()).toEqual(before)
  expect(await refusals()).toBeGreaterThan(traces + 3)
  expect(house.chatOf(house.owner).filter(({ text }) => text?.includes('Foreign'))).toEqual([])
})

test('a press with forged, random, old or endless data is answered kindly and does nothing', async () => {
  const before = await standing()
  const lead = buttonData(card, 'claim')?.split(':')[1] ?? ''
  const forged = [
    'claim',
    'claim:',
    `claim:${lead}x`,
    `claim:${lead.slice(1)}`,
    `CLAIM:${lead}`,
    `claim;${lead}`,
    `set:${lead}:owner`,
    `set:${lead}:__proto__`,
    `set:${lead}`,
    'invite:owner',
    'language:xx',
    'inbox:mine:-1',
    'inbox:mine:99999999999999999999',
    'inbox:__proto__:0',
    'constructor:toString',
    '__proto__',
    'v2:claim:1',
    '\u0000\u0001\u0002',
    "claim:'; drop table lead; --",
    '🎉'.repeat(16),
    'x'.repeat(64),
    'x'.repeat(65),
    'x'.repeat(5_000),
    '',
  ]
  for (const data of forged) {
    const answer = await forgedPress(house.owner, data)
    expect(answer.text ?? '', data.slice(0, 40)).not.toMatch(/select |at |undefined|null|Error/)
  }
  await house.quiet()
  expect(await standing()).toEqual(before)
  expect(await house.count(`select count(*) from inbound_event where state <> 'done'`)).toBe(0)
})

test('a stranger gets one neutral answer to everything, and changes nothing', async () => {
  const before = await standing()
  const lead = buttonData(card, 'claim')?.split(':')[1] ?? ''
  const first = await forgedPress(stranger, `claim:${lead}`)
  const other = await forgedPress(stranger, `claim:${short(foreign.lead)}`)
  expect(first.text).toBe(other.text)
  for (const text of [
    '/start',
    '/inbox',
    '/lead 1',
    '/team',
    'hello, let me in',
    '/start invite_guessguessguessguess',
  ]) {
    await house.starts(stranger).catch(() => undefined)
    await house.staffWrites(stranger, text)
  }
  await house.quiet()
  expect(await standing()).toEqual(before)
  const told = house.botSays(stranger).map(({ text }) => text ?? '')
  expect(told.length).toBeGreaterThan(3)
  expect(told.filter((text) => /Wallside|behind our wall|#1|Nadia/.test(text))).toEqual([])
  expect(new Set(told).size).toBeLessThanOrEqual(2)
})

test('a viewer sees leads and can do nothing with them, also with buttons that he was never given', async () => {
  await house.staffWrites(viewer, '/lead 1')
  const seen = await house.shown(viewer, 'behind our wall')
  const before = await standing()
  const traces = await refusals()
  expect(buttonData(seen, 'claim')).toBeUndefined()
  const lead = buttonData(card, 'claim')?.split(':')[1] ?? ''
  for (const data of [
    `claim:${lead}`,
    `release:${lead}`,
    `note:${lead}`,
    `set:${lead}:lost`,
    `lost:${lead}:none`,
    `converted:${lead}`,
    `snooze-at:${lead}:hour`,
    `block-yes:${lead}`,
    'organization:name',
    'invite:agent',
    'invite:viewer',
  ]) {
    expect((await forgedPress(viewer, data)).show_alert, data).toBe(true)
  }
  await house.staffWrites(viewer, 'an answer of the viewer', seen)
  await house.quiet()
  expect(await standing()).toEqual(before)
  expect(await refusals()).toBeGreaterThanOrEqual(traces + 5)
})

test('an agent cannot invite, cannot remove, and cannot give back another’s lead', async () => {
  const before = await standing()
  const [owner] = await house.sql<{ id: string }>('select id from member where telegram_user_id = $1', [
    house.owner.id,
  ])
  for (const data of [
    'invite:admin',
    'invite:agent',
    `erase-yes:${buttonData(card, 'claim')?.split(':')[1] ?? ''}`,
    `remove-yes:${short(owner?.id ?? '')}`,
    `resume:${short(randomUUID())}`,
  ]) {
    expect((await forgedPress(karim, data)).show_alert, data).toBe(true)
  }
  await house.quiet()
  expect(await standing()).toEqual(before)
})

test('a card that was forwarded elsewhere, or is pressed in a group, does nothing', async () => {
  const before = await standing()
  const lead = buttonData(card, 'claim')?.split(':')[1] ?? ''
  await forgedPress(house.owner, `claim:${lead}`, { id: -1_009_001, type: 'supergroup', title: 'Elsewhere' })
  const elsewhere = { id: -1_009_001, type: 'supergroup', title: 'Elsewhere' }
  const reply = {
    message_id: card.id,
    date: 1,
    chat: elsewhere,
    from: { id: 7_300_000_001, is_bot: true, first_name: 'Desk' },
  }
  const now = Math.floor(Date.now() / 1000)
  for (const update of [
    {
      message: {
        message_id: 5,
        date: now,
        chat: elsewhere,
        from: fromOf(house.owner),
        text: 'from a group',
        reply_to_message: reply,
      },
    },
    {
      channel_post: {
        message_id: 6,
        date: now,
        chat: { ...elsewhere, type: 'channel' },
        text: 'from a channel',
        reply_to_message: reply,
      },
    },
    {
      message: {
        message_id: 7,
        date: now,
        chat: elsewhere,
        from: { ...fromOf(house.owner), is_bot: true },
        text: 'from a bot',
      },
    },
    { inline_query: { id: '1', from: fromOf(house.owner), query: 'lead', offset: '' } },
    { unheard_of: { anything: [1, { two: null }] } },
    {},
  ]) {
    await house.rawUpdate(update)
  }
  await house.quiet()
  expect(await standing()).toEqual(before)
  expect(await house.count(`select count(*) from inbound_event where state <> 'done'`)).toBe(0)
})

test('an answer below a card that belongs to another chat reaches nobody', async () => {
  const before = await standing()
  const now = Math.floor(Date.now() / 1000)
  // Numbers count per chat: the owner's card number means nothing in Karim's chat, or means something else.
  await house.rawUpdate({
    message: {
      message_id: 910_001,
      date: now,
      chat: { id: stranger.id, type: 'private', first_name: 'S' },
      from: fromOf(stranger),
      text: 'a stranger answers the card',
      reply_to_message: { message_id: card.id, date: 1, chat: { id: stranger.id, type: 'private' } },
    },
  })
  await house.quiet()
  expect(await standing()).toEqual(before)
})

test('nothing of another organization comes by a command, a link, a result that was passed on, a change or an inline question', async () => {
  const before = await standing()
  const traces = await refusals()
  const known = house.botSays(karim).length
  const id = short(foreign.lead)
  const link = `https://t.me/${world.bot.username}?start=lead_${id}`
  const chat = { id: karim.id, type: 'private', first_name: karim.firstName }
  const now = Math.floor(Date.now() / 1000)
  for (const text of [`/lead ${foreign.lead}`, `/lead ${id}`, `/start lead_${id}`, '/find Foreign']) {
    await house.staffWrites(karim, text)
  }
  const passedOn = {
    message_id: 920_001,
    date: now,
    chat,
    from: fromOf(karim),
    via_bot: { id: 7_300_000_001, is_bot: true, first_name: 'Desk', username: world.bot.username },
    text: '#1 Foreign Secret\nOpen the lead',
    entities: [{ type: 'text_link', offset: 18, length: 13, url: link }],
  }
  // A card of theirs that was forwarded here is nothing of this chat.
  const forwarded = {
    message_id: 920_002,
    date: 1,
    chat,
    from: { id: 7_300_000_001, is_bot: true, first_name: 'D' },
  }
  const answer = { message_id: 920_003, date: now, chat, from: fromOf(karim), reply_to_message: forwarded }
  for (const update of [
    { message: passedOn },
    { message: { ...answer, text: 'an answer to a forwarded card' } },
    { edited_message: { ...answer, edit_date: now, text: 'a change below a forwarded card' } },
    {
      edited_message: {
        ...answer,
        from: fromOf(stranger),
        chat: { ...chat, id: stranger.id },
        text: 'of nobody',
      },
    },
    {
      message_reaction: {
        chat,
        message_id: 920_002,
        user: fromOf(karim),
        date: now,
        old_reaction: [],
        new_reaction: [{ type: 'emoji', emoji: '👍' }],
      },
    },
  ]) {
    await house.rawUpdate(update)
  }
  const asked = { bot: world.bot.username, query: 'Foreign' }
  expect(await house.control('POST', `/staff/${karim.id}/inline`, asked)).toMatchObject({ results: [] })
  await house.quiet()
  expect(await standing()).toEqual(before)
  expect(
    house
      .botSays(karim)
      .slice(known)
      .filter(({ text }) => text?.includes('Foreign Secret')),
  ).toEqual([])
  // By the link and by what was passed on he names a lead: both leave a trace.
  expect(await refusals()).toBeGreaterThanOrEqual(traces + 2)
})

test('from his removal on nothing of a member is carried out', async () => {
  const leaver = await house.hires('Leavingson', 'agent')
  await house.staffWrites(leaver, '/lead 1')
  const his = await house.shown(leaver, 'behind our wall')
  await house.sql(`update member set state = 'removed', removed_at = now() where telegram_user_id = $1`, [
    leaver.id,
  ])
  const before = await standing()
  const answer = await house.press(leaver, his, 'claim')
  expect(answer.answered).toBe(true)
  await house.staffWrites(leaver, 'a last word from the leaver', his)
  await house.staffWrites(leaver, '/inbox')
  await house.quiet()
  expect(await standing()).toEqual(before)
  expect(
    house.botSays(leaver).filter(({ text, id }) => id > his.id && text?.includes('behind our wall')),
  ).toEqual([])
})

test('the owner removes a member in the bot, and the leads of that member are free again', async () => {
  const leaver = await house.hires('Removedsson', 'agent')
  const customer = await house.customer('Orphaned Customer')
  await house.customerWrites(customer, 'whose am I now?')
  const his = await house.shown(leaver, 'whose am I now?')
  await house.press(leaver, his, 'claim')
  const known = house.botSays(house.owner).length
  await house.staffWrites(house.owner, '/team')
  const team = await eventually('the team is shown', () =>
    house
      .botSays(house.owner)
      .slice(known)
      .find(({ text }) => text?.includes('Removedsson')),
  )
  const [member] = await house.sql<{ id: string }>('select id from member where telegram_user_id = $1', [
    leaver.id,
  ])
  await house.press(house.owner, team, `member:${short(member?.id ?? '')}`)
  await house.press(house.owner, team, `remove:${short(member?.id ?? '')}`)
  await house.press(house.owner, team, 'remove-yes')
  await becomes(
    async () =>
      (await house.sql(`select state from member where telegram_user_id = $1`, [leaver.id]))[0]?.state,
    'removed',
  )
  expect(await house.count('select count(*) from lead where owner_id = $1', [member?.id])).toBe(0)
  expect(
    await house.count(`select count(*) from audit_entry where action = 'removeMember' and outcome = 'done'`),
  ).toBe(1)
})
