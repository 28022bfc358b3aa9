import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clearDone } from '#core/loops/clear-done.ts'
import { openTestCore, type TestCore } from '#core/testing/open-test-core.ts'
import { type DeskChat, openDeskChat } from '../../testing/open-desk-chat.ts'

let test: TestCore
let chat: DeskChat
let shop: Awaited<ReturnType<TestCore['makeOrganization']>>
let id: number
let people = 0

beforeAll(async () => {
  test = await openTestCore()
  chat = await openDeskChat(test, 2)
  shop = await test.makeOrganization('Shop', 'shop')
})
afterAll(async () => {
  await chat.close()
  await test.close()
})
beforeEach(async () => {
  people += 1
  const { person } = await shop.join(`Admin ${people}`, 'admin')
  id = person.telegramUserId
})

const invitations = () =>
  test.rows<{ name: string | null; role: string }>(
    `select name, role from invitation where invited_by = (select id from member where telegram_user_id = $1)`,
    [id],
  )
const links = async () => (await chat.told(id)).filter((html) => html.includes('start=invite_'))

describe('a wizard', () => {
  it('goes from question to question, and one that was pressed becomes the next', async () => {
    await chat.write(id, '/invite')
    await chat.press(id, await chat.button(id, 'agent'))
    await chat.write(id, 'Omar')
    await chat.press(id, await chat.button(id, 'done'))
    const posts = await chat.posts(id)
    const asked = posts[0]?.key
    expect(posts[1]).toMatchObject({ targetKey: asked, content: { method: 'edit' } })
    expect(await links()).toHaveLength(1)
    expect(await invitations()).toEqual([{ name: 'Omar', role: 'agent' }])
    expect(await test.rows('select name from wizard where name is not null')).toEqual([])
  })

  it('hears each update twice, in two processes at once, and does and says everything once', async () => {
    const twice = async (update: object) => {
      await Promise.all([chat.hear(update, 0), chat.hear(update, 1)])
      await chat.hear(update, 1)
    }
    await twice(chat.written(id, '/invite'))
    await twice(chat.pressed(id, await chat.button(id, 'viewer')))
    await twice(chat.written(id, 'Lina'))
    await twice(chat.pressed(id, await chat.button(id, 'another')))
    await twice(chat.pressed(id, await chat.button(id, 'agent')))
    await twice(chat.pressed(id, await chat.button(id, 'skip')))
    await twice(chat.pressed(id, await chat.button(id, 'done')))
    expect(await invitations()).toEqual([
      { name: 'Lina', role: 'viewer' },
      { name: null, role: 'agent' },
    ])
    expect(await links()).toHaveLength(2)
    const keys = (await chat.posts(id)).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('takes a press and a text that come at once one after the other', async () => {
    await chat.write(id, '/invite')
    await chat.press(id, await chat.button(id, 'agent'))
    const skip = chat.pressed(id, await chat.button(id, 'skip'))
    await Promise.all([chat.hear(skip, 0), chat.write(id, 'Omar', 1)])
    expect(await links()).toHaveLength(1)
    expect((await chat.told(id)).filter((html) => html.includes('Invite someone else?'))).toHaveLength(1)
  })

  it('goes on in a process that has just begun', async () => {
    await chat.write(id, '/invite', 0)
    await chat.press(id, await chat.button(id, 'agent'), 0)
    const other = await openDeskChat(test)
    try {
      await other.hear(chat.written(id, 'Omar'))
    } finally {
      await other.close()
    }
    expect(await invitations()).toEqual([{ name: 'Omar', role: 'agent' }])
  })

  it.each([
    ['of another version', `version = version - 1`],
    ['of other steps, although nobody has said so', `version = version`],
    ['whose key is gone', `sealed_state = '\\x00'`],
  ])('%s begins anew, and says so', async (what, change) => {
    await chat.write(id, '/invite')
    await chat.press(id, await chat.button(id, 'agent'))
    if (what.startsWith('of other steps')) await forgetStep()
    else await test.rows(`update wizard set ${change} where name = 'invite'`)
    await chat.write(id, 'Omar')
    const told = await chat.told(id)
    expect(told.join()).toContain('we start again from the top: inviting colleagues')
    expect(told.join().match(/As what do you want/g)).toHaveLength(2)
    expect(await invitations()).toEqual([])
    await chat.press(id, await chat.button(id, 'viewer'))
    await chat.press(id, await chat.button(id, 'skip'))
    expect(await invitations()).toEqual([{ name: null, role: 'viewer' }])
  })

  it('ends by its button, by /cancel, and by any other command, which is then done', async () => {
    await chat.write(id, '/invite')
    await chat.press(id, await chat.button(id, 'cancel'))
    expect((await chat.told(id)).at(-1)).toContain('Cancelled: inviting colleagues')
    await chat.write(id, '/invite')
    const cancel = chat.written(id, '/cancel')
    await chat.hear(cancel)
    await chat.hear(cancel, 1)
    expect((await chat.told(id)).filter((html) => html.includes('Cancelled'))).toHaveLength(2)
    await chat.write(id, '/invite')
    await chat.press(id, await chat.button(id, 'agent'))
    const other = chat.written(id, '/language')
    await chat.hear(other)
    await chat.hear(other, 1)
    const told = await chat.told(id)
    expect(told.filter((html) => html.includes('Ended first: inviting colleagues'))).toHaveLength(1)
    expect(told.at(-1)).toContain('language')
    await chat.write(id, 'Omar')
    expect(await invitations()).toEqual([])
  })

  it('begins once, though the command that began it ended another first', async () => {
    await chat.write(id, '/invite')
    await chat.press(id, await chat.button(id, 'agent'))
    const again = chat.written(id, '/invite')
    await chat.hear(again)
    await chat.hear(again, 1)
    const told = await chat.told(id)
    expect(told.filter((html) => html.includes('Ended first'))).toHaveLength(1)
    expect(told.filter((html) => html.includes('As what'))).toHaveLength(2)
    await chat.press(id, await chat.button(id, 'agent'))
    expect((await chat.told(id)).at(-1)).toContain('Who is it for')
  })

  it('says nothing of one that is left at its first question: it lost nothing', async () => {
    await chat.write(id, '/invite')
    const first = await chat.button(id, 'agent')
    await chat.write(id, '/invite')
    const told = await chat.told(id)
    expect(told.filter((html) => html.includes('Ended first'))).toEqual([])
    await chat.press(id, first)
    expect(await invitations()).toEqual([])
    await chat.press(id, await chat.button(id, 'agent'))
    expect((await chat.told(id)).at(-1)).toContain('Who is it for')
  })

  it('is over after a day, and what is pressed or answered then is told so', async () => {
    await chat.write(id, '/invite')
    const old = await chat.button(id, 'agent')
    await test.rows(`update wizard set expires_at = now() - interval '1 second'`)
    await chat.press(id, old)
    const toast = chat.telegram.of('answerCallbackQuery').at(-1)
    expect(toast).toMatchObject({ show_alert: true, text: expect.stringContaining('has ended') })
    await clearDone(test.core.database)
    expect(await test.rows('select 1 from wizard')).toEqual([])
  })

  it('does not take a press on a question that was answered', async () => {
    await chat.write(id, '/invite')
    const old = await chat.button(id, 'agent')
    await chat.press(id, old)
    await chat.press(id, old)
    expect(chat.telegram.of('answerCallbackQuery').at(-1)?.text).toContain('answered already')
    expect((await chat.told(id)).filter((html) => html.includes('Who is it for'))).toHaveLength(1)
  })

  it('asks again for what it cannot take, also what no button of its question says', async () => {
    await chat.write(id, '/invite')
    await chat.write(id, 'an agent please')
    expect((await chat.told(id)).at(-1)).toContain('press a button of the question above')
    const forged = (await chat.button(id, 'agent')).replace(/agent$/, 'owner')
    await chat.press(id, forged)
    await chat.press(id, await chat.button(id, 'agent'))
    await chat.hear(chat.message(id, { sticker: { file_id: 'x' } }))
    expect((await chat.told(id)).at(-1)).toContain('write your answer')
    await chat.write(id, 'Omar')
    expect(await invitations()).toEqual([{ name: 'Omar', role: 'agent' }])
  })

  it('ends when its member may not do this any more', async () => {
    await chat.write(id, '/invite')
    await test.rows(`update member set role = 'agent' where telegram_user_id = $1`, [id])
    await chat.press(id, await chat.button(id, 'viewer'))
    expect((await chat.told(id)).at(-1)).toContain('Your role does not allow this any more')
    expect(await invitations()).toEqual([])
  })

  it('speaks the language of its member', async () => {
    await test.rows(`update member set language = 'fr' where telegram_user_id = $1`, [id])
    await chat.write(id, '/invite')
    await chat.press(id, await chat.button(id, 'agent'))
    expect((await chat.told(id)).at(-1)).toContain('C’est pour qui')
    await test.rows(`update member set language = 'ar' where telegram_user_id = $1`, [id])
    await chat.write(id, 'Omar')
    expect((await links())[0]).toContain('هذا الرابط')
  })

  it('lies in the database sealed', async () => {
    await chat.write(id, '/invite')
    await chat.press(id, await chat.button(id, 'agent'))
    const [row] = await test.rows<{ sealed: Buffer }>(
      `select sealed_state as sealed from wizard where name = 'invite'`,
    )
    expect(row?.sealed.length).toBeGreaterThan(200)
    expect(row?.sealed.toString('latin1')).not.toMatch(/agent|invite|conversation/)
  })
})

/** Makes the wizard remember a step under a name that its steps do not have. */
async function forgetStep(): Promise<void> {
  const [member] = await test.rows<{ id: string }>('select id from member where telegram_user_id = $1', [id])
  const actor = { kind: 'member', organizationId: shop.organizationId, memberId: member?.id ?? '' } as const
  const kept = await test.desk.ask(actor, 'readWizard', {})
  const state = JSON.stringify(kept.running?.state).replace('"ask role"', '"ask something"')
  expect(state).toContain('ask something')
  await test.desk.perform(actor, 'keepWizard', {
    revision: kept.revision,
    heard: 'test',
    wizard: { name: 'invite', version: kept.running?.version ?? 0, state },
    posts: [],
  })
}
