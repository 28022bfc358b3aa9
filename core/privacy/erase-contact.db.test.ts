import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { newId } from '../new-id.ts'
import { indexPending } from '../search/index-pending.ts'
import { createTestPort } from '../testing/create-test-port.ts'
import { makeFullLead } from '../testing/make-full-lead.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { inboundMessage, writeIn } from '../testing/write-in.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let claire: Awaited<ReturnType<typeof gym.join>>
let lead: Awaited<ReturnType<typeof makeFullLead>>
let people = 0

beforeAll(async () => {
  test = await openTestCore({ channels: [createTestPort()] })
  gym = await test.makeOrganization('Atlas Gym', '1001')
  claire = await gym.join('Claire')
})
afterAll(() => test.close())
beforeEach(async () => {
  people += 1
  lead = await makeFullLead(test, gym, claire, `+336399801${String(people).padStart(2, '0')}`)
})

const indexed = async () => {
  while ((await indexPending(test.core.database)).read > 0);
}
const erase = (actor: typeof gym.owner = gym.owner) =>
  test.desk.perform(actor, 'eraseContact', { leadId: lead.leadId })

/** Where the words stand, table by table. Posts are put right by the edge that made them. */
async function tablesWith(...words: string[]): Promise<string[]> {
  const tables = await test.rows<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'staff_post'`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await test.rows(
      `select 1 from "${name}" t where exists (select from unnest($1::text[]) w where position(lower(w) in lower(t::text)) > 0)`,
      [words],
    )
    if (rows.length > 0) found.push(name)
  }
  return found
}

it('leaves nothing of what was said of a person, written about him, or known by', async () => {
  const { mark, phone, email, leadId } = lead
  await test.desk.perform(claire, 'changeLeadStatus', {
    leadId,
    status: 'lost',
    reason: `${mark} here is rude`,
  })
  const words = [phone.slice(1), email, `${mark} here`, `Merged ${mark}`]
  expect(await tablesWith(...words)).toEqual(
    expect.arrayContaining([
      'activity',
      'attachment',
      'contact',
      'contact_identity',
      'lead',
      'message',
      'note',
      'reminder',
      'reply_draft',
    ]),
  )
  await indexed()
  expect((await test.desk.ask(gym.owner, 'searchLeads', { words: mark })).found).not.toEqual([])
  await erase()
  expect((await test.desk.ask(gym.owner, 'searchLeads', { words: mark })).found).toEqual([])
  await indexed()
  expect(await tablesWith(...words)).toEqual([])
  expect(
    await test.rows(
      `select name, erased_at is not null as erased, erased_by as by from contact where id = $1 or merged_into = $1`,
      [lead.contactId],
    ),
  ).toEqual([
    { name: null, erased: true, by: gym.owner.memberId },
    { name: null, erased: true, by: gym.owner.memberId },
  ])
  expect(await test.rows('select 1 from lead_tag where lead_id = $1', [leadId])).toEqual([])
})

it('counts what would go, and afterwards nothing', async () => {
  const { leadId } = lead
  const counted = await test.desk.ask(gym.owner, 'readErasure', { leadId })
  expect(counted).toEqual({ leads: 1, openLeads: 1, messages: 1, files: 1, notes: 1, reminders: 1 })
  await erase()
  const left = await test.desk.ask(gym.owner, 'readErasure', { leadId })
  expect(left).toEqual({ leads: 1, openLeads: 0, messages: 0, files: 0, notes: 0, reminders: 0 })
})

it('keeps that there was a lead, writes down who erased it, and tells of it once', async () => {
  const { leadId, number, contactId } = lead
  await erase()
  await erase()
  const card = await test.desk.ask(claire, 'findLead', { leadId })
  expect(card).toMatchObject({
    number,
    status: 'lost',
    owner: { id: claire.memberId },
    contact: { name: null, phone: null, username: null, erasedAt: expect.any(Date) },
    attribution: {},
    notes: 0,
    tags: [],
  })
  const events = await test.rows(
    `select data from domain_event where type = 'contact.erased' and data->>'contactId' = $1`,
    [contactId],
  )
  expect(events).toEqual([{ data: { contactId, leadId, byId: gym.owner.memberId } }])
  const audit = await test.rows(
    `select actor, data from audit_entry where action = 'eraseContact' and outcome = 'done' and data->>'contactId' = $1`,
    [contactId],
  )
  expect(audit).toEqual([
    { actor: `member:${gym.owner.memberId}`, data: { contactId, leads: 1, messages: 1, notes: 1 } },
  ])
})

it('heard again it erases what was written since', async () => {
  const { leadId } = lead
  await erase()
  await test.desk.perform(claire, 'addNote', { leadId, body: 'It was Xenophon', idempotencyKey: newId() })
  await erase()
  expect(await test.rows('select 1 from note where lead_id = $1', [leadId])).toEqual([])
})

it('takes whoever writes again for somebody new, and is not undone by a message that comes again', async () => {
  const { phone, leadId, contactId, messageId } = lead
  const [old] = await test.rows<{ externalId: string }>(
    'select external_id as "externalId" from message where id = $1',
    [messageId],
  )
  await erase()
  const person = {
    name: 'Back',
    identities: [{ kind: 'phone' as const, value: phone, address: phone.slice(1) }],
  }
  await writeIn(test, [
    inboundMessage('1001', { person, externalId: old?.externalId ?? '', body: 'old words' }),
  ])
  expect(await tablesWith('old words')).toEqual([])
  const again = await writeIn(test, [inboundMessage('1001', { person, body: 'Hello again' })])
  expect(again.leadId).not.toBe(leadId)
  const card = await test.desk.ask(claire, 'findLead', { leadId: again.leadId })
  expect(card.contact).toMatchObject({ name: 'Back', phone, erasedAt: null })
  expect(card.contact.id).not.toBe(contactId)
  expect(card.earlierLeads).toBe(0)
})

it('calls off what waits to be sent', async () => {
  const { leadId } = lead
  const origin = { account: '7', chat: '5', message: 100 + people }
  await test.desk.perform(claire, 'queueReply', { leadId, body: 'See you at six', origin })
  await erase()
  expect(
    await test.rows(
      'select 1 from outbound_send s join message m on m.id = s.message_id where m.lead_id = $1',
      [leadId],
    ),
  ).toEqual([])
  expect(await tablesWith('See you at six')).toEqual([])
})

it('is for those whose role has it, and who see all that the person is', async () => {
  const { leadId, contactId } = lead
  await expect(erase(claire)).rejects.toMatchObject({ kind: 'forbidden' })
  const { roleId } = await test.desk.perform(gym.owner, 'saveRole', {
    name: `Eraser ${people}`,
    permissions: ['leads.work', 'contacts.erase'],
    scope: 'own',
  })
  const eraser = await gym.join('Eraser')
  await test.desk.perform(gym.owner, 'changeMemberRole', { memberId: eraser.memberId, to: { roleId } })
  await expect(erase(eraser)).rejects.toMatchObject({ code: 'lead-not-found' })
  await test.desk.perform(gym.owner, 'assignLead', { leadId, memberId: eraser.memberId })
  await test.rows(
    `insert into lead (organization_id, id, number, contact_id, status, owner_id, source, last_message_at, closed_at)
     values ($1, $2, $3, $4, 'lost', $5, 'manual', now(), now())`,
    [gym.organizationId, newId(), 900 + people, contactId, claire.memberId],
  )
  await expect(erase(eraser)).rejects.toMatchObject({ code: 'erase-out-of-sight' })
  expect((await test.desk.ask(claire, 'findLead', { leadId })).contact.name).toBe(lead.mark)
  await erase(await gym.join('Adam', 'admin'))
  expect((await test.desk.ask(gym.owner, 'findLead', { leadId })).contact.name).toBeNull()
})

it('the application itself takes no note of somebody who was not erased', async () => {
  const forget = () =>
    test.core.database.transaction({ organizationId: gym.organizationId }, (sql) =>
      sql.query('select forget_written($1, $2) as id', [[lead.leadId], []]),
    )
  expect(await forget()).toEqual([])
  expect(await test.rows('select id from note where lead_id = $1', [lead.leadId])).toEqual([
    { id: lead.noteId },
  ])
})
