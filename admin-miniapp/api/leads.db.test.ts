import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId, shortId } from '#core/new-id.ts'
import { indexPending } from '#core/search/index-pending.ts'
import { makeFullLead } from '#core/testing/make-full-lead.ts'
import { inboundMessage, somePerson, writeIn } from '#core/testing/write-in.ts'
import { lead as leadShape, leadsAnswer, messagesAnswer } from '../contract.ts'
import { openMiniApp } from '../testing/open-mini-app.ts'

let app: Awaited<ReturnType<typeof openMiniApp>>
let house: Awaited<ReturnType<typeof app.makeOrganization>>
let token: string
beforeAll(async () => {
  app = await openMiniApp()
  house = await app.makeOrganization('Atlas', '200001')
  token = await app.begin((await house.join('Karim')).person.telegramUserId)
})
afterAll(() => app.close())

const get = async (path: string, as = token) => app.call('GET', path, { token: as })
const list = async (query: string, as = token) => leadsAnswer.parse((await get(`/leads?${query}`, as)).body)
const namesOf = ({ leads }: { leads: { name: string }[] }) => leads.map(({ name }) => name)

/** A lead of a person of this name whose last words came so many minutes ago. */
async function write(name: string, minutes: number, account = '200001') {
  const { leadId } = await writeIn(app, [
    inboundMessage(account, { person: somePerson(name), sentAt: new Date(Date.now() - minutes * 60_000) }),
  ])
  return leadId
}

describe('the list of leads', () => {
  it('is the inbox, or all leads of a status, of whomever', async () => {
    const own = await app.makeOrganization('Lists', '200002')
    const amel = await own.join('Amel')
    const as = await app.begin(amel.person.telegramUserId)
    const [first] = [await write('First', 30, '200002'), await write('Second', 20, '200002')]
    const lost = await write('Lost', 10, '200002')
    await app.desk.perform(amel, 'claimLead', { leadId: first ?? '' })
    await app.desk.perform(amel, 'claimLead', { leadId: lost })
    await app.desk.perform(amel, 'changeLeadStatus', { leadId: lost, status: 'lost', reason: 'price' })
    expect(namesOf(await list('', as))).toEqual(['First', 'Second'])
    expect(await list('view=inbox', as)).toMatchObject({ total: 2, next: null })
    expect(namesOf(await list('whose=mine', as))).toEqual(['First'])
    expect(namesOf(await list('whose=unclaimed', as))).toEqual(['Second'])
    expect(namesOf(await list('view=all', as))).toEqual(['Lost', 'Second', 'First'])
    expect(namesOf(await list('status=lost', as))).toEqual(['Lost'])
    expect(namesOf(await list('status=lost&whose=unclaimed', as))).toEqual([])
  })

  it('comes in pages, each lead once, also where many have one time', async () => {
    const own = await app.makeOrganization('Pages', '200003')
    const as = await app.begin((await own.join('Amel')).person.telegramUserId)
    const sentAt = new Date(Date.now() - 3_600_000)
    await writeIn(
      app,
      Array.from({ length: 60 }, (_, index) =>
        inboundMessage('200003', {
          person: somePerson(`P${index}`),
          sentAt: index < 40 ? sentAt : new Date(),
        }),
      ),
    )
    for (const query of ['view=inbox', 'view=all', 'status=new']) {
      const seen: string[] = []
      let after = ''
      for (let page = 0; page < 5; page += 1) {
        const { leads, next } = await list(after ? `${query}&after=${after}` : query, as)
        seen.push(...leads.map(({ id }) => id))
        if (next === null) break
        after = next
      }
      expect(seen, query).toHaveLength(60)
      expect(new Set(seen).size, query).toBe(60)
    }
  })

  it('finds by words, and shows where they stand', async () => {
    const own = await app.makeOrganization('Search', '200004')
    const as = await app.begin((await own.join('Amel')).person.telegramUserId)
    await writeIn(app, [
      inboundMessage('200004', {
        person: somePerson('Zed'),
        body: 'Is the xylophone <b>free</b> on Monday?',
      }),
    ])
    while ((await indexPending(app.core.database)).read > 0);
    const [found] = (await list('words=xylo', as)).leads
    expect(found?.excerpt).toEqual([
      { text: 'Is the ', matches: false },
      { text: 'xylo', matches: true },
      { text: 'phone <b>free</b> on Monday?', matches: false },
    ])
    expect((await list('words=trombone', as)).leads).toEqual([])
    const [row] = (await list('view=all', as)).leads
    expect(row?.last).toEqual({ words: 'Is the xylophone <b>free</b> on Monday?', isOurs: false })
    expect(row?.waits).toBe(true)
  })

  it.each([
    'status=gone',
    'view=x',
    'whose=x',
    'after=zzz',
    'after=e30',
    'status=new&status=lost',
    'sort=name',
  ])('refuses %s in words', async (query) => {
    const answer = await get(`/leads?${query}`)
    expect([answer.status, answer.body.error.code]).toEqual([400, 'bad-input'])
  })
})

describe('a lead', () => {
  it('is told with its person, by its id and by the short one of links', async () => {
    const full = await makeFullLead(app, house, house.owner, '+33612345601')
    await app.desk.perform(house.owner, 'changeLeadStatus', {
      leadId: full.leadId,
      status: 'converted',
      value: { minor: 49_900, currency: 'EUR' },
    })
    const told = leadShape.parse((await get(`/leads/${full.leadId}`)).body)
    expect(told).toMatchObject({
      id: full.leadId,
      number: full.number,
      name: full.mark,
      status: { code: 'converted' },
      owner: { isMe: false },
      tags: ['full'],
      channel: { isStopped: false },
    })
    expect(told.value).toMatch(/499/)
    expect(told.addresses).toEqual(
      expect.arrayContaining([
        { kind: 'phone', value: full.phone },
        { kind: 'email', value: full.email },
      ]),
    )
    expect((await get(`/leads/${shortId(full.leadId)}`)).body).toEqual(told)
  })

  it('is masked for those who may not see numbers, in its card and in all that was said', async () => {
    const full = await makeFullLead(app, house, house.owner, '+33612345602')
    const { roleId } = await app.desk.perform(house.owner, 'saveRole', {
      name: 'No numbers',
      permissions: ['leads.read'],
      scope: 'all',
      unclaimed: true,
    })
    const mina = await house.join('Mina')
    await app.desk.perform(house.owner, 'changeMemberRole', { memberId: mina.memberId, to: { roleId } })
    const as = await app.begin(mina.person.telegramUserId)
    const said = [`/leads/${full.leadId}`, `/leads/${full.leadId}/messages`, '/leads?view=all'].map((path) =>
      get(path, as),
    )
    for (const { status, text } of await Promise.all(said)) {
      expect(status).toBe(200)
      expect(text).not.toContain(full.phone)
      expect(text).not.toContain(full.email)
    }
  })

  it('of another organization is none, as one that is nowhere, and as what is no id at all', async () => {
    const other = await app.makeOrganization('Others', '200005')
    const theirs = await makeFullLead(app, other, other.owner, '+33612345603')
    const answers = await Promise.all(
      [theirs.leadId, shortId(theirs.leadId), randomUUID(), shortId(newId()), 'x', "'; --", '%00'].flatMap(
        (id) =>
          [`/leads/${encodeURIComponent(id)}`, `/leads/${encodeURIComponent(id)}/messages`].map(
            async (path) => {
              const { status, text } = await get(path)
              return { status, text }
            },
          ),
      ),
    )
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]?.status).toBe(404)
    expect((await get('/leads?view=all')).text).not.toContain(theirs.mark)
  })
})

describe('the conversation of a lead', () => {
  it('has what was said, noted and done, with files behind links of ours', async () => {
    const full = await makeFullLead(app, house, house.owner, '+33612345604')
    await app.rows(
      `update attachment set state = 'stored', stored_mime = 'image/png', size = 3, width = 8, height = 8 where id = $1`,
      [full.attachmentId],
    )
    const { lines, before } = messagesAnswer.parse((await get(`/leads/${full.leadId}/messages`)).body)
    expect(before).toBeNull()
    expect(new Set(lines.map(({ type }) => type))).toEqual(new Set(['message', 'note', 'activity']))
    const message = lines.find(({ id }) => id === full.messageId)
    expect(message).toMatchObject({ direction: 'inbound', text: expect.stringContaining(full.mark) })
    expect(message?.files).toMatchObject([{ kind: 'image', missing: null, width: 8 }])
    const path = message?.files[0]?.path ?? ''
    expect(path).toMatch(/^media\/[\w-]+$/)
    expect(await app.core.files.follow(path.slice('media/'.length))).toMatchObject({ size: 3, kind: 'image' })
    expect(lines.find(({ type }) => type === 'note')?.by).toBe("Atlas's owner")
    expect(lines.filter(({ type }) => type === 'activity').every(({ label }) => label)).toBe(true)
  })

  it('comes in pages back to its beginning, each line once and in order, also within one second', async () => {
    const person = somePerson('Talker')
    const second = new Date(Date.now() - 60_000)
    const messages = Array.from({ length: 130 }, (_, index) =>
      inboundMessage('200001', { person, body: `line ${index}`, sentAt: index < 70 ? second : new Date() }),
    )
    const { leadId } = await writeIn(app, messages)
    const seen: { id: string; at: string }[] = []
    let before: string | null = ''
    for (let page = 0; page < 6 && before !== null; page += 1) {
      const answer = messagesAnswer.parse(
        (await get(`/leads/${leadId}/messages?${before && `before=${before}`}`)).body,
      )
      seen.unshift(...answer.lines)
      before = answer.before
    }
    expect(before).toBeNull()
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThanOrEqual(130)
    expect(seen.map(({ at }) => at)).toEqual(seen.map(({ at }) => at).toSorted())
  })

  it('leads to pages of the web and to nothing else', async () => {
    const person = somePerson('Trap')
    const share = (url: string) =>
      inboundMessage('200001', { person, kind: 'share', data: { share: { url } } })
    const { leadId } = await writeIn(app, [
      share('javascript:alert(1)'),
      share('data:text/html,<script>alert(1)</script>'),
      share('https://example.org/a'),
    ])
    const { lines } = messagesAnswer.parse((await get(`/leads/${leadId}/messages`)).body)
    expect(lines.flatMap(({ links }) => links.map(({ href }) => href))).toEqual(['https://example.org/a'])
  })
})
