import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLog } from '#core/log.ts'
import { longId, newId, shortId } from '#core/new-id.ts'
import { createTestPort } from '#core/testing/create-test-port.ts'
import { makeFullLead } from '#core/testing/make-full-lead.ts'
import { openTestCore, type TestCore } from '#core/testing/open-test-core.ts'
import { actions } from './actions/index.ts'
import { createStaffBot } from './create-staff-bot.ts'
import { foreignPresses, type Rows } from './testing/foreign-presses.ts'
import { testWords } from './testing/open-chat.ts'
import { openFakeTelegram } from './testing/open-fake-telegram.ts'
import { wizardVerb } from './wizards/engine/create-telling.ts'
import { standingButton, standingVerb } from './wizards/engine/standing.ts'

let test: TestCore
let telegram: Awaited<ReturnType<typeof openFakeTelegram>>
let bot: ReturnType<typeof createStaffBot>
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let shop: typeof gym
let lead: Awaited<ReturnType<typeof makeFullLead>>
let updates = 0

beforeAll(async () => {
  test = await openTestCore({ channels: [createTestPort()] })
  gym = await test.makeOrganization('Atlas Gym', '1001')
  shop = await test.makeOrganization('Shop', '1002')
  const claire = await gym.join('Claire')
  lead = await makeFullLead(test, gym, claire, '+33612345678')
  telegram = await openFakeTelegram()
  bot = createStaffBot({
    token: `4200:${'x'.repeat(35)}`,
    apiRoot: telegram.apiRoot,
    desk: test.desk,
    words: testWords,
    log: createLog('silent'),
    files: {
      open: () => Promise.reject(new Error('no file')),
      link: () => 'https://desk.example.com/media/x',
    },
    publicUrl: () => 'https://desk.example.com',
  })
})
afterAll(async () => {
  await bot.close()
  await telegram.close()
  await test.close()
})

/** Who the shop's owner is for Telegram. */
async function ownersNumber(): Promise<number> {
  const [owner] = await test.rows<{ id: number }>(
    `select telegram_user_id::float8 as id from member where organization_id = $1 and role = 'owner'`,
    [shop.organizationId],
  )
  return owner?.id ?? 0
}

/** Presses a button in the private chat of the shop's owner, as anybody can who knows how Telegram's calls look. */
async function press(data: string, below = 40): Promise<void> {
  updates += 1
  const id = await ownersNumber()
  const from = { id, is_bot: false, first_name: 'Sam', language_code: 'en' }
  const chat = { id, type: 'private', first_name: 'Sam' }
  const message = { message_id: below, date: 1_795_000_000, chat, text: 'ours' }
  const call = { id: String(updates), from, chat_instance: 'c', data, message }
  await bot.handleUpdate(Buffer.from(JSON.stringify({ update_id: updates, callback_query: call })))
}

/** Everything that an organization has, table by table. */
async function stateOf(organizationId: string): Promise<Record<string, string>> {
  const tables = await test.rows<{ name: string }>(
    `select c.table_name as name from information_schema.columns c
     join information_schema.tables t on t.table_name = c.table_name and t.table_schema = 'public' and t.table_type = 'BASE TABLE'
     where c.table_schema = 'public' and c.column_name = 'organization_id' order by 1`,
  )
  const state: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await test.rows<{ hash: string | null }>(
      `select md5(string_agg(t::text, '|' order by t::text)) as hash from ${name} t where organization_id = $1`,
      [organizationId],
    )
    state[name] = row?.hash ?? ''
  }
  return state
}

it('every kind of button of another organization is refused: nothing of it changes or is told, and it is written down', async () => {
  const roleInput = { name: 'Night shift', permissions: ['leads.work' as const] }
  const { roleId } = await test.desk.perform(gym.owner, 'saveRole', roleInput)
  const ids = [
    lead.leadId,
    lead.messageId,
    lead.reminderId,
    lead.contactId,
    lead.suggestionId,
    lead.mergeId,
    lead.tagId,
    lead.attachmentId,
    lead.quickReplyId,
    gym.owner.memberId,
    gym.channelAccountId,
    roleId,
    lead.draftId,
  ].map(shortId)
  const { importId } = await test.desk.perform(gym.owner, 'beginImport', {
    fileName: 'people.csv',
    source: { network: 'telegram_staff', mediaId: 'F1' },
    language: 'en',
    origin: { account: '7', chat: '1', message: 1 },
  })
  const before = await stateOf(gym.organizationId)
  const presses = actions.flatMap(({ verb }) => ids.map((id) => `${verb}:${id}`))
  // Most buttons carry a word behind their row, and some a second row.
  const words = ['yes', 'contacted', ids[9]]
  presses.push(...actions.flatMap(({ verb }) => words.map((word) => `${verb}:${ids[0]}:${word}`)))
  // What stands apart from its wizard, one after another: a member is in one wizard at a time.
  for (const choice of ['columns-0', 'as-0-email', 'check', 'start', 'stop']) {
    const data = standingButton('import', shortId(importId), choice)
    await press(data)
    presses.push(data)
  }
  const rest = presses.filter((data) => !data.startsWith('stand:'))
  for (let at = 0; at < rest.length; at += 6) await Promise.all(rest.slice(at, at + 6).map(press))

  expect(await stateOf(gym.organizationId)).toEqual(before)
  const told = await test.rows<{ content: object }>(
    'select content from staff_post where organization_id = $1',
    [shop.organizationId],
  )
  expect(JSON.stringify(told)).not.toContain(lead.mark)
  expect(JSON.stringify(telegram.calls)).not.toContain(lead.mark)
  // Each press was answered, whatever it said: no button spins for ever.
  expect(telegram.of('answerCallbackQuery').length).toBe(presses.length)
  const refused = await test.rows<{ action: string }>(
    `select distinct action from audit_entry where organization_id = $1 and actor = $2 and outcome = 'refused' order by 1`,
    [shop.organizationId, `member:${shop.owner.memberId}`],
  )
  expect(refused.map(({ action }) => action)).toEqual(
    expect.arrayContaining([
      'claimLead',
      'findLead',
      'readImport',
      'removeMember',
      'saveRole',
      'undoMerge',
      'changeMemberRole',
    ]),
  )
}, 90_000)

it('no button of ours does anything for somebody who has left', async () => {
  const leaver = await gym.join('Leaver', 'admin')
  await test.desk.perform(gym.owner, 'removeMember', { memberId: leaver.memberId })
  const before = await stateOf(gym.organizationId)
  const from = { id: leaver.person.telegramUserId, is_bot: false, first_name: 'Leaver' }
  const chat = { ...from, type: 'private' }
  for (const [index, { verb }] of actions.entries()) {
    const message = { message_id: 40, date: 1_795_000_000, chat, text: 'ours' }
    const call = {
      id: `l${index}`,
      from,
      chat_instance: 'c',
      data: `${verb}:${shortId(lead.leadId)}`,
      message,
    }
    await bot.handleUpdate(Buffer.from(JSON.stringify({ update_id: 900_000 + index, callback_query: call })))
  }
  expect(await stateOf(gym.organizationId)).toEqual(before)
})

type House = typeof gym

/** One row of each kind that a button can name, by its short id. */
async function makeRows(house: House, phone: string): Promise<Rows> {
  const worker = await house.join(`Worker ${phone}`)
  const full = await makeFullLead(test, house, worker, phone)
  const { organizationId, owner, channelAccountId } = house
  const [team, rule, proposal, template, list] = Array.from({ length: 5 }, newId)
  const { roleId } = await test.desk.perform(owner, 'saveRole', {
    name: `Role ${phone}`,
    permissions: ['leads.work'],
  })
  const origin = { account: '7', chat: phone, message: 1 }
  const { channelAccountId: form } = await test.desk.perform(owner, 'addForm', {
    network: 'forms',
    name: 'Form',
    origin,
  })
  const later = new Date(Date.now() + 3_600_000).toISOString()
  await test.rows('insert into team (organization_id, id, name) values ($1, $2, $3)', [
    organizationId,
    team,
    `Team ${phone}`,
  ])
  await test.desk.perform(owner, 'addAssignmentRule', {
    ruleId: rule ?? '',
    target: { memberIds: [worker.memberId] },
  })
  await test.rows(
    `insert into channel_proposal (organization_id, id, member_id, network, external_id, name, expires_at)
     values ($1, $2, $3, 'whatsapp', '9', 'Found', $4)`,
    [organizationId, proposal, owner.memberId, later],
  )
  await test.rows(
    `insert into message_template (organization_id, id, channel_account_id, name, language, category, status)
     values ($1, $2, $3, 'hello', 'en', 'UTILITY', 'APPROVED')`,
    [organizationId, template, channelAccountId],
  )
  await test.rows(
    `insert into contact_import (organization_id, id, by_id, idempotency_key, language, source, file_name, state, format, columns, mapping)
     values ($1, $2, $3, $4, 'en', '{}', 'people.csv', 'mapping', '{}', '[]', '{}')`,
    [organizationId, list, owner.memberId, phone],
  )
  const [conversation] = await test.rows<{ id: string }>(
    'select conversation_id as id from message where id = $1',
    [full.messageId],
  )
  const rows = {
    lead: full.leadId,
    member: worker.memberId,
    contact: full.contactId,
    suggestion: full.suggestionId,
    merge: full.mergeId,
    tag: full.tagId,
    attachment: full.attachmentId,
    quickReply: full.quickReplyId,
    reminder: full.reminderId,
    draft: full.draftId,
    channel: channelAccountId,
    form,
    template: template ?? '',
    proposal: proposal ?? '',
    role: roleId,
    team: team ?? '',
    rule: rule ?? '',
    list: list ?? '',
    conversation: conversation?.id ?? '',
  }
  return Object.fromEntries(Object.entries(rows).map(([name, id]) => [name, shortId(id)])) as unknown as Rows
}

it('has a case for every kind of button that there is', () => {
  const verbs = [...actions.map(({ verb }) => verb), wizardVerb, standingVerb]
  expect(Object.keys(foreignPresses).sort()).toEqual(verbs.sort())
})

/** Wizards say below what was pressed why they end, and not over the button, whose patience is shorter than theirs. */
const telling = (verb: string) => verb === 'begin' || verb === standingVerb

/** The refusals in the chat of the shop's owner. */
const told = () =>
  test.rows<{ html: string }>(
    `select content ->> 'html' as html from staff_post
     where organization_id = $1 and content ->> 'html' like '⚠️%' order by id`,
    [shop.organizationId],
  )

/** A refused answer to a lead of the shop's in its owner's chat, on which some buttons stand. Its number there: 41. */
async function showDraft(own: Rows): Promise<void> {
  const leadId = longId(own.lead) ?? ''
  const chat = { id: String(await ownersNumber()), kind: 'private' as const }
  const draft = { leadId, body: 'Hello', origin: { account: '4200', chat: chat.id, message: 39 } }
  const content = { method: 'send', html: 'Refused', draft }
  const key = 'refused:39'
  await test.desk.perform(shop.system, 'putPosts', { posts: [{ chat, key, leadId, urgency: 1, content }] })
  await test.rows(`update staff_post set external_id = 41, state = 'sent' where key = $1`, [key])
}

it('each kind of button, with what it carries elsewhere, is refused in words and written down', async () => {
  const theirs = await makeRows(gym, '+33612345001')
  const own = await makeRows(shop, '+33612345002')
  await showDraft(own)
  const before = await stateOf(gym.organizationId)
  const refusals = async () =>
    (
      await test.rows<{ count: number }>(
        `select count(*)::int as count from audit_entry where organization_id = $1 and actor = $2 and outcome = 'refused'`,
        [shop.organizationId, `member:${shop.owner.memberId}`],
      )
    )[0]?.count ?? 0
  const wrong: string[] = []
  const noButton = testWords.in('en')('error-button-outdated')
  for (const [verb, partsOf] of Object.entries(foreignPresses)) {
    for (const parts of partsOf(theirs, own)) {
      const data = [verb, ...parts].join(':')
      const traces = await refusals()
      const { length: toldBefore } = await told()
      await press(data, 41)
      const { text = '', show_alert: stays } = telling(verb)
        ? { text: (await told())[toldBefore]?.html, show_alert: true }
        : (telegram.of('answerCallbackQuery').at(-1) ?? {})
      if (stays !== true || text === '') wrong.push(`${data} is not refused: ${text}`)
      // Else the case proves nothing: no button carries this.
      else if (text === noButton) wrong.push(`${data} is no button`)
      if ((await refusals()) === traces) wrong.push(`${data} is not written down: ${text}`)
    }
  }
  expect(wrong).toEqual([])
  expect(await stateOf(gym.organizationId)).toEqual(before)
}, 90_000)
