import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { inboundMessage, writeIn } from '../testing/write-in.ts'
import { openListDesk } from './testing/open-list-desk.ts'
import { claimImports } from './work/claim-imports.ts'
import { importRows } from './work/import-rows.ts'
import { type ImportJob, LostImport } from './work/import-work.ts'
import { rowsPerStep } from './work/read-batches.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let lists: ReturnType<typeof openListDesk>
const going = new AbortController().signal

beforeAll(async () => {
  test = await openTestCore()
  gym = await test.makeOrganization('Atlas Gym', '1001')
  lists = openListDesk(test)
})
afterAll(async () => {
  lists.close()
  await test.close()
})

let people = 0
const listOf = (rows: number) => {
  const lines = Array.from({ length: rows }, () => `Person,+33639${String(930_000 + ++people)},note`)
  return `name,phone,note\n${lines.join('\n')}\n`
}
const sumOf = async (importId: string) => {
  const [row] = await test.rows<{ leads: number; notes: number; rows: number }>(
    `select (select count(*)::int from lead where attribution->>'sourceId' = $1) as leads,
       (select count(*)::int from note where idempotency_key like 'import:' || $1 || ':%') as notes,
       (select count(*)::int from contact_import_row where import_id = $1::uuid) as rows`,
    [importId],
  )
  return row
}
async function checked(rows: number) {
  const importId = await lists.send(gym.owner, listOf(rows))
  await lists.check(gym.owner, importId)
  await test.desk.perform(gym.owner, 'startImport', { importId })
  return importId
}
const claim = async (): Promise<ImportJob> => {
  const [job] = await claimImports(test.core.database, 1)
  if (!job) throw new Error('There was nothing to claim.')
  return job
}
const runOut = () => test.rows(`update contact_import set lease_until = now() - interval '1 second'`)

/** A process that dies when it wants to write its `step`th step. */
function dyingAt(step: number): typeof lists.options {
  let begun = 0
  return {
    ...lists.options,
    database: {
      ...lists.options.database,
      transaction(scope, work) {
        begun += 1
        if (begun > step) throw new Error('killed')
        return lists.options.database.transaction(scope, work)
      },
    },
  }
}

describe('an import that is interrupted', () => {
  it('goes on behind the last row that was written: each row counts once', async () => {
    const rows = rowsPerStep * 2 + 7
    const importId = await checked(rows)
    await expect(importRows(dyingAt(2), await claim(), going)).rejects.toThrow('killed')
    expect(await sumOf(importId)).toEqual({ leads: rowsPerStep, notes: rowsPerStep, rows: rowsPerStep })
    await runOut()
    await lists.work()
    expect(await sumOf(importId)).toEqual({ leads: rows, notes: rows, rows })
    expect(await lists.read(gym.owner, importId)).toMatchObject({
      state: 'done',
      done: { rows, created: rows },
    })
  })

  it('is written by one process only, also when one comes back after its lease ran out', async () => {
    const importId = await checked(rowsPerStep + 1)
    const slow = await claim()
    await runOut()
    const quick = await claim()
    expect(quick.id).toBe(slow.id)
    const ends = await Promise.allSettled([
      importRows(lists.options, slow, going),
      importRows(lists.options, quick, going),
    ])
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    expect((ends[0] as PromiseRejectedResult).reason).toBeInstanceOf(LostImport)
    expect(await sumOf(importId)).toMatchObject({ leads: rowsPerStep + 1 })
  })

  it('of one organization come one after another, and hold up no other organization', async () => {
    const bakery = await test.makeOrganization('Harbour Bakery', '1002')
    const begin = (desk: typeof gym, message: number) =>
      test.desk.perform(desk.owner, 'beginImport', {
        fileName: 'a.csv',
        source: { network: 'telegram_staff', mediaId: 'x' },
        language: 'en',
        origin: { account: '7', chat: '3', message },
      })
    const own = [await begin(gym, 1), await begin(gym, 2)]
    const other = await begin(bakery, 3)
    expect((await claim()).id).toBe(own[0]?.importId)
    expect((await claim()).id).toBe(other.importId)
    expect(await claimImports(test.core.database, 5)).toEqual([])
    for (const { importId } of own) await test.desk.perform(gym.owner, 'cancelImport', { importId })
    await test.desk.perform(bakery.owner, 'cancelImport', { importId: other.importId })
  })

  it('stops where it is when it is given up, and what came in can be taken back', async () => {
    const importId = await checked(rowsPerStep * 2)
    await expect(importRows(dyingAt(2), await claim(), going)).rejects.toThrow('killed')
    await test.desk.perform(gym.owner, 'cancelImport', { importId })
    await lists.work()
    expect(await sumOf(importId)).toMatchObject({ leads: rowsPerStep })
    await test.desk.perform(gym.owner, 'undoImport', { importId })
    await lists.work()
    expect(await lists.read(gym.owner, importId)).toMatchObject({
      state: 'undone',
      undone: { removed: rowsPerStep, kept: 0 },
    })
    expect(await sumOf(importId)).toEqual({ leads: 0, notes: 0, rows: 0 })
  })
})

describe('an import that is taken back', () => {
  it('leaves what somebody has touched, whom we knew before, and nothing else', async () => {
    const known = '+33639991111'
    await writeIn(test, [
      inboundMessage('1001', { person: { identities: [{ kind: 'phone', value: known }], name: 'Known' } }),
    ])
    const words = ['Noted', 'Claimed', 'Written', 'Untouched']
    const rows = words.map((name, index) => `${name},+3363999222${index},gold`)
    const { id: importId } = await lists.run(
      gym.owner,
      `name,phone,tags\nKnown,${known},\n${rows.join('\n')}\n`,
    )
    const leadOf = async (name: string) =>
      String(
        (
          await test.rows('select l.id from lead l join contact c on c.id = l.contact_id where c.name = $1', [
            name,
          ])
        )[0]?.id,
      )
    await test.desk.perform(gym.owner, 'addNote', {
      leadId: await leadOf('Noted'),
      body: 'hello',
      idempotencyKey: 'k1',
    })
    await test.desk.perform(gym.owner, 'claimLead', { leadId: await leadOf('Claimed') })
    await writeIn(test, [
      inboundMessage('1001', { person: { identities: [{ kind: 'phone', value: '+33639992222' }] } }),
    ])
    await test.desk.perform(gym.owner, 'undoImport', { importId })
    await test.desk.perform(gym.owner, 'undoImport', { importId })
    await lists.work()
    expect((await lists.read(gym.owner, importId)).undone).toEqual({ removed: 1, kept: 3 })
    const left = await test.rows(`select name from contact where name = any($1) order by name`, [
      [...words, 'Known'],
    ])
    expect(left.map(({ name }) => name)).toEqual(['Claimed', 'Known', 'Noted', 'Written'])
    const tagged = await test.rows(
      'select c.name from lead_tag t join lead l on l.id = t.lead_id join contact c on c.id = l.contact_id order by 1',
    )
    expect(tagged.map(({ name }) => name)).toEqual(['Claimed', 'Noted', 'Written'])
    expect(await test.rows(`select 1 from contact_identity where value = '+33639992223'`)).toEqual([])
    await expect(test.desk.perform(gym.owner, 'undoImport', { importId })).resolves.toBeUndefined()
  })

  it('is too late after a day, when the files are gone too', async () => {
    const { id: importId } = await lists.run(gym.owner, listOf(2))
    await test.rows(
      `update contact_import set finished_at = now() - interval '25 hours', due_at = now() where id = $1`,
      [importId],
    )
    await expect(test.desk.perform(gym.owner, 'undoImport', { importId })).rejects.toMatchObject({
      code: 'import-undo-late',
    })
    await lists.work()
    expect(await lists.store.open(`${gym.organizationId}/${importId}`)).toBeUndefined()
    expect(await sumOf(importId)).toMatchObject({ rows: 0, leads: 2 })
  })
})

describe('the file of an import', () => {
  let answer: RequestListener
  const server = createServer((request, response) => answer(request, response))
  let origin: string
  beforeAll(async () => {
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => void server.close())

  const fetchers = () => [
    {
      origin: 'telegram_staff' as const,
      fetchMedia: async ({ mediaId = '' }: { mediaId?: string }) => ({
        outcome: 'found' as const,
        value: { url: `${origin}/${mediaId}`, tokenOrigins: [], trustedOrigins: [origin] },
      }),
    },
  ]
  const begin = (message: number) =>
    test.desk.perform(gym.owner, 'beginImport', {
      fileName: 'a.csv',
      source: { network: 'telegram_staff', mediaId: 'x' },
      language: 'fr',
      origin: { account: '7', chat: '2', message },
    })

  it('is fetched once, however often it is heard of', async () => {
    let asked = 0
    answer = (_request, response) => {
      asked += 1
      response.end('nom;téléphone\nRosa;+33639949999\n')
    }
    const { importId } = await begin(1)
    expect(await begin(1)).toEqual({ importId })
    await lists.work({ fetchers: fetchers() })
    expect(asked).toBe(1)
    expect((await lists.read(gym.owner, importId)).mapping?.targets).toEqual(['name', 'phone'])
  })

  it('is asked for again while it cannot be had, and given up in the end with the reason', async () => {
    answer = (_request, response) => void response.writeHead(500).end()
    const { importId } = await begin(2)
    await lists.work({ fetchers: fetchers() })
    expect((await lists.read(gym.owner, importId)).state).toBe('reading')
    await test.rows('update contact_import set attempts = 7, due_at = now() where id = $1', [importId])
    await lists.work({ fetchers: fetchers() })
    expect(await lists.read(gym.owner, importId)).toMatchObject({
      state: 'refused',
      failure: { code: 'interrupted' },
    })
  })
})
