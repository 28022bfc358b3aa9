import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

const newLead = async (more = {}) =>
  (await writeIn(test, [inboundMessage('1001', { person: somePerson(), ...more })])).leadId

describe('claiming', () => {
  it('gives the lead to one of ten who press at once; the other nine are told who has it', async () => {
    const leadId = await newLead()
    const agents = []
    for (let index = 0; index < 10; index += 1) agents.push(await gym.join(`Agent ${index}`))
    const results = await Promise.allSettled(
      agents.map((agent) => test.desk.perform(agent, 'claimLead', { leadId })),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const card = await test.desk.ask(gym.owner, 'findLead', { leadId })
    for (const result of results) {
      if (result.status === 'rejected') {
        expect(result.reason).toMatchObject({ code: 'lead-claimed', data: { owner: card.owner?.name } })
      }
    }
    expect(await test.rows(`select 1 from domain_event where type = 'lead.claimed'`)).toHaveLength(1)
  })

  it('may be heard twice from the one who has it', async () => {
    const leadId = await newLead()
    await test.desk.perform(gym.owner, 'claimLead', { leadId })
    await test.desk.perform(gym.owner, 'claimLead', { leadId })
    const claims = await test.rows(`select 1 from activity where lead_id = $1 and kind = 'lead.claimed'`, [
      leadId,
    ])
    expect(claims).toHaveLength(1)
  })

  it('is refused to a viewer, and the attempt is written down', async () => {
    const viewer = await gym.join('Vera', 'viewer')
    const leadId = await newLead()
    await expect(test.desk.perform(viewer, 'claimLead', { leadId })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    const audit = await test.rows(`select action, outcome from audit_entry where actor = $1`, [
      `member:${viewer.memberId}`,
    ])
    expect(audit).toEqual([{ action: 'claimLead', outcome: 'refused' }])
  })
})

describe('the inbox', () => {
  it('shows who waits for an answer, the longest first, then the others, the newest first, page by page', async () => {
    const house = await test.makeOrganization('Inbox House', '7007')
    const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)
    const comes = async (minutes: number, more = {}) =>
      (
        await writeIn(test, [
          inboundMessage('7007', { person: somePerson(), sentAt: minutesAgo(minutes), ...more }),
        ])
      ).leadId
    const waiting = [await comes(90), await comes(60), await comes(30)]
    const answered = [await comes(80), await comes(70)]
    const answerAt = (leadId: string | undefined, minutes: number) =>
      test.rows('update lead set last_outbound_at = $2, last_message_at = $2 where id = $1', [
        leadId,
        minutesAgo(minutes),
      ])
    await answerAt(answered[0], 2)
    await answerAt(answered[1], 1)
    await comes(500, { history: {} })
    const idsOf = async (input: {
      limit?: number
      offset?: number
      whose?: 'mine' | 'unclaimed' | 'all'
    }) => {
      const { leads, total } = await test.desk.ask(house.owner, 'listInbox', input)
      return { ids: leads.map(({ id }) => id), total }
    }
    const all = [...waiting, answered[1], answered[0]]
    expect(await idsOf({})).toEqual({ ids: all, total: 5 })
    expect(await idsOf({ limit: 2, offset: 2 })).toEqual({ ids: all.slice(2, 4), total: 5 })
    expect(await idsOf({ limit: 2, offset: 4 })).toEqual({ ids: all.slice(4), total: 5 })
    await test.desk.perform(house.owner, 'claimLead', { leadId: waiting[1] ?? '' })
    expect(await idsOf({ whose: 'mine' })).toEqual({ ids: [waiting[1]], total: 1 })
    expect((await idsOf({ whose: 'unclaimed' })).total).toBe(4)
  })
})

describe('the wall', () => {
  it('shows no lead of another organization, and answers as if there were none', async () => {
    const other = await test.makeOrganization('Other House', '2002')
    const leadId = await newLead()
    const expected = { kind: 'not-found', code: 'lead-not-found' }
    for (const id of [leadId, newId()]) {
      await expect(test.desk.perform(other.owner, 'claimLead', { leadId: id })).rejects.toMatchObject(
        expected,
      )
    }
    await expect(test.desk.ask(other.owner, 'findLead', { leadId })).rejects.toMatchObject(expected)
    expect((await test.desk.ask(other.owner, 'listInbox', {})).total).toBe(0)
  })

  it('lets nobody act in an organization whose member he is not', async () => {
    const other = await test.makeOrganization('Third House', '3003')
    const imposter = { ...gym.owner, organizationId: other.organizationId }
    await expect(test.desk.ask(imposter, 'listInbox', {})).rejects.toMatchObject({ code: 'not-a-member' })
  })

  it('carries out nothing of a removed member, also what was under way', async () => {
    const agent = await gym.join('Leaver')
    const leads = await Promise.all(Array.from({ length: 12 }, () => newLead()))
    const claims = leads.map((leadId) => test.desk.perform(agent, 'claimLead', { leadId }))
    const removal = test.desk.perform(gym.owner, 'removeMember', { memberId: agent.memberId })
    const outcomes = await Promise.allSettled([...claims, removal])
    expect(outcomes.at(-1)?.status).toBe('fulfilled')
    const kept = await test.rows(`select 1 from lead where owner_id = $1 and closed_at is null`, [
      agent.memberId,
    ])
    expect(kept).toHaveLength(0)
    await expect(test.desk.perform(agent, 'claimLead', { leadId: leads[0] ?? '' })).rejects.toMatchObject({
      code: 'not-a-member',
    })
  })

  it('commits nothing of a hundred requests of his after the removal did', async () => {
    const agent = await gym.join('Busy Leaver')
    const leads = await Promise.all(Array.from({ length: 10 }, () => newLead()))
    const done = async () =>
      (
        await test.rows(
          `select (select count(*)::int from note where author_id = $1) as notes,
             (select count(*)::int from activity where actor_id = $1) as activities,
             (select count(*)::int from message where author_id = $1) as answers,
             (select count(*)::int from reminder where by_id = $1) as reminders`,
          [agent.memberId],
        )
      )[0]
    const ask = (leadId: string, index: number) => {
      const idempotencyKey = `flight:${leadId}:${index}`
      const origin = { account: '7', chat: leadId, message: index }
      const dueAt = new Date(Date.now() + 3_600_000)
      return [
        () => test.desk.perform(agent, 'addNote', { leadId, body: 'note', idempotencyKey }),
        () => test.desk.perform(agent, 'queueReply', { leadId, body: 'answer', origin }),
        () => test.desk.perform(agent, 'addReminder', { leadId, dueAt, text: 'call', idempotencyKey }),
        () => test.desk.perform(agent, 'tagLead', { leadId, name: `tag ${index}` }),
      ][index % 4]?.()
    }
    const asked = leads.flatMap((leadId) =>
      Array.from({ length: 10 }, (_, index) => () => ask(leadId, index)),
    )
    expect(asked).toHaveLength(100)
    // As the inbox hands out what one person does: his messages one after another, and his presses beside them.
    const outcomes: PromiseSettledResult<unknown>[] = []
    const lane = async (mine: typeof asked) => {
      for (const send of mine) outcomes.push(...(await Promise.allSettled([send()])))
    }
    const lanes = Promise.all([lane(asked.slice(0, 50)), lane(asked.slice(50))])
    while (outcomes.length < 20) await new Promise((resolve) => setTimeout(resolve, 1))
    await test.desk.perform(gym.owner, 'removeMember', { memberId: agent.memberId })
    const whenRemoved = await done()
    await lanes
    expect(await done()).toEqual(whenRemoved)
    const refused = outcomes.filter(({ status }) => status === 'rejected')
    for (const outcome of refused) {
      expect(outcome).toMatchObject({ reason: { kind: 'forbidden', code: 'not-a-member' } })
    }
    // Else the removal came before or after all of them, and nothing was proved.
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.length).toBeLessThan(100)
  })
})

describe('an answer', () => {
  it('is queued once, however often the staff network repeats it', async () => {
    const leadId = await newLead()
    const reply = { leadId, body: 'Yes, at 7:30.', origin: { account: '7', chat: '5', message: 12 } }
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => test.desk.perform(gym.owner, 'queueReply', reply)),
    )
    expect(results.every(({ status }) => status === 'fulfilled')).toBe(true)
    expect(
      await test.rows(`select 1 from message where lead_id = $1 and direction = 'outbound'`, [leadId]),
    ).toHaveLength(1)
    expect(
      await test.rows(
        `select 1 from outbound_send s join message m on m.id = s.message_id where m.lead_id = $1`,
        [leadId],
      ),
    ).toHaveLength(1)
  })

  it('takes the lead that nobody has, and makes a new lead contacted', async () => {
    const agent = await gym.join('Answerer')
    const leadId = await newLead()
    await test.desk.perform(agent, 'queueReply', {
      leadId,
      body: 'Hello!',
      origin: { account: '7', chat: '6', message: 1 },
    })
    const card = await test.desk.ask(gym.owner, 'findLead', { leadId })
    expect(card.owner?.id).toBe(agent.memberId)
    expect(card.status).toBe('contacted')
  })

  it('is refused when the reply window has closed, and says so', async () => {
    const leadId = await newLead({ sentAt: new Date(Date.now() - 25 * 3_600_000) })
    const reply = test.desk.perform(gym.owner, 'queueReply', {
      leadId,
      body: 'Late',
      origin: { account: '7', chat: '7', message: 1 },
    })
    await expect(reply).rejects.toMatchObject({ code: 'reply-window-closed', data: { hours: 24 } })
    expect(
      await test.rows(`select 1 from message where lead_id = $1 and direction = 'outbound'`, [leadId]),
    ).toHaveLength(0)
  })

  it('that is longer than the network takes becomes several messages, in order', async () => {
    const leadId = await newLead()
    await test.desk.perform(gym.owner, 'queueReply', {
      leadId,
      body: '😀'.repeat(4097),
      origin: { account: '7', chat: '8', message: 1 },
    })
    const sent = await test.rows<{ length: number }>(
      `select char_length(m.body) as length from outbound_send s join message m on m.id = s.message_id
       where m.lead_id = $1 order by s.id`,
      [leadId],
    )
    expect(sent.map(({ length }) => length)).toEqual([4096, 1])
  })
})

describe('a status', () => {
  it('closes the lead, and what the person writes days later opens a new one', async () => {
    const person = somePerson()
    const { leadId } = await writeIn(test, [inboundMessage('1001', { person })])
    await test.desk.perform(gym.owner, 'changeLeadStatus', { leadId, status: 'converted' })
    const soon = await writeIn(test, [inboundMessage('1001', { person, body: 'Thank you!' })])
    expect(soon.leadId).toBe(leadId)
    const later = new Date(Date.now() + 80 * 3_600_000)
    const late = await writeIn(test, [inboundMessage('1001', { person, sentAt: later })])
    expect(late.leadId).not.toBe(leadId)
    expect((await test.desk.ask(gym.owner, 'findLead', { leadId: late.leadId })).earlierLeads).toBe(1)
    const reopening = test.desk.perform(gym.owner, 'changeLeadStatus', { leadId, status: 'follow_up' })
    await expect(reopening).rejects.toMatchObject({ code: 'newer-lead-open' })
  })
})

describe('notes and history', () => {
  it('keeps a note once, and tells everything in order', async () => {
    const leadId = await newLead()
    const note = { leadId, body: 'Wants mornings', idempotencyKey: 'note:5:77' }
    await test.desk.perform(gym.owner, 'addNote', note)
    await test.desk.perform(gym.owner, 'addNote', note)
    await test.desk.perform(gym.owner, 'changeLeadStatus', { leadId, status: 'lost', reason: 'too far' })
    const history = await test.desk.ask(gym.owner, 'readHistory', { leadId })
    expect(history.map(({ kind }) => kind).toSorted()).toEqual([
      'lead.opened',
      'lead.status-changed',
      'note',
      'text',
    ])
    expect(history.at(-1)).toMatchObject({
      kind: 'lead.status-changed',
      data: { to: 'lost', reason: 'too far' },
    })
  })
})

describe('an invitation', () => {
  it('works once, for one person, and teaches a guesser nothing', async () => {
    const { code } = await test.desk.perform(gym.owner, 'inviteMember', { role: 'agent' })
    expect(`invite_${code}`).toMatch(/^[\w-]{1,64}$/)
    const accept = (telegramUserId: number, secret = code.slice(22)) =>
      test.desk.perform(
        { kind: 'person', organizationId: gym.organizationId, person: { telegramUserId, name: 'Guest' } },
        'acceptInvitation',
        { secret },
      )
    const both = await Promise.allSettled([accept(71), accept(72)])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const unknown = { kind: 'not-found', code: 'invitation-unknown' }
    await expect(accept(73)).rejects.toMatchObject(unknown)
    await expect(accept(74, 'guess')).rejects.toMatchObject(unknown)
  })

  it('to be an admin comes from an owner only', async () => {
    const admin = await gym.join('Adam', 'admin')
    await expect(test.desk.perform(admin, 'inviteMember', { role: 'admin' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(test.desk.perform(admin, 'inviteMember', { role: 'agent' })).resolves.toBeDefined()
  })
})

describe('a channel', () => {
  it('keeps its token sealed: no copy of the database holds it in clear', async () => {
    const [row] = await test.rows<{ sealed_token: Buffer }>(
      `select sealed_token from channel_account where external_id = '1001'`,
    )
    expect(row?.sealed_token.toString('latin1')).not.toContain('token of')
  })
})
