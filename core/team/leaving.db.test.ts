import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../new-id.ts'
import { createTestPort } from '../testing/create-test-port.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { inboundMessage, somePerson, writeIn } from '../testing/write-in.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>

beforeAll(async () => {
  test = await openTestCore({ channels: [createTestPort()] })
  gym = await test.makeOrganization('Atlas Gym', '1001')
})
afterAll(() => test.close())

type Member = Awaited<ReturnType<typeof gym.join>>

/** Somebody with two open leads and a closed one, a reminder, and quick replies of his own. */
async function makeLeaver(name: string) {
  const leaver = await gym.join(name)
  const leads: string[] = []
  for (let count = 0; count < 3; count += 1) {
    const { leadId } = await writeIn(test, [inboundMessage('1001', { person: somePerson() })])
    await test.desk.perform(leaver, 'claimLead', { leadId })
    leads.push(leadId)
  }
  const [one = '', , closed = ''] = leads
  await test.desk.perform(leaver, 'changeLeadStatus', { leadId: closed, status: 'converted' })
  const { reminderId } = await test.desk.perform(leaver, 'addReminder', {
    leadId: one,
    dueAt: new Date(Date.now() + 3_600_000),
    idempotencyKey: newId(),
  })
  for (const shortcut of ['hours', `of-${name.toLowerCase()}`]) {
    await test.desk.perform(leaver, 'saveQuickReply', { shortcut, body: `Says ${name}` })
  }
  return { leaver, open: leads.slice(0, 2), closed, reminderId }
}

const ownersOf = async (leadIds: string[]) =>
  (
    await test.rows<{ owner: string | null }>('select owner_id as owner from lead where id = any($1)', [
      leadIds,
    ])
  ).map(({ owner }) => owner)
const repliesOf = async (actor: Member | typeof gym.owner) =>
  (await test.desk.ask(actor, 'listQuickReplies', { limit: 100 })).replies
    .map(({ shortcut }) => shortcut)
    .sort()

it('says what hangs on a member before he leaves', async () => {
  const { leaver } = await makeLeaver('Lena')
  expect(await test.desk.ask(gym.owner, 'readLeaving', { memberId: leaver.memberId })).toEqual({
    id: leaver.memberId,
    name: 'Lena',
    leads: 2,
    reminders: 1,
    quickReplies: 2,
  })
  await expect(test.desk.ask(leaver, 'readLeaving', { memberId: leaver.memberId })).rejects.toMatchObject({
    kind: 'forbidden',
  })
})

it('gives the open leads of whoever leaves to his successor, with reminders and quick replies', async () => {
  const { leaver, open, closed, reminderId } = await makeLeaver('Leo')
  const rosa = await gym.join('Rosa')
  await test.desk.perform(rosa, 'saveQuickReply', { shortcut: 'hours', body: 'Says Rosa' })
  const input = { memberId: leaver.memberId, successorId: rosa.memberId }
  await test.desk.perform(gym.owner, 'removeMember', input)
  await test.desk.perform(gym.owner, 'removeMember', input)
  expect(await ownersOf(open)).toEqual([rosa.memberId, rosa.memberId])
  expect(await ownersOf([closed])).toEqual([leaver.memberId])
  expect((await test.desk.ask(rosa, 'readReminder', { reminderId })).for.id).toBe(rosa.memberId)
  expect(await repliesOf(rosa)).toEqual(['hours', 'hours-2', 'of-leo'])
  const audit = await test.rows<{ data: object }>(
    `select data from audit_entry where action = 'removeMember' and outcome = 'done' and data->>'memberId' = $1`,
    [leaver.memberId],
  )
  expect(audit.map(({ data }) => data)).toEqual([
    { memberId: leaver.memberId, leads: 2, successorId: rosa.memberId, quickReplies: 'keep' },
  ])
})

it('puts them back where everybody finds them where there is none, and drops the quick replies that are not wanted', async () => {
  const { leaver, open } = await makeLeaver('Lisa')
  const before = await repliesOf(gym.owner)
  await test.desk.perform(gym.owner, 'removeMember', { memberId: leaver.memberId, quickReplies: 'drop' })
  expect(await ownersOf(open)).toEqual([null, null])
  expect(await repliesOf(gym.owner)).toEqual(before)
  expect(await test.rows('select 1 from quick_reply where owner_id = $1', [leaver.memberId])).toEqual([])
})

it('gives nothing to a successor who does not work leads, and then removes nobody', async () => {
  const { leaver } = await makeLeaver('Lars')
  const viewer = await gym.join('Vera', 'viewer')
  for (const successorId of [viewer.memberId, leaver.memberId, newId()]) {
    await expect(
      test.desk.perform(gym.owner, 'removeMember', { memberId: leaver.memberId, successorId }),
    ).rejects.toMatchObject({ code: 'assignee-unfit' })
  }
  expect((await test.desk.ask(leaver, 'listInbox', { whose: 'mine' })).total).toBe(2)
})

it('ends all at once: nothing of his is done, told or let in by his links; and he may come back', async () => {
  const admin = await gym.join('Adam', 'admin')
  const { code } = await test.desk.perform(admin, 'inviteMember', { role: 'agent' })
  const chat = { id: String(admin.person.telegramUserId), kind: 'private' as const }
  const post = { chat, key: 'news', urgency: 1 as const, content: { method: 'send', html: 'News' } }
  await test.desk.perform(gym.system, 'putPosts', { posts: [post] })
  await test.desk.perform(gym.owner, 'removeMember', { memberId: admin.memberId })
  await expect(test.desk.ask(admin, 'listInbox', {})).rejects.toMatchObject({ code: 'not-a-member' })
  expect(await test.rows(`select state from staff_post where chat_id = $1`, [chat.id])).toEqual([
    { state: 'failed' },
  ])
  const guest = {
    kind: 'person' as const,
    organizationId: gym.organizationId,
    person: { telegramUserId: 5, name: 'Eve' },
  }
  const accept = (actor: typeof guest, secret: string) =>
    test.desk.perform(actor, 'acceptInvitation', { secret })
  await expect(accept(guest, code.slice(22))).rejects.toMatchObject({ code: 'invitation-unknown' })
  const again = await test.desk.perform(gym.owner, 'inviteMember', { role: 'viewer' })
  const back = await accept({ ...guest, person: admin.person }, again.code.slice(22))
  expect(back.memberId).toBe(admin.memberId)
  const [row] = await test.rows('select role, role_id, team_id, state from member where id = $1', [
    back.memberId,
  ])
  expect(row).toEqual({ role: 'viewer', role_id: null, team_id: null, state: 'active' })
})

it('a member who works leads no more has none', async () => {
  const { leaver, open } = await makeLeaver('Lola')
  await test.desk.perform(gym.owner, 'changeMemberRole', {
    memberId: leaver.memberId,
    to: { role: 'viewer' },
  })
  expect(await ownersOf(open)).toEqual([null, null])
})

it('a member who works leads no more hands them to whom it is said, and nobody unfit gets them', async () => {
  const { leaver, open, reminderId } = await makeLeaver('Luca')
  const [tina, viewer] = [await gym.join('Tina'), await gym.join('Vito', 'viewer')]
  const change = (successorId: string, role: 'viewer' | 'admin') =>
    test.desk.perform(gym.owner, 'changeMemberRole', {
      memberId: leaver.memberId,
      to: { role },
      successorId,
    })
  for (const unfit of [viewer.memberId, leaver.memberId, newId()]) {
    await expect(change(unfit, 'viewer')).rejects.toMatchObject({ code: 'assignee-unfit' })
  }
  await change(tina.memberId, 'admin')
  expect(await ownersOf(open), 'an admin works leads too').toEqual([leaver.memberId, leaver.memberId])
  await change(tina.memberId, 'viewer')
  await change(tina.memberId, 'viewer')
  expect(await ownersOf(open)).toEqual([tina.memberId, tina.memberId])
  expect((await test.desk.ask(tina, 'readReminder', { reminderId })).for.id).toBe(tina.memberId)
  const audit = await test.rows<{ data: object }>(
    `select data from audit_entry where action = 'changeMemberRole' and outcome = 'done' and data->>'memberId' = $1
     order by id`,
    [leaver.memberId],
  )
  expect(audit.map(({ data }) => data)).toEqual([
    { memberId: leaver.memberId, from: 'agent', to: 'admin' },
    { memberId: leaver.memberId, from: 'admin', to: 'viewer', leads: 2, successorId: tina.memberId },
  ])
})

it('a role that works leads no more takes them from all who have it, where it is said to whom they go', async () => {
  const make = async (name: string, permissions: 'leads.work'[]) => {
    const { roleId } = await test.desk.perform(gym.owner, 'saveRole', { name, permissions })
    return roleId
  }
  const roleId = await make('Narrow', ['leads.work'])
  const [one, two] = [await makeLeaver('Oda'), await makeLeaver('Olaf')]
  const tina = await gym.join('Tilda')
  for (const { leaver } of [one, two]) {
    const change = { memberId: leaver.memberId, to: { roleId } }
    await test.desk.perform(gym.owner, 'changeMemberRole', change)
  }
  const all = [...one.open, ...two.open]
  expect(await test.desk.ask(gym.owner, 'readRoleWork', { roleId })).toMatchObject({
    name: 'Narrow',
    leads: all.length,
    memberIds: expect.arrayContaining([one.leaver.memberId, two.leaver.memberId]),
  })
  const save = (permissions: 'leads.work'[], leads?: 'free' | { successorId: string }) =>
    test.desk.perform(gym.owner, 'saveRole', { roleId, permissions, ...(leads ? { leads } : {}) })
  for (const unfit of [two.leaver.memberId, newId()]) {
    await expect(save([], { successorId: unfit })).rejects.toMatchObject({ code: 'assignee-unfit' })
  }
  await save(['leads.work'], { successorId: tina.memberId })
  const before = [one.leaver, one.leaver, two.leaver, two.leaver].map(({ memberId }) => memberId).toSorted()
  const owners = async () => (await ownersOf(all)).toSorted()
  expect(await owners(), 'they work leads as before').toEqual(before)
  await save([])
  expect(await owners(), 'nobody said where they go').toEqual(before)
  await save([], { successorId: tina.memberId })
  await save([], { successorId: tina.memberId })
  expect(await ownersOf(all)).toEqual(all.map(() => tina.memberId))
  expect((await test.desk.ask(tina, 'readReminder', { reminderId: one.reminderId })).for.id).toBe(
    tina.memberId,
  )
  const told = await test.rows<{ data: Record<string, unknown> }>(
    `select data from domain_event where type = 'role.changed' and data->>'roleId' = $1`,
    [roleId],
  )
  expect(told.map(({ data }) => data)).toMatchObject([{ successorId: tina.memberId, leads: all.length }])
  const together = await test.rows<{ n: string }>(
    `select data->>'together' as n from domain_event where type = 'lead.assigned' and data->>'leadId' = any($1)
       and data->>'ownerId' = $2`,
    [all, tina.memberId],
  )
  expect(
    together.map(({ n }) => n),
    'among all that go at once',
  ).toEqual(all.map(() => String(all.length)))
})

it('leads of a role that works none any more come free where that is said', async () => {
  const { roleId } = await test.desk.perform(gym.owner, 'saveRole', {
    name: 'Freed',
    permissions: ['leads.work'],
  })
  const { leaver, open } = await makeLeaver('Otto')
  await test.desk.perform(gym.owner, 'changeMemberRole', { memberId: leaver.memberId, to: { roleId } })
  await test.desk.perform(gym.owner, 'saveRole', { roleId, permissions: [], leads: 'free' })
  expect(await ownersOf(open)).toEqual(open.map(() => null))
})

it('says of each lead that changed hands among how many, and names the newest of them', async () => {
  const told = (memberId: string) =>
    test.rows<{ type: string; data: Record<string, unknown> }>(
      `select type, data from domain_event where data->>'previousOwnerId' = $1 or data->>'memberId' = $1 order by type, id`,
      [memberId],
    )
  const [kept, freed] = [await makeLeaver('Nils'), await makeLeaver('Nora')]
  const nina = await gym.join('Nina')
  const [first = '', second = ''] = kept.open
  await test.rows(`update lead set last_inbound_at = now() + interval '1 minute' where id = $1`, [second])
  await test.desk.perform(gym.owner, 'removeMember', {
    memberId: kept.leaver.memberId,
    successorId: nina.memberId,
  })
  const given = (await told(kept.leaver.memberId)).filter(({ type }) => type !== 'member.joined')
  expect(given.map(({ type, data }) => [type, data.together])).toEqual([
    ['lead.assigned', 2],
    ['lead.assigned', 2],
    ['member.removed', undefined],
  ])
  expect(given.at(-1)?.data).toMatchObject({ leads: 2, leadIds: [second, first] })
  const { memberId } = freed.leaver
  await test.desk.perform(gym.owner, 'changeMemberRole', { memberId, to: { role: 'viewer' } })
  const released = (await told(memberId)).filter(({ type }) => type !== 'member.joined')
  expect(released.map(({ type, data }) => [type, data.together ?? data.leads])).toEqual([
    ['lead.released', 2],
    ['lead.released', 2],
    ['member.role-changed', 2],
  ])
})
