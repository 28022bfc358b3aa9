import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../channels/inbound-item.ts'
import { newId } from '../new-id.ts'
import { createTestPort } from '../testing/create-test-port.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { inboundMessage, somePerson, writeIn } from '../testing/write-in.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let claire: Awaited<ReturnType<typeof gym.join>>
let omar: typeof claire
/** Prepares answers and sends none. */
let tina: typeof claire

beforeAll(async () => {
  test = await openTestCore({ channels: [createTestPort()] })
  gym = await test.makeOrganization('Atlas Gym', '1001')
  claire = await gym.join('Claire')
  omar = await gym.join('Omar')
  tina = await gym.join('Tina')
  const trainee = { name: 'Trainee', permissions: ['leads.draft' as const] }
  const { roleId } = await test.desk.perform(gym.owner, 'saveRole', trainee)
  await test.desk.perform(gym.owner, 'changeMemberRole', { memberId: tina.memberId, to: { roleId } })
})
afterAll(() => test.close())

type Who = typeof gym.owner
let place = 0
const origin = () => {
  place += 1
  return { account: '7', chat: '9', message: place }
}
const writes = (person: Person, body: string, sentAt = new Date()) =>
  writeIn(test, [inboundMessage('1001', { person, body, sentAt })])
const draftOf = (leadId: string, actor: Who = claire) => test.desk.ask(actor, 'readDraft', { leadId })
const write = (actor: Who, leadId: string, text: string, idempotencyKey: string = newId()) =>
  test.desk.perform(actor, 'writeDraft', { leadId, text, idempotencyKey })
const send = (actor: Who, draftId: string, more: { revision?: number; confirmed?: string } = {}) =>
  test.desk.perform(actor, 'sendDraft', { draftId, revision: 1, origin: origin(), ...more })
const edit = (actor: Who, draftId: string, text: string, revision = 1) =>
  test.desk.perform(actor, 'editDraft', { draftId, revision, text })
const discard = (actor: Who, draftId: string, revision = 1) =>
  test.desk.perform(actor, 'discardDraft', { draftId, revision })
const answersIn = (leadId: string) =>
  test.rows<{ body: string; by: string }>(
    `select body, author_id as by from message where lead_id = $1 and direction = 'outbound' order by id`,
    [leadId],
  )
const states = async (leadId: string) =>
  (
    await test.rows<{ line: string }>(
      `select text || ': ' || state as line from reply_draft where lead_id = $1 order by id`,
      [leadId],
    )
  ).map(({ line }) => line)

/** A lead whose person has asked, with a draft of Tina's. */
async function makeDraft(text = 'From 7 on') {
  const person = somePerson()
  const asked = await writes(person, 'When do you open?')
  const { draftId } = await write(tina, asked.leadId, text)
  return { person, draftId, ...asked }
}

describe('a draft', () => {
  it('waits where everybody who sees the lead sees it, and goes as a message of whoever sends it', async () => {
    const { leadId, draftId } = await makeDraft()
    expect(await answersIn(leadId)).toEqual([])
    expect((await test.desk.ask(omar, 'findLead', { leadId })).draft).toEqual({ id: draftId, author: 'Tina' })
    const viewer = await gym.join('Vera', 'viewer')
    expect(await draftOf(leadId, viewer)).toMatchObject({
      id: draftId,
      text: 'From 7 on',
      author: 'Tina',
      editor: null,
      isChanged: false,
      since: [],
    })
    await send(claire, draftId)
    expect(await answersIn(leadId)).toEqual([{ body: 'From 7 on', by: claire.memberId }])
    expect(await draftOf(leadId)).toBeNull()
    const card = await test.desk.ask(omar, 'findLead', { leadId })
    expect(card, 'whoever answers a lead that nobody has, has it').toMatchObject({
      draft: null,
      owner: { id: claire.memberId },
      status: 'contacted',
    })
    const told = await test.rows<{ data: object }>(
      `select data from domain_event where type = 'draft.changed' and data->>'draftId' = $1 order by id`,
      [draftId],
    )
    expect(told.map(({ data }) => data)).toMatchObject([
      { leadId, change: 'written', byId: tina.memberId },
      { leadId, change: 'sent', byId: claire.memberId },
    ])
    const history = await test.desk.ask(omar, 'readHistory', { leadId })
    expect(history.filter(({ kind }) => kind.startsWith('draft.'))).toMatchObject([
      { kind: 'draft.written', by: 'Tina' },
      { kind: 'draft.sent', by: 'Claire' },
    ])
  })

  it('is one of a lead: another takes its place, and its writer hears of whose', async () => {
    const { leadId, draftId } = await makeDraft()
    const key = newId()
    const second = await write(claire, leadId, 'From 8 on', key)
    expect(second.replaced).toEqual({ authorId: tina.memberId, by: 'Tina' })
    expect(await write(claire, leadId, 'From 8 on', key)).toMatchObject({
      draftId: second.draftId,
      replaced: null,
    })
    expect(await states(leadId)).toEqual(['From 7 on: outdated', 'From 8 on: waiting'])
    await expect(send(claire, draftId)).rejects.toMatchObject({ code: 'draft-replaced' })
    const atOnce = await Promise.allSettled([write(omar, leadId, 'A'), write(claire, leadId, 'B')])
    expect(atOnce.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    expect((await states(leadId)).filter((line) => line.endsWith('waiting'))).toHaveLength(1)
  })

  it('goes once when two press at once: the other is told who was faster', async () => {
    const { leadId, draftId } = await makeDraft()
    const pressed = await Promise.allSettled([claire, omar].map((actor) => send(actor, draftId)))
    const refused = pressed.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    const winner = pressed[0]?.status === 'fulfilled' ? 'Claire' : 'Omar'
    expect(refused.reason).toMatchObject({ kind: 'conflict', code: 'draft-sent', data: { name: winner } })
    expect(await answersIn(leadId)).toHaveLength(1)
    const again = await send(winner === 'Claire' ? claire : omar, draftId)
    expect(again.leadId, 'heard again, it has gone').toBe(leadId)
    expect(await answersIn(leadId)).toHaveLength(1)
  })

  it('can be changed and thrown away, by whoever has read the words that it has', async () => {
    const { leadId, draftId } = await makeDraft()
    expect(await edit(omar, draftId, 'From 7 on, every day')).toEqual({ leadId, revision: 2 })
    expect(await edit(omar, draftId, 'From 7 on, every day'), 'heard twice').toEqual({ leadId, revision: 2 })
    expect(await draftOf(leadId)).toMatchObject({ author: 'Tina', editor: 'Omar', revision: 2 })
    for (const act of [send(claire, draftId), edit(claire, draftId, 'No'), discard(claire, draftId)]) {
      await expect(act).rejects.toMatchObject({ code: 'draft-changed', data: { name: 'Omar' } })
    }
    await discard(claire, draftId, 2)
    await discard(claire, draftId, 2)
    await expect(send(omar, draftId, { revision: 2 })).rejects.toMatchObject({
      code: 'draft-discarded',
      data: { name: 'Claire' },
    })
    expect(await answersIn(leadId)).toEqual([])
  })
})

describe('a draft for a conversation that has gone on', () => {
  it('is not sent until somebody has seen what was said since, each time', async () => {
    const { leadId, draftId, person } = await makeDraft()
    await writes(person, 'And on Sundays?')
    await expect(send(claire, draftId)).rejects.toMatchObject({ code: 'draft-conversation-changed' })
    const shown = await draftOf(leadId)
    expect(shown).toMatchObject({
      isChanged: true,
      sinceCount: 1,
      since: [{ direction: 'inbound', body: 'And on Sundays?', by: null }],
    })
    await writes(person, 'Forget it')
    const confirmed = shown?.seen ?? ''
    await expect(send(claire, draftId, { confirmed })).rejects.toMatchObject({
      code: 'draft-conversation-changed',
    })
    expect(await answersIn(leadId)).toEqual([])
    const again = (await draftOf(leadId))?.seen ?? ''
    await send(claire, draftId, { confirmed: again })
    expect(await answersIn(leadId)).toHaveLength(1)
  })

  it('nor when it went on by what is easily missed: a late message, a rewritten one, a colleague’s answer', async () => {
    const late = await makeDraft()
    await writes(late.person, 'Hello?', new Date(Date.now() - 3_600_000))
    const rewritten = await makeDraft()
    await test.rows(`update message set body = 'When do you close?', edited_at = now() where id = $1`, [
      rewritten.messageId,
    ])
    const answered = await makeDraft()
    await test.desk.perform(omar, 'queueReply', { leadId: answered.leadId, body: 'At 7', origin: origin() })
    for (const { draftId } of [late, rewritten, answered]) {
      await expect(send(claire, draftId)).rejects.toMatchObject({ code: 'draft-conversation-changed' })
    }
    expect((await draftOf(answered.leadId))?.since).toMatchObject([
      { direction: 'outbound', body: 'At 7', by: 'Omar' },
    ])
    expect(await draftOf(rewritten.leadId)).toMatchObject({ isChanged: true, sinceCount: 0, since: [] })
  })

  it('nor when what the person wrote since is another lead, of which only those are told who see it', async () => {
    const { leadId, draftId, person } = await makeDraft()
    await test.desk.perform(omar, 'claimLead', { leadId })
    await test.desk.perform(omar, 'changeLeadStatus', { leadId, status: 'converted' })
    await test.rows(
      `update lead set closed_at = now() - interval '1 year', last_message_at = now() - interval '1 year'
       where id = $1`,
      [leadId],
    )
    const next = await writes(person, 'One more thing')
    expect(next.leadId).not.toBe(leadId)
    await expect(send(claire, draftId)).rejects.toMatchObject({ code: 'draft-conversation-changed' })
    await test.desk.perform(claire, 'claimLead', { leadId: next.leadId })
    const { roleId } = await test.desk.perform(gym.owner, 'saveRole', {
      name: 'Own',
      permissions: ['leads.work'],
      scope: 'own',
    })
    await test.desk.perform(gym.owner, 'changeMemberRole', { memberId: omar.memberId, to: { roleId } })
    expect(await draftOf(leadId, omar)).toMatchObject({ isChanged: true, sinceCount: 1, since: [] })
    await test.desk.perform(gym.owner, 'changeMemberRole', { memberId: omar.memberId, to: { role: 'agent' } })
    expect(await draftOf(leadId, omar)).toMatchObject({ since: [{ body: 'One more thing' }] })
  })

  it('goes with other words, which were written for it', async () => {
    const { leadId, draftId, person } = await makeDraft()
    await writes(person, 'And on Sundays?')
    await edit(claire, draftId, 'From 7 on, on Sundays from 9')
    await send(omar, draftId, { revision: 2 })
    expect((await answersIn(leadId)).map(({ body }) => body)).toEqual(['From 7 on, on Sundays from 9'])
  })
})

it('whose reply window has closed is refused in the words of any answer, and waits on', async () => {
  const person = somePerson()
  const { leadId } = await writes(person, 'Hello', new Date(Date.now() - 30 * 3_600_000))
  const { draftId } = await write(claire, leadId, 'Good morning')
  await expect(send(claire, draftId)).rejects.toMatchObject({ code: 'reply-window-closed' })
  expect(await draftOf(leadId)).toMatchObject({ id: draftId, state: 'waiting' })
  expect((await test.desk.ask(claire, 'findLead', { leadId })).owner, 'nothing of it is left').toBeNull()
})

describe('who may', () => {
  it('prepare answers only writes, and changes and throws away his own', async () => {
    const { leadId, draftId } = await makeDraft()
    await expect(send(tina, draftId)).rejects.toMatchObject({ kind: 'forbidden' })
    await edit(tina, draftId, 'From half past 7 on')
    await discard(tina, draftId, 2)
    const { draftId: others } = await write(claire, leadId, 'From 8 on')
    await expect(edit(tina, others, 'Mine')).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(discard(tina, others)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(write(tina, leadId, 'Mine')).rejects.toMatchObject({
      code: 'draft-of-other',
      data: { name: 'Claire' },
    })
    const note = test.desk.perform(tina, 'addNote', { leadId, body: 'Hm', idempotencyKey: newId() })
    await expect(note, 'and nothing else of a lead').rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('only look writes none', async () => {
    const { leadId } = await makeDraft()
    const viewer = await gym.join('Vito', 'viewer')
    await expect(write(viewer, leadId, 'Mine')).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('leave does not take along what he prepared', async () => {
    const leaver = await gym.join('Leaver')
    const { leadId } = await writes(somePerson(), 'Hello')
    const { draftId } = await write(leaver, leadId, 'Good morning')
    await test.desk.perform(leaver, 'claimLead', { leadId })
    await test.desk.perform(gym.owner, 'removeMember', {
      memberId: leaver.memberId,
      successorId: claire.memberId,
    })
    await expect(send(leaver, draftId)).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await draftOf(leadId)).toMatchObject({ author: 'Leaver' })
    await send(claire, draftId)
    expect(await answersIn(leadId)).toHaveLength(1)
  })
})

describe('two leads that become one', () => {
  const merge = async (keptLead: string, mergedLead: string) => {
    const [keptId, mergedId] = await Promise.all(
      [keptLead, mergedLead].map(
        async (leadId) => (await test.desk.ask(claire, 'findLead', { leadId })).contact.id,
      ),
    )
    return test.desk.perform(gym.owner, 'mergeContacts', { keptId: keptId ?? '', mergedId: mergedId ?? '' })
  }

  it('keep the newer draft waiting, for a look at the whole conversation, and each has its own again when they are parted', async () => {
    const [older, younger] = [await makeDraft('Older'), await makeDraft('Younger')]
    const { mergeId } = await merge(older.leadId, younger.leadId)
    expect(await states(older.leadId)).toEqual(['Older: outdated', 'Younger: waiting'])
    expect(await draftOf(older.leadId)).toMatchObject({ id: younger.draftId, isChanged: true })
    await expect(send(claire, younger.draftId)).rejects.toMatchObject({ code: 'draft-conversation-changed' })
    await test.desk.perform(gym.owner, 'undoMerge', { mergeId })
    expect(await states(older.leadId)).toEqual(['Older: waiting'])
    expect(await states(younger.leadId)).toEqual(['Younger: waiting'])
    expect(await draftOf(older.leadId), 'and each conversation is what it was').toMatchObject({
      isChanged: false,
    })
    await send(claire, younger.draftId)
  })

  it('part with what was done with their drafts meanwhile', async () => {
    const [older, younger] = [await makeDraft('Older'), await makeDraft('Younger')]
    const { mergeId } = await merge(older.leadId, younger.leadId)
    await write(claire, older.leadId, 'Of both')
    await test.desk.perform(gym.owner, 'undoMerge', { mergeId })
    expect(await states(older.leadId)).toEqual(['Older: outdated', 'Of both: waiting'])
    expect(await states(younger.leadId)).toEqual(['Younger: outdated'])
  })
})

it('is gone with its person, and none is written for him any more', async () => {
  const { leadId, draftId } = await makeDraft('Dear Xenophon')
  await test.desk.perform(gym.owner, 'eraseContact', { leadId })
  expect(await states(leadId)).toEqual([])
  await expect(send(claire, draftId)).rejects.toMatchObject({ code: 'draft-not-found' })
  await expect(write(claire, leadId, 'Dear Xenophon')).rejects.toMatchObject({ code: 'draft-for-erased' })
})
