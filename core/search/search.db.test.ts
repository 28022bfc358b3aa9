import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../actor.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { takeIn } from '../testing/take-in.ts'
import { inboundMessage, somePerson, writeIn } from '../testing/write-in.ts'
import { indexPending } from './index-pending.ts'
import type { SearchPlace } from './search-leads.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let other: typeof gym
let accounts = 0

const indexed = async () => {
  while ((await indexPending(test.core.database)).read > 0);
}
const search = (
  words: string,
  more: { limit?: number; after?: SearchPlace } = {},
  actor: Actor = gym.owner,
) => test.desk.ask(actor, 'searchLeads', { words, ...more })
/** Of each lead that was found: its number, and where. */
const find = async (words: string, actor?: Actor) =>
  (await search(words, {}, actor)).found.map(({ lead, place }) => `${lead.number} ${place}`)

beforeAll(async () => {
  test = await openTestCore()
})
afterAll(() => test.close())
beforeEach(async () => {
  accounts += 2
  gym = await test.makeOrganization(`Gym ${accounts}`, `search-${accounts}`)
  other = await test.makeOrganization(`Other ${accounts}`, `search-${accounts + 1}`)
})

const person = (name: string, value: string, more: { kind: 'email' | 'phone'; value: string }[] = []) => ({
  name,
  identities: [{ kind: 'phone' as const, value, address: value.slice(1) }, ...more],
})

describe('a lead is found', () => {
  it('by its number, the person’s name, any part of the telephone number, and e-mail', async () => {
    await writeIn(test, [
      inboundMessage(gym.account, {
        person: person('Zoë Haddad', '+33639980001', [{ kind: 'email', value: 'zoe.h@example.com' }]),
      }),
    ])
    await writeIn(test, [inboundMessage(gym.account, { person: person('Omar', '+33639980002') })])
    await indexed()
    for (const words of [
      'zoe',
      'HADDAD',
      'haddad zoe',
      'adda',
      '06 39 98 00 01',
      '0033639980001',
      '980001',
      'zoe.h@example',
    ])
      expect(await find(words), words).toEqual(['1 person'])
    expect(await find('#2')).toEqual(['2 number'])
    // The lead of that number first, then the number within a telephone number.
    expect(await find('1')).toContain('1 number')
    expect(await find('zzz')).toEqual([])
  })

  it('by what was said, answered in a form, and noted, in any language, with the words in their place', async () => {
    const { leadId } = await writeIn(test, [
      inboundMessage(gym.account, { person: person('A', '+33639980003'), body: 'أريد الحِجز غداً' }),
      inboundMessage(gym.account, { person: person('A', '+33639980003'), body: '我要退款' }),
    ])
    await writeIn(test, [
      inboundMessage(gym.account, {
        person: person('B', '+33639980004'),
        kind: 'form',
        data: { answers: { goal: 'lose weight', flow_token: 'secrettoken' } },
      }),
    ])
    await test.desk.perform(gym.owner, 'addNote', { leadId, body: 'Prefers Sundays', idempotencyKey: 'n1' })
    await indexed()
    expect(await find('الحجز')).toEqual(['1 message'])
    expect(await find('退款')).toEqual(['1 message'])
    expect(await find('weight lose')).toEqual(['2 message'])
    expect(await find('secrettoken')).toEqual([])
    const { found } = await search('sunday')
    expect(found[0]?.excerpt).toEqual({ text: 'Prefers Sundays', from: 8, to: 14 })
    expect(found[0]?.place).toBe('note')
  })

  it('once, the best places first', async () => {
    const write = (name: string, phone: string, body: string) =>
      writeIn(test, [inboundMessage(gym.account, { person: person(name, phone), body })])
    await write('Karim', '+33639980005', 'is maria there, maria?')
    await write('Mariana', '+33639980006', 'hello')
    await write('Maria Lopez', '+33639980007', 'maria here')
    await indexed()
    expect(await find('maria')).toEqual(['3 person', '2 person', '1 message'])
  })

  it('under the name that the person has now, and no more by what was erased', async () => {
    const { messageId } = await writeIn(test, [
      inboundMessage(gym.account, { person: person('Old Name', '+33639980008'), body: 'my secret wish' }),
    ])
    await indexed()
    expect(await find('secret')).toEqual(['1 message'])
    await test.rows(`update contact set name = 'Fresh Name' where name = 'Old Name'`)
    await test.rows(`update message set body = null, data = '{}', erased_at = now() where id = $1`, [
      messageId,
    ])
    const kept = await test.rows('select 1 from search_document where id = $1', [messageId])
    expect(kept, 'gone before anybody reads it anew').toEqual([])
    await indexed()
    expect([await find('secret'), await find('old'), await find('fresh')]).toEqual([[], [], ['1 person']])
    expect(await test.rows('select 1 from search_document where id = $1', [messageId])).toEqual([])
  })

  it('by a message’s newest words, and not by the twin of one', async () => {
    const { messageId } = await writeIn(test, [
      inboundMessage(gym.account, { person: person('C', '+33639980009'), body: 'tusday please' }),
    ])
    await indexed()
    await test.rows(`update message set body = 'thursday please' where id = $1`, [messageId])
    await indexed()
    expect([await find('tusday'), await find('thursday')]).toEqual([[], ['1 message']])
    await test.rows('update message set twin_of = id where id = $1', [messageId])
    await indexed()
    expect(await find('thursday')).toEqual([])
  })
})

describe('a search', () => {
  it('never finds anything of another organization', async () => {
    await writeIn(test, [
      inboundMessage(other.account, {
        person: person('Hidden Person', '+33639980010'),
        body: 'hidden words',
      }),
    ])
    await indexed()
    for (const words of ['hidden', '980010', 'words', '1']) expect(await find(words), words).toEqual([])
    expect(await find('hidden', other.owner)).toEqual(['1 person'])
    const ids = await test.core.database.query('select * from search_document')
    expect(ids, 'without an organization nothing is visible').toEqual([])
    const called = await test.core.database.query(
      `select * from search_documents(true, '{%hidden%}', '{}', null, null, 10, 100)`,
    )
    expect(called).toEqual([])
  })

  it('goes through all leads in pages, each once, by whatever was found', async () => {
    const count = 23
    for (let at = 0; at < count; at += 1) {
      const name = at % 3 === 0 ? `Yoga ${at}` : at % 3 === 1 ? `Yogaline ${at}` : `Person ${at}`
      const who = somePerson(name)
      await takeIn(test, [
        inboundMessage(gym.account, {
          person: who,
          body: 'yoga?',
          sentAt: new Date(Date.now() - at * 60_000),
        }),
        inboundMessage(gym.account, {
          person: who,
          body: 'yoga!',
          sentAt: new Date(Date.now() - at * 50_000),
        }),
      ])
    }
    await indexed()
    const numbers: number[] = []
    const places: string[] = []
    let after: SearchPlace | undefined
    for (let page = 0; page < 10; page += 1) {
      const { found, next } = await search('yoga', { limit: 4, ...(after ? { after } : {}) })
      numbers.push(...found.map(({ lead }) => lead.number))
      places.push(...found.map(({ place }) => place))
      if (!next) break
      after = next
    }
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, at) => at + 1))
    expect(places).toEqual(places.toSorted().toReversed())
  })

  it('finds rare words behind many newer texts, and pages on through them', async () => {
    const { leadId } = await writeIn(test, [
      inboundMessage(gym.account, { person: person('D', '+33639980011'), body: 'a zebra' }),
    ])
    await writeIn(test, [
      inboundMessage(gym.account, { person: person('E', '+33639980012'), body: 'zebra 2' }),
    ])
    await test.rows(
      `insert into message (organization_id, id, conversation_id, lead_id, channel_account_id, direction, kind, body,
         status, sent_at)
       select organization_id, gen_random_uuid(), conversation_id, lead_id, channel_account_id, 'inbound', 'text',
         'filler ' || n, 'received', now() + make_interval(secs => n)
       from message, generate_series(1, 12000) n where lead_id = $1 limit 12000`,
      [leadId],
    )
    await indexed()
    const first = await search('zebra', { limit: 1 })
    expect(first.found.map(({ lead }) => lead.number)).toEqual([2])
    const { found, next } = await search('zebra', { limit: 1, ...(first.next ? { after: first.next } : {}) })
    expect([found.map(({ lead }) => lead.number), next]).toEqual([[1], null])
  })

  it('takes what means something to PostgreSQL as nothing, and says when nothing is left', async () => {
    await writeIn(test, [inboundMessage(gym.account, { person: person('F', '+33639980013') })])
    await indexed()
    for (const words of ['%', '_', '\\', "'; drop table lead; --", '%%%%', '(q+)+$', '\u0000'])
      expect(await find(words), words).toEqual([])
    expect((await search('%_!')).understood).toBe(false)
    expect((await search('zzz')).understood).toBe(true)
  })

  it('shows a person who has two leads by the newer one, and a merged lead never', async () => {
    const { leadId } = await writeIn(test, [
      inboundMessage(gym.account, { person: person('Twice', '+33639980014'), body: 'first time' }),
    ])
    await test.desk.perform(gym.owner, 'changeLeadStatus', { leadId, status: 'lost' })
    await test.rows(`update lead set closed_at = now() - interval '9 days' where id = $1`, [leadId])
    await writeIn(test, [
      inboundMessage(gym.account, { person: person('Twice', '+33639980014'), body: 'second time' }),
    ])
    await indexed()
    expect(await find('twice')).toEqual(['2 person'])
    expect((await find('time')).toSorted()).toEqual(['1 message', '2 message'])
  })
})
