import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openListDesk } from '#core/imports/testing/open-list-desk.ts'
import { storeKey } from '#core/media/media-store.ts'
import { shortId } from '#core/new-id.ts'
import { openTestCore, type TestCore } from '#core/testing/open-test-core.ts'
import { type DeskChat, openDeskChat } from '../testing/open-desk-chat.ts'

let test: TestCore
let chat: DeskChat
let lists: ReturnType<typeof openListDesk>
let shop: Awaited<ReturnType<TestCore['makeOrganization']>>
let admin: Awaited<ReturnType<typeof shop.join>>
let id: number
let people = 0

beforeAll(async () => {
  test = await openTestCore()
  chat = await openDeskChat(test, 2)
  lists = openListDesk(test)
  shop = await test.makeOrganization('Shop', 'shop')
})
afterAll(async () => {
  lists.close()
  await chat.close()
  await test.close()
})
beforeEach(async () => {
  people += 1
  admin = await shop.join(`Admin ${people}`, 'admin')
  id = admin.person.telegramUserId
})

const csv = () => `Full name;Mobile\nRosa ${people};06 39 94 02 ${String(10 + people)}\nNobody;12\n`
const file = (name = 'people.csv') => {
  const part = { file_id: `F ${id} ${name}`, file_name: name, mime_type: 'text/csv', file_size: 90 }
  return chat.message(id, { document: part })
}
const newest = async () => {
  const [row] = await test.rows<{ id: string }>(
    'select id from contact_import where by_id = $1 order by id desc limit 1',
    [admin.memberId],
  )
  if (!row) throw new Error('Nothing is imported.')
  return row.id
}
/** The desk's own work on the newest list: its file lies in the store, as if it had been fetched. */
async function work(content = csv()) {
  const bytes = Buffer.from(content)
  const importId = await newest()
  await lists.store.put(storeKey(shop.organizationId, importId), bytes, {
    mime: 'text/csv',
    size: bytes.length,
  })
  await test.rows('update contact_import set stored_at = now() where id = $1', [importId])
  await lists.work()
  return importId
}
const state = async (importId: string) => (await lists.read(admin, importId)).state
const press = (importId: string, choice: string, process = 0) =>
  chat.press(id, `stand:import:${shortId(importId)}:${choice}`, process)
const told = async () => (await chat.told(id)).join('\n')
const last = async () => (await chat.told(id)).at(-1)

/** As far as the question for the columns. */
async function asked(): Promise<string> {
  await chat.write(id, '/import')
  await chat.hear(file())
  const importId = await work()
  expect(await state(importId)).toBe('mapping')
  return importId
}

describe('importing a list', () => {
  it('goes from the file over its columns and the check to the import, in one post', async () => {
    const importId = await asked()
    await press(importId, 'as-0-note')
    await press(importId, 'as-0-name')
    await press(importId, 'country')
    expect(await last()).toContain('In which country')
    await chat.write(id, 'Atlantis')
    expect(await last()).toContain('no country that is known')
    await chat.write(id, 'France')
    expect(await told()).toContain('2. <b>Mobile</b> → Phone')
    await press(importId, 'check')
    await lists.work()
    expect(await lists.read(admin, importId)).toMatchObject({
      state: 'checked',
      found: { created: 1, faulty: 1 },
      mapping: { country: 'FR', targets: ['name', 'phone'] },
    })
    await press(importId, 'start')
    await lists.work()
    expect(await state(importId)).toBe('done')
    const shown = (await chat.posts(id)).filter(({ key }) => key.startsWith('list'))
    expect(new Set(shown.map(({ key, targetKey }) => targetKey ?? key))).toEqual(
      new Set([`list:${importId}`]),
    )
    expect(await test.rows('select name from wizard where name is not null')).toEqual([])
    await chat.write(id, '/cancel')
    expect(await state(importId)).toBe('done')
  })

  it('hears each update twice, in two processes at once, and goes on in one that has just begun', async () => {
    const twice = async (update: object) => {
      await Promise.all([chat.hear(update, 0), chat.hear(update, 1)])
      await chat.hear(update, 1)
    }
    await twice(chat.written(id, '/import'))
    await twice(file())
    const importId = await work()
    for (const choice of ['header-no', 'country'])
      await twice(chat.pressed(id, `stand:import:${shortId(importId)}:${choice}`))
    await lists.work()
    await press(importId, 'country')
    const other = await openDeskChat(test)
    try {
      await other.hear(chat.written(id, 'Maroc'))
    } finally {
      await other.close()
    }
    expect(await lists.read(admin, importId)).toMatchObject({
      format: { hasHeader: false },
      mapping: { country: 'MA' },
    })
    const all = await test.rows('select id from contact_import where by_id = $1', [admin.memberId])
    expect(all).toHaveLength(1)
    expect(await told()).not.toContain('Ended first')
  })

  it.each([
    ['after its wizard is over for a day', `expires_at = now() - interval '1 second'`],
    ['by a desk whose steps are others', 'version = version - 1'],
  ])('goes on where it was %s, by the buttons of its post', async (_, change) => {
    const importId = await asked()
    await test.rows(`update wizard set ${change} where name = 'import'`)
    await press(importId, 'as-0-note')
    expect((await lists.read(admin, importId)).mapping?.targets).toEqual(['note', 'phone'])
    expect(await told()).not.toMatch(/Ended first|start again/)
    await press(importId, 'country')
    await chat.write(id, 'FR')
    expect((await lists.read(admin, importId)).mapping?.country).toBe('FR')
  })

  it('says it kindly when the steps are others and a file comes', async () => {
    await chat.write(id, '/import')
    await test.rows(`update wizard set version = version - 1 where name = 'import'`)
    await chat.hear(file())
    expect(await told()).toContain('we start again from the top: importing a list')
    expect(await last()).toContain('Send a list of people')
    await chat.hear(file())
    expect(await state(await newest())).toBe('reading')
  })

  it('gives the list up when it is cancelled, by the command or its button', async () => {
    const first = await asked()
    await chat.write(id, '/cancel')
    expect(await told()).toContain('Cancelled: importing a list')
    expect(await state(first)).toBe('cancelled')
    const second = await asked()
    await press(second, 'stop')
    expect(await state(second)).toBe('cancelled')
    await press(second, 'check')
    expect(await state(second)).toBe('cancelled')
  })

  it('leaves the list as it is for another wizard, and its buttons come back to it', async () => {
    const importId = await asked()
    await chat.write(id, '/invite')
    expect(await told()).toContain('Ended first: importing a list')
    expect(await state(importId)).toBe('mapping')
    await press(importId, 'check')
    expect(await told()).not.toContain('Ended first: inviting colleagues')
    expect(await state(importId)).toBe('checking')
  })

  it('of two lists at once answers to the buttons of both', async () => {
    const first = await asked()
    await chat.hear(file('more.csv'))
    const second = await work()
    expect(second).not.toBe(first)
    await press(first, 'as-0-note')
    await press(second, 'as-0-skip')
    await press(first, 'check')
    expect((await lists.read(admin, first)).mapping?.targets).toEqual(['note', 'phone'])
    expect((await lists.read(admin, second)).mapping?.targets).toEqual(['skip', 'phone'])
    expect([await state(first), await state(second)]).toEqual(['checking', 'mapping'])
  })

  it('takes what was saved otherwise after a file that cannot be read', async () => {
    await chat.write(id, '/import')
    await chat.hear(file('people.xlsx'))
    const refused = await work('PK\u0003\u0004 packed')
    expect(await state(refused)).toBe('refused')
    await chat.hear(file())
    expect(await state(await work())).toBe('mapping')
    expect(await told()).not.toContain('Ended first')
  })

  it('leaves everything else that is written meanwhile to what it is for', async () => {
    const importId = await asked()
    await chat.write(id, 'hello?')
    expect(await told()).not.toContain('press a button of the question')
    await press(importId, 'check')
    expect(await state(importId)).toBe('checking')
  })

  it('ends when its member may not import any more, also by its buttons', async () => {
    const importId = await asked()
    await test.rows(`update member set role = 'agent' where id = $1`, [admin.memberId])
    await press(importId, 'check')
    expect(await told()).toContain('Your role does not allow this any more')
    await press(importId, 'check')
    expect(chat.telegram.of('answerCallbackQuery').at(-1)?.text).toContain('Your role does not allow this')
    const [row] = await test.rows('select state from contact_import where id = $1', [importId])
    expect(row).toEqual({ state: 'mapping' })
  })
})
