import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { indexPending } from '../search/index-pending.ts'
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

const newLead = async (name = 'Lina') =>
  (await writeIn(test, [inboundMessage('1001', { person: somePerson(name) })])).leadId
const tag = (leadId: string, name: string, actor: typeof gym.owner = gym.owner) =>
  test.desk.perform(actor, 'tagLead', { leadId, name })
const tagsOf = async (leadId: string) =>
  (await test.desk.ask(gym.owner, 'findLead', { leadId })).tags.map(({ name }) => name)
const find = async (words: string) => {
  while ((await indexPending(test.core.database)).read > 0);
  const { found, ...more } = await test.desk.ask(gym.owner, 'searchLeads', { words, limit: 50 })
  return { ...more, ids: found.map(({ lead }) => lead.id), places: found.map(({ place }) => place) }
}

describe('a tag', () => {
  it('is one however it is written, and is called as it was written first', async () => {
    const leadId = await newLead()
    const { id } = await tag(leadId, '#Hot  Lead')
    expect(await tag(leadId, 'hot lead')).toMatchObject({ id, name: 'Hot Lead' })
    expect(await tag(await newLead(), 'Hót-lead')).toMatchObject({ id, name: 'Hot Lead' })
    expect(await tagsOf(leadId)).toEqual(['Hot Lead'])
    const told = await test.rows(`select 1 from domain_event where type = 'lead.tags-changed'`)
    expect(told, 'hearing it twice tells it once').toHaveLength(2)
  })

  it('that ten people write at the same moment is one', async () => {
    const leads = await Promise.all(Array.from({ length: 10 }, () => newLead()))
    await Promise.all(leads.map((leadId, index) => tag(leadId, index % 2 ? 'Rush' : 'RUSH')))
    const rows = await test.rows(
      `select t.id from tag t join lead_tag l on l.tag_id = t.id where t.key = 'rush'`,
    )
    expect(rows).toHaveLength(10)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(1)
  })

  it('is taken off by its id or its name, once', async () => {
    const leadId = await newLead()
    const { id } = await tag(leadId, 'Trial')
    await tag(leadId, '🔥')
    await test.desk.perform(gym.owner, 'untagLead', { leadId, name: 'TRIAL' })
    await test.desk.perform(gym.owner, 'untagLead', { leadId, tagId: id })
    expect(await tagsOf(leadId)).toEqual(['🔥'])
    const history = await test.desk.ask(gym.owner, 'readHistory', { leadId })
    expect(history.filter(({ kind }) => kind === 'lead.untagged')).toHaveLength(1)
  })

  it.each(['', '   ', '#', 'x'.repeat(33)])('%j is none, and nothing is changed', async (name) => {
    const leadId = await newLead()
    await expect(tag(leadId, name)).rejects.toMatchObject({ code: 'tag-unreadable', data: { limit: 32 } })
    expect(await tagsOf(leadId)).toEqual([])
  })

  it('is offered by how many leads have it; what no lead has any more is not offered', async () => {
    const house = await test.makeOrganization('Tag House', '1002')
    const comes = async () => (await writeIn(test, [inboundMessage('1002', { person: somePerson() })])).leadId
    const [one, two] = [await comes(), await comes()]
    for (const [leadId, name] of [
      [one, 'rare'],
      [one, 'often'],
      [two, 'often'],
      [two, 'gone'],
    ] as const)
      await test.desk.perform(house.owner, 'tagLead', { leadId, name })
    await test.desk.perform(house.owner, 'untagLead', { leadId: two, name: 'gone' })
    const offered = await test.desk.ask(house.owner, 'listTags', {})
    expect(offered.map(({ name, uses }) => [name, uses])).toEqual([
      ['often', 2],
      ['rare', 1],
    ])
  })

  it('has its limit on each lead', async () => {
    const leadId = await newLead()
    for (let index = 0; index < 20; index += 1) await tag(leadId, `t${index}`)
    await expect(tag(leadId, 'one more')).rejects.toMatchObject({ code: 'tags-many', data: { limit: 20 } })
    await tag(leadId, 't3')
    expect(await tagsOf(leadId)).toHaveLength(20)
  })

  it('is not for viewers, and not for other organizations', async () => {
    const leadId = await newLead()
    const { id } = await tag(leadId, 'ours')
    const viewer = await gym.join('Vera', 'viewer')
    await expect(tag(leadId, 'mine', viewer)).rejects.toMatchObject({ kind: 'forbidden' })
    const other = await test.makeOrganization('Other', '1003')
    await expect(tag(leadId, 'theirs', other.owner)).rejects.toMatchObject({ code: 'lead-not-found' })
    const { leadId: theirs } = await writeIn(test, [inboundMessage('1003', { person: somePerson() })])
    const foreign = test.desk.perform(other.owner, 'tagLead', { leadId: theirs, tagId: id })
    await expect(foreign).rejects.toMatchObject({ code: 'tag-not-found' })
    expect(await test.desk.ask(other.owner, 'listTags', {})).toEqual([])
  })
})

describe('leads by their tags', () => {
  it('are found by a word that is a tag, and by #tag alone or among words', async () => {
    const [maria, mario] = [await newLead('Maria Silva'), await newLead('Mario Rossi')]
    await tag(maria, 'Weekend Class')
    await tag(mario, 'Weekend Class')
    await tag(mario, 'gold')
    expect((await find('weekend')).ids).toEqual([mario, maria])
    expect((await find('weekend')).places).toEqual(['tag', 'tag'])
    expect((await find('#weekend-class')).ids).toEqual([mario, maria])
    expect((await find('#weekend-class #gold')).ids).toEqual([mario])
    expect((await find('maria #weekend-class')).ids).toEqual([maria])
    expect((await find('maria #gold')).ids).toEqual([])
    expect(await find('#nothing')).toMatchObject({ understood: true, ids: [] })
    await test.desk.perform(gym.owner, 'untagLead', { leadId: maria, name: 'weekend class' })
    expect((await find('weekend')).ids).toEqual([mario])
  })

  it('page on without a gap, also where few of those with the words have the tag', async () => {
    const wanted: string[] = []
    for (let index = 0; index < 24; index += 1) {
      const leadId = await newLead(`Quentin ${index}`)
      if (index % 8 === 0) {
        await tag(leadId, 'eighth')
        wanted.unshift(leadId)
      }
    }
    while ((await indexPending(test.core.database)).read > 0);
    for (const words of ['quentin #eighth', '#eighth']) {
      const seen: string[] = []
      let after: Parameters<typeof test.desk.ask<'searchLeads'>>[2]['after']
      for (let page = 0; page < 3; page += 1) {
        const asked = { words, limit: 1, ...(after ? { after } : {}) }
        const { found, next } = await test.desk.ask(gym.owner, 'searchLeads', asked)
        seen.push(...found.map(({ lead }) => lead.id))
        after = next ?? undefined
      }
      expect(seen, words).toEqual(wanted)
      expect(after, words).toBeUndefined()
    }
  })

  it('make the inbox shorter', async () => {
    const leadId = await newLead()
    await newLead()
    const { id: tagId } = await tag(leadId, 'inbox only')
    const { leads, total } = await test.desk.ask(gym.owner, 'listInbox', { tagId })
    expect([leads.map(({ id }) => id), total]).toEqual([[leadId], 1])
  })
})
