import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { eventsOf } from '../testing/take-in.ts'
import { inboundMessage, writeIn } from '../testing/write-in.ts'
import { openListDesk } from './testing/open-list-desk.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let lists: ReturnType<typeof openListDesk>

beforeAll(async () => {
  test = await openTestCore()
  gym = await test.makeOrganization('Atlas Gym', '1001')
  await test.rows(`update organization set settings = settings || '{"country": "FR"}' where id = $1`, [
    gym.organizationId,
  ])
  lists = openListDesk(test)
})
afterAll(async () => {
  lists.close()
  await test.close()
})

let serial = 0
const phone = () => `+3363994${String(++serial).padStart(4, '0')}`
const countOf = async (table: string) =>
  (await test.rows<{ count: number }>(`select count(*)::int from ${table}`))[0]?.count ?? 0
const leadsNamed = (name: string) =>
  test.rows(
    `select l.*, c.name, c.language as spoken, (select string_agg(body, '|' order by body) from note where lead_id = l.id)
       as notes from lead l join contact c on c.id = l.contact_id where c.name = $1 order by l.number`,
    [name],
  )

describe('a list of people', () => {
  it('is looked at, checked without writing anything, and imported with all that it says', async () => {
    const agent = await gym.join('Amina Khan')
    const list = [
      'Name;Phone;E-mail;Lead source;Status;Notes;Language;Owner;Created;Membership;Tags',
      `Rosa;06 39 94 90 01;Rosa@Example.com;Spring fair;Follow-up;"Called; wants\r\na trial";French;amina khan;24/12/2025;Gold;"vip, #Yoga"`,
      `Tom;${phone()};;;Lost;;;;;;`,
    ].join('\r\n')
    const importId = await lists.send(gym.owner, list)
    expect(await lists.read(gym.owner, importId)).toMatchObject({
      state: 'mapping',
      format: { encoding: 'utf-8', delimiter: ';', hasHeader: true },
      mapping: {
        targets: [
          'name',
          'phone',
          'email',
          'source',
          'status',
          'note',
          'language',
          'owner',
          'created',
          'keep',
          'tags',
        ],
        dateOrder: 'dmy',
        country: 'FR',
      },
    })
    const before = [await countOf('contact'), await countOf('lead'), await countOf('note')]
    const checked = await lists.check(gym.owner, importId)
    expect(checked).toMatchObject({
      state: 'checked',
      found: { rows: 2, created: 2, matched: 0, duplicates: 0, faulty: 0 },
      report: null,
    })
    expect([await countOf('contact'), await countOf('lead'), await countOf('note')]).toEqual(before)
    await test.desk.perform(gym.owner, 'startImport', { importId })
    await lists.work()
    expect(await lists.read(gym.owner, importId)).toMatchObject({ state: 'done', done: { created: 2 } })
    const [rosa] = await leadsNamed('Rosa')
    expect(rosa).toMatchObject({
      status: 'follow_up',
      source: 'import',
      owner_id: agent.memberId,
      spoken: 'fr',
      notes: 'Called; wants\na trial\nMembership: Gold',
      created_at: new Date('2025-12-24T00:00:00Z'),
      attribution: { sourceType: 'import', sourceId: importId, ref: 'Spring fair' },
    })
    const tags = await test.rows(
      'select t.name from lead_tag l join tag t on t.id = l.tag_id where l.lead_id = $1 order by t.name',
      [rosa?.id],
    )
    expect(tags.map(({ name }) => name)).toEqual(['vip', 'Yoga'].toSorted())
    const contact = await test.desk.ask(gym.owner, 'readContact', { leadId: String(rosa?.id) })
    expect(contact.identities).toMatchObject([
      { kind: 'phone', value: '+33639949001', claimed: true },
      { kind: 'email', value: 'rosa@example.com', claimed: true },
    ])
    const [tom] = await leadsNamed('Tom')
    expect(tom).toMatchObject({ status: 'lost', owner_id: null, attribution: { ref: 'people.csv' } })
    expect(tom?.closed_at).not.toBeNull()
  })

  it('tells nobody of single leads, only how it goes on itself', async () => {
    const told = (await test.rows(`select distinct type from domain_event order by type`)).map(
      ({ type }) => type,
    )
    expect(told).toEqual(['contact-import.changed', 'member.joined'])
    expect((await eventsOf(test, 'contact-import.changed')).at(-1)).toMatchObject({ state: 'done' })
  })

  it('adds to the lead of who is known by phone or e-mail, never by name, and keeps his name', async () => {
    const number = phone()
    const { leadId } = await writeIn(test, [
      inboundMessage('1001', { person: { identities: [{ kind: 'phone', value: number }], name: 'Lina' } }),
    ])
    const done = await lists.run(
      gym.owner,
      `name,phone,note\nLina Dupont,${number},VIP\nLina,${phone()},other\n`,
    )
    expect(done).toMatchObject({ found: { created: 1, matched: 1 }, done: { created: 1, matched: 1 } })
    const linas = await leadsNamed('Lina')
    expect(linas).toHaveLength(2)
    expect(linas.find(({ id }) => id === leadId)).toMatchObject({
      notes: 'VIP',
      status: 'new',
      source: 'whatsapp',
    })
    expect(await leadsNamed('Lina Dupont')).toEqual([])
    const history = await test.desk.ask(gym.owner, 'readHistory', { leadId })
    expect(history.map(({ kind }) => kind)).toContain('lead.imported')
  })

  it('imported again makes nobody twice', async () => {
    const list = `name,phone\nAda,${phone()}\nBob,${phone()}\n`
    await lists.run(gym.owner, list)
    const leads = await countOf('lead')
    expect(await lists.run(gym.owner, list)).toMatchObject({ done: { created: 0, matched: 2 } })
    expect(await countOf('lead')).toBe(leads)
  })

  it('has its faulty rows sent back, each with its line, what is wrong and what to do', async () => {
    const twin = phone()
    const list = [
      'name,phone,email,=cmd',
      `Ann,${twin},,a`,
      '=HYPERLINK("x"),not a phone,nor@an@email,@b',
      `Ann again,${twin},,c`,
      'Nobody,,,d',
      `Eve,${phone()},,e,too,much`,
    ].join('\n')
    const importId = await lists.send(gym.owner, list)
    const checked = await lists.check(gym.owner, importId)
    expect(checked.found).toEqual({ rows: 5, created: 1, matched: 0, duplicates: 1, faulty: 3 })
    expect(checked.faults.map(({ line, faults }) => [line, faults.map(({ code }) => code)])).toEqual([
      [3, ['phone-unreadable', 'email-unreadable']],
      [4, ['duplicate']],
      [5, ['nobody']],
      [6, ['too-many-cells']],
    ])
    const report = (await lists.report(gym.owner, checked)).split('\r\n')
    expect(report[0]).toBe(`\ufeffname,phone,email,'=cmd,Line in the file,What is wrong and what to do`)
    expect(report[1]).toMatch(
      /^"'=HYPERLINK\(""x""\)",not a phone,nor@an@email,'@b,3,.*no phone number.*no e-mail/,
    )
    expect(report[2]).toContain(`Ann again,'${twin},,c,4,"The same person as in line 2:`)
    expect(report).toHaveLength(6)
  })

  it('comes back mended from its own report', async () => {
    const importId = await lists.send(gym.owner, `name,phone,remark\n=Max,oops,"=1+1"\n`)
    const report = await lists.report(gym.owner, await lists.check(gym.owner, importId))
    expect(await lists.run(gym.owner, report.replace('oops', `'${phone()}`))).toMatchObject({
      done: { created: 1 },
    })
    expect(await leadsNamed('=Max')).toMatchObject([{ notes: '=1+1' }])
  })

  it('holds hostile words as words', async () => {
    const names = [`<b onclick="x">Z</b>`, '=cmd|calc', 'Nul\u0000name', '\u202egpj.exe']
    const rows = names.map((name) => `"${name.replaceAll('"', '""')}",${phone()}`)
    expect(await lists.run(gym.owner, `name,phone\n${rows.join('\n')}\n`)).toMatchObject({
      done: { created: 4 },
    })
    for (const name of names) expect(await leadsNamed(name.replace('\u0000', ''))).toHaveLength(1)
  })

  it('takes no username from whom it belongs to', async () => {
    const person = {
      identities: [
        { kind: 'phone' as const, value: phone() },
        { kind: 'telegram_username' as const, value: 'sami' },
      ],
      name: 'Sami',
    }
    await writeIn(test, [inboundMessage('1001', { person })])
    const done = await lists.run(
      gym.owner,
      `name,telegram,phone\nThief,@Sami,${phone()}\nOther,@sami,\nNew,@fresh_one,\n`,
    )
    expect(done.done).toEqual({ rows: 3, created: 2, matched: 0, duplicates: 1, faulty: 0 })
    const [holder] = await test.rows(
      `select c.name from contact_identity i join contact c on c.id = i.contact_id
       where i.kind = 'telegram_username' and i.value = 'sami' and i.valid_until is null`,
    )
    expect(holder?.name).toBe('Sami')
    const alone = await lists.check(gym.owner, await lists.send(gym.owner, 'name,telegram\nOther,@sami\n'))
    expect(alone.faults[0]?.faults[0]?.code).toBe('username-taken')
  })

  it('is for owners and admins, and of one organization only', async () => {
    const agent = await gym.join('Omar')
    const importId = await lists.send(gym.owner, `phone\n${phone()}\n`)
    const other = await test.makeOrganization('Harbour Bakery', '1002')
    for (const name of ['checkImport', 'startImport', 'cancelImport', 'undoImport'] as const) {
      await expect(test.desk.perform(agent, name, { importId })).rejects.toMatchObject({
        code: 'not-allowed',
      })
      await expect(test.desk.perform(other.owner, name, { importId })).rejects.toMatchObject({
        code: 'import-not-found',
      })
    }
    await expect(test.desk.ask(agent, 'readImport', { importId })).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })
})

describe('what a file can be', () => {
  it('is refused with its reason and its line', async () => {
    const stateOf = async (content: string | Buffer) => {
      const importId = await lists.send(gym.owner, content)
      const { state } = await lists.read(gym.owner, importId)
      const { failure } =
        state === 'refused' ? await lists.read(gym.owner, importId) : await lists.check(gym.owner, importId)
      return failure
    }
    expect(await stateOf('')).toEqual({ code: 'empty' })
    expect(await stateOf(Buffer.from('PK\u0003\u0004workbook'))).toEqual({ code: 'spreadsheet' })
    expect(await stateOf(Buffer.from([0x89, 0x50, 0, 1, 2, 0, 0, 0]))).toEqual({ code: 'not-text' })
    const open = Array.from({ length: 300 }, () => `${phone()},x`).join('\n')
    expect(await stateOf(`phone,note\n${open}\n"+336,open\n1,2`)).toEqual({ code: 'quote-open', line: 302 })
  })

  it('can be told otherwise: headings, and what a column is', async () => {
    const importId = await lists.send(gym.owner, `Rosa,${phone()},x\nTom,${phone()},y\n`)
    expect(await lists.read(gym.owner, importId)).toMatchObject({
      format: { hasHeader: false },
      columns: [{ heading: '1', samples: ['Rosa', 'Tom'] }, {}, {}],
      mapping: { targets: ['keep', 'phone', 'keep'] },
    })
    await test.desk.perform(gym.owner, 'rereadList', { importId, format: { hasHeader: true } })
    await lists.work()
    expect((await lists.read(gym.owner, importId)).columns.map(({ heading }) => heading)[0]).toBe('Rosa')
    const change = { column: 0, target: 'name' } as const
    const { mapping } = await test.desk.perform(gym.owner, 'changeMapping', { importId, change })
    expect(mapping?.targets[0]).toBe('name')
    await test.desk.perform(gym.owner, 'changeMapping', { importId, change: { column: 1, target: 'skip' } })
    await expect(test.desk.perform(gym.owner, 'checkImport', { importId })).rejects.toMatchObject({
      code: 'import-nobody',
    })
  })
})
