import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../actor.ts'
import { commands } from '../commands.ts'
import type { CommandName, Desk, QueryName } from '../desk.ts'
import { DeskError } from '../errors.ts'
import { newId } from '../new-id.ts'
import { queries } from '../queries.ts'
import { indexPending } from '../search/index-pending.ts'
import { createTestPort } from '../testing/create-test-port.ts'
import { type FullLead, makeFullLead } from '../testing/make-full-lead.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { inboundMessage, writeIn } from '../testing/write-in.ts'
import { commandStances, queryStances, type Stance } from './testing/stances.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let claire: Awaited<ReturnType<typeof gym.join>>
/** Sees his own leads, and the open ones that nobody has. */
let omar: typeof claire
/** Sees all leads and no numbers. */
let mona: typeof claire
/** Claire's. */
let foreign: FullLead

const rights = ['leads.read', 'leads.work', 'leads.assign', 'contacts.merge', 'contacts.erase']

beforeAll(async () => {
  test = await openTestCore({ channels: [createTestPort()] })
  gym = await test.makeOrganization('Atlas Gym', '1001')
  claire = await gym.join('Claire')
  omar = await gym.join('Omar')
  mona = await gym.join('Mona')
  await giveRole(omar.memberId, [...rights, 'phones.see'], 'own')
  await giveRole(mona.memberId, rights, 'all')
  foreign = await makeFullLead(test, gym, claire, '+33612345678')
  while ((await indexPending(test.core.database)).read > 0);
})
afterAll(() => test.close())

async function giveRole(memberId: string, permissions: string[], scope: string, unclaimed = true) {
  const roleId = newId()
  await test.rows(
    `insert into staff_role (organization_id, id, name, permissions, scope, unclaimed, created_by)
     values ($1, $2, $2::uuid::text, $3, $4, $5, $6)`,
    [gym.organizationId, roleId, permissions, scope, unclaimed, gym.owner.memberId],
  )
  await test.rows('update member set role_id = $2, team_id = null where id = $1', [memberId, roleId])
}

type Ask = (actor: Actor, name: string, input: unknown) => Promise<unknown>
const ask: Ask = (actor, name, input) => (test.desk.ask as unknown as Desk['ask'] & Ask)(actor, name, input)
const perform: Ask = (actor, name, input) =>
  (test.desk.perform as unknown as Desk['perform'] & Ask)(actor, name, input)

type Loose = Record<string, Stance<unknown>>
const thatAre = (stances: object, kind: 'refused' | 'lists' | 'counts') =>
  Object.entries(stances as Loose).flatMap(([name, stance]) =>
    kind in stance ? [{ name, input: (stance as Record<string, (lead: FullLead) => unknown>)[kind] }] : [],
  )
/** Of what was shown in a chat they say whose it is, so that a press there is refused in words, and not what it says. */
const naming = new Set(['findPost', 'findTopicLead'])
const kindOf = (error: unknown) => (error instanceof DeskError ? error.kind : error)
const outcomeOf = (asked: Promise<unknown>) => asked.then(() => 'done', kindOf)
const tells = (answer: unknown, { leadId, mark }: FullLead) => {
  const text = JSON.stringify(answer)
  return text.includes(leadId) || text.includes(mark)
}

it('has a stance for every query and command', () => {
  expect(Object.keys(queryStances).sort()).toEqual(
    Object.keys(queries).sort() satisfies QueryName[] | string[],
  )
  expect(Object.keys(commandStances).sort()).toEqual(
    Object.keys(commands).sort() satisfies CommandName[] | string[],
  )
})

describe('a lead out of one’s sight', () => {
  it.each(thatAre(queryStances, 'refused'))('is not there for $name', async ({ name, input }) => {
    expect(await outcomeOf(ask(omar, name, input?.(foreign)))).toBe('not-found')
    expect(await outcomeOf(ask(gym.owner, name, input?.(foreign)))).toBe('done')
  })

  it.each(thatAre(queryStances, 'lists'))('is not shown by $name', async ({ name, input }) => {
    const answer = await ask(omar, name, input?.(foreign))
    expect(JSON.stringify(answer)).not.toContain(foreign.mark)
    if (!naming.has(name)) expect(tells(answer, foreign)).toBe(false)
    expect(tells(await ask(gym.owner, name, input?.(foreign)), foreign)).toBe(true)
  })

  it.each(thatAre(queryStances, 'counts'))('is not counted by $name', async ({ name, input }) => {
    const numbers = async (actor: Actor) =>
      JSON.stringify(await ask(actor, name, input?.(foreign))).match(/[1-9]\d*/g) ?? []
    expect(await numbers(omar)).toEqual([])
    expect(await numbers(claire)).not.toEqual([])
  })

  it('is not there for any command about it, which changes nothing', async () => {
    const about = [
      'lead',
      'message',
      'note',
      'reply_draft',
      'reminder',
      'contact',
      'merge_suggestion',
      'contact_merge',
      'lead_tag',
    ]
    const state = async () =>
      Promise.all(about.map((table) => test.rows(`select * from ${table} order by 1, 2`)))
    const before = await state()
    for (const { name, input } of thatAre(commandStances, 'refused')) {
      expect(await outcomeOf(perform(omar, name, input?.(foreign))), name).toBe('not-found')
    }
    expect(await state()).toEqual(before)
    const refused = await test.rows<{ action: string }>(
      `select action from audit_entry where actor = $1 and outcome = 'refused'`,
      [`member:${omar.memberId}`],
    )
    expect(refused.map(({ action }) => action)).toEqual(
      expect.arrayContaining(thatAre(commandStances, 'refused').map(({ name }) => name)),
    )
  })

  it('is there for those who see it', async () => {
    const lead = await makeFullLead(test, gym, gym.owner, '+33612345679')
    // What erases comes last: nothing is there afterwards.
    const all = thatAre(commandStances, 'refused').sort(
      (one, other) => Number(one.name === 'eraseContact') - Number(other.name === 'eraseContact'),
    )
    for (const { name, input } of all) {
      expect(await outcomeOf(perform(gym.owner, name, input?.(lead))), name).not.toBe('not-found')
    }
  })

  it('is named to nobody who types its person in: he hears that a colleague has it', async () => {
    const adding = test.desk.perform(omar, 'addLead', {
      phone: foreign.phone,
      note: 'Called',
      origin: origin(),
    })
    await expect(adding).rejects.toMatchObject({ kind: 'conflict', code: 'lead-with-colleague' })
    expect(await test.rows(`select 1 from note where body = 'Called'`)).toEqual([])
  })
})

const origin = () => ({ account: '7', chat: '5', message: Math.floor(Math.random() * 1e9) })

describe('whoever sees his own leads', () => {
  it('sees and claims the open ones that nobody has, and of one that was taken a moment ago hears who has it', async () => {
    const { leadId } = await writeIn(test, [inboundMessage('1001', { person: personOf('+33612345680') })])
    expect((await test.desk.ask(omar, 'findLead', { leadId })).id).toBe(leadId)
    await test.desk.perform(claire, 'claimLead', { leadId })
    await expect(test.desk.perform(omar, 'claimLead', { leadId })).rejects.toMatchObject({
      code: 'lead-claimed',
      data: { owner: 'Claire' },
    })
    await expect(test.desk.ask(omar, 'findLead', { leadId })).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('sees none that is nobody’s where his role leaves them out', async () => {
    const { leadId } = await writeIn(test, [inboundMessage('1001', { person: personOf('+33612345681') })])
    await giveRole(omar.memberId, [...rights, 'phones.see'], 'own', false)
    await expect(test.desk.ask(omar, 'findLead', { leadId })).rejects.toMatchObject({ kind: 'not-found' })
    await giveRole(omar.memberId, [...rights, 'phones.see'], 'own')
    await test.desk.perform(omar, 'claimLead', { leadId })
    const { leads } = await test.desk.ask(omar, 'listInbox', { whose: 'mine' })
    expect(leads.map(({ id }) => id)).toEqual([leadId])
  })

  it('sees those of his team where his role says team, from the moment on that he is in it', async () => {
    await giveRole(omar.memberId, rights, 'team')
    const teamId = newId()
    await test.rows(`insert into team (organization_id, id, name) values ($1, $2, 'North')`, [
      gym.organizationId,
      teamId,
    ])
    await test.rows('update member set team_id = $2 where id = $1', [claire.memberId, teamId])
    expect(await outcomeOf(ask(omar, 'findLead', { leadId: foreign.leadId }))).toBe('not-found')
    await test.rows('update member set team_id = $2 where id = $1', [omar.memberId, teamId])
    expect((await test.desk.ask(omar, 'findLead', { leadId: foreign.leadId })).id).toBe(foreign.leadId)
    await giveRole(omar.memberId, [...rights, 'phones.see'], 'own')
  })

  it('finds his own among many of others by words that stand in all', async () => {
    const { leadId } = await writeIn(test, [
      inboundMessage('1001', { person: personOf('+33612345682'), body: 'Rowing on Sunday' }),
    ])
    await test.desk.perform(omar, 'claimLead', { leadId })
    for (let digit = 0; digit < 9; digit += 1) {
      const person = personOf(`+3361234569${digit}`)
      const other = await writeIn(test, [inboundMessage('1001', { person, body: 'Rowing on Sunday' })])
      await test.desk.perform(claire, 'claimLead', { leadId: other.leadId })
    }
    while ((await indexPending(test.core.database)).read > 0);
    const { found, next } = await test.desk.ask(omar, 'searchLeads', { words: 'rowing', limit: 2 })
    expect(found.map(({ lead }) => lead.id)).toEqual([leadId])
    expect(next).toBeNull()
  })
})

const personOf = (value: string) => ({
  name: 'Ida',
  identities: [{ kind: 'phone' as const, value, address: value.slice(1) }],
})

describe('whoever may not see numbers', () => {
  const digits = /6[\s.]?12[\s.]?34[\s.]?56[\s.]?78/

  it('is shown none by any query', async () => {
    const showing: string[] = []
    for (const { name, input } of [...thatAre(queryStances, 'refused'), ...thatAre(queryStances, 'lists')]) {
      const masked = JSON.stringify(await ask(mona, name, input?.(foreign)))
      expect(masked, name).not.toMatch(digits)
      expect(masked, name).not.toContain(foreign.email)
      if (digits.test(JSON.stringify(await ask(gym.owner, name, input?.(foreign))))) showing.push(name)
    }
    expect(showing).toEqual(
      expect.arrayContaining([
        'findLead',
        'findPost',
        'listAlbumFiles',
        'listInbox',
        'listPosts',
        'listReminders',
        'readContact',
        'readDraft',
        'readHistory',
        'readMessage',
        'readNote',
        'readReminder',
        'searchLeads',
      ]),
    )
    const { contact } = await test.desk.ask(mona, 'findLead', { leadId: foreign.leadId })
    expect(contact).toMatchObject({ name: foreign.mark, phone: '+33 ••• ••78' })
  })

  it('finds a person by the whole number or address, and nobody by a part of one', async () => {
    const find = async (words: string, actor: Actor = mona) =>
      (await test.desk.ask(actor, 'searchLeads', { words, limit: 50 })).found.map(({ lead }) => lead.id)
    for (const whole of [foreign.phone, '0033 6 12 34 56 78', foreign.email]) {
      expect(await find(whole), whole).toContain(foreign.leadId)
    }
    for (const part of ['612345', '345678', '+3361234567', 'example.com', `${foreign.mark}@`]) {
      expect(await find(part, claire), part).toContain(foreign.leadId)
    }
    for (const part of ['612345', '345678', '+3361234567', 'example.com']) {
      expect(await find(part), part).not.toContain(foreign.leadId)
    }
  })
})

describe('what Parley tells of a lead', () => {
  const shownIn = async (chat: string) =>
    (
      await test.rows<{ key: string; html: string }>(
        `select key, content->>'html' as html from staff_post where chat_id = $1 and key like 'news%' order by key`,
        [chat],
      )
    ).map(({ key, html }) => `${key} ${html}`)
  const tell = async (chat: string, more: object = {}) => {
    const kind = chat.startsWith('-') ? ('group' as const) : ('private' as const)
    const content = { method: 'send', html: `Call ${foreign.phone}` }
    const posts = [
      {
        chat: { id: chat, kind },
        key: 'news',
        urgency: 1 as const,
        leadId: foreign.leadId,
        content,
        ...more,
      },
    ]
    await test.desk.perform(gym.system, 'putPosts', { posts })
    return shownIn(chat)
  }

  it('comes only to those who see it, without numbers where those may not be seen', async () => {
    expect(await tell(String(claire.person.telegramUserId))).toEqual([`news Call ${foreign.phone}`])
    expect(await tell(String(mona.person.telegramUserId))).toEqual(['news Call +33 ••• ••78'])
    expect(await tell(String(omar.person.telegramUserId))).toEqual([])
    expect(await tell('-100200300')).toEqual(['news Call +33 ••• ••78'])
  })

  it('comes to nobody who has left, but what is taken away is taken away there too', async () => {
    const leaver = await gym.join('Leaver')
    await test.desk.perform(gym.owner, 'removeMember', { memberId: leaver.memberId })
    const chat = String(leaver.person.telegramUserId)
    expect(await tell(chat)).toEqual([])
    expect(await tell(chat, { key: 'news gone', withdraws: true })).toHaveLength(1)
  })
})
