import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLog } from '#core/log.ts'
import { shortId } from '#core/new-id.ts'
import { createTestPort } from '#core/testing/create-test-port.ts'
import { makeFullLead } from '#core/testing/make-full-lead.ts'
import { openTestCore, type TestCore } from '#core/testing/open-test-core.ts'
import { actions } from './actions/index.ts'
import { createStaffBot } from './create-staff-bot.ts'
import { testWords } from './testing/open-chat.ts'
import { openFakeTelegram } from './testing/open-fake-telegram.ts'
import { standingButton } from './wizards/engine/standing.ts'

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

/** Presses a button in the private chat of the shop's owner, as anybody can who knows how Telegram's calls look. */
async function press(data: string): Promise<void> {
  updates += 1
  const [owner] = await test.rows<{ id: number }>(
    'select telegram_user_id::float8 as id from member where organization_id = $1',
    [shop.organizationId],
  )
  const from = { id: owner?.id, is_bot: false, first_name: 'Sam', language_code: 'en' }
  const chat = { id: owner?.id, type: 'private', first_name: 'Sam' }
  const message = { message_id: 40, date: 1_795_000_000, chat, text: 'ours' }
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
