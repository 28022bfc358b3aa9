import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Asked, FoundAccount } from '#core/channels/channel-port.ts'
import { createTestPort } from '#core/testing/create-test-port.ts'
import { openTestCore, type TestCore } from '#core/testing/open-test-core.ts'
import { type DeskChat, openDeskChat } from '../testing/open-desk-chat.ts'

/** Of no shape that is known: only the question says that it is a secret. */
const secret = 'a-secret-of-no-known-shape'
const token = `EAAG${'x1Y2'.repeat(20)}`

let asked: string[] = []
let test: TestCore
let chat: DeskChat
let shop: Awaited<ReturnType<TestCore['makeOrganization']>>
let admin: Awaited<ReturnType<typeof shop.join>>
let id: number
let people = 0

async function identify(given: { token: string }): Promise<Asked<FoundAccount[]>> {
  asked.push(given.token)
  const account = { externalId: `50${people}`, name: 'Harbour Bakery', settings: {}, facts: {}, warnings: [] }
  return { outcome: 'found', value: [{ ...account, token: given.token }] }
}

beforeAll(async () => {
  test = await openTestCore({ channels: [createTestPort({ network: 'messenger', identify })] })
  chat = await openDeskChat(test, 2)
  shop = await test.makeOrganization('Shop', 'shop')
})
afterAll(async () => {
  await chat.close()
  await test.close()
})
beforeEach(async () => {
  people += 1
  admin = await shop.join(`Admin ${people}`, 'admin')
  id = admin.person.telegramUserId
  asked = []
})

const choose = async (choice: string, process = 0) => chat.press(id, await chat.button(id, choice), process)
const last = async () => (await chat.told(id)).at(-1)
const connected = () =>
  test.rows(`select state from channel_account where network = 'messenger' and external_id = $1`, [
    `50${people}`,
  ])
const waiting = () =>
  test.rows(`select 1 from channel_proposal where member_id = $1 and sealed_token is not null`, [
    admin.memberId,
  ])
const deleted = () => chat.telegram.of('deleteMessage').filter(({ chat_id }) => chat_id === id)

/** Every table, as text: what stands there in the clear is found. */
async function everythingStored(): Promise<string> {
  const tables = await test.rows<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  )
  const texts = await Promise.all(
    tables.map(async ({ name }) => JSON.stringify(await test.rows(`select t::text from ${name} t`))),
  )
  return texts.join('\n')
}

/** As far as the question for the token. */
async function askedForToken() {
  await chat.write(id, '/connect')
  await choose('messenger')
  expect(await last()).toContain('Copy the token')
}

describe('a token', () => {
  it('is taken by a process that has just begun, and no wizard remembers it, sealed or not', async () => {
    await askedForToken()
    expect(await chat.hear(chat.written(id, secret), 1)).toEqual({ forget: true })
    expect(asked).toEqual([secret])
    expect(deleted()).toHaveLength(1)
    const kept = await test.desk.ask(admin, 'readWizard', {})
    expect(JSON.stringify(kept.running?.state)).toContain('Harbour Bakery')
    expect(JSON.stringify(kept)).not.toContain(secret)
    const [proposal] = await waiting()
    expect(proposal).toBeDefined()
    const found = (await chat.posts(id)).findLast(({ content }) => content.html?.includes('Harbour Bakery'))
    const yes = found?.content.buttons?.flat().find(({ text }) => text.includes('Harbour Bakery'))?.data
    await chat.press(id, yes ?? '')
    expect(await last()).toContain('is connected')
    expect(await connected()).toMatchObject([{ state: 'active' }])
    expect(await everythingStored()).not.toContain(secret)
  })

  it('that is heard again is asked for once, and its update is kept by nobody', async () => {
    await askedForToken()
    const update = chat.written(id, secret)
    await chat.hear(update)
    expect(await chat.hear(update, 1)).toEqual({ forget: true })
    expect(asked).toEqual([secret])
  })

  it('leaves the chat also when the wizard has to begin anew, and is given to nobody', async () => {
    await askedForToken()
    await test.rows(`update wizard set version = version - 1 where name = 'connect'`)
    expect(await chat.hear(chat.written(id, secret))).toEqual({ forget: true })
    const told = (await chat.told(id)).join('\n')
    expect(told).toContain('we start again from the top: connecting a channel')
    expect(await last()).toContain('Which account of your business')
    expect(deleted()).toHaveLength(1)
    expect(asked).toEqual([])
  })

  it('leaves the chat also when its member may not connect channels any more', async () => {
    await askedForToken()
    await test.rows(`update member set role = 'agent' where id = $1`, [admin.memberId])
    expect(await chat.hear(chat.written(id, secret))).toEqual({ forget: true })
    expect(await last()).toContain('Your role does not allow this any more')
    expect(deleted()).toHaveLength(1)
    expect(asked).toEqual([])
  })

  it('that is pasted too early is no answer: it is caught, and the question stays', async () => {
    await chat.write(id, '/connect')
    expect(await chat.hear(chat.written(id, token))).toEqual({ forget: true })
    expect(await last()).toContain('looks like an access token')
    expect(asked).toEqual([])
    await choose('messenger')
    expect(await last()).toContain('Copy the token')
  })
})

describe('what was found and not connected', () => {
  it('is forgotten when the wizard is cancelled, and cannot be connected then', async () => {
    await askedForToken()
    await chat.write(id, secret)
    expect(await waiting()).toHaveLength(1)
    const posts = await chat.posts(id)
    const offer = posts.findLast(({ content }) => content.html?.includes('Harbour Bakery'))
    await choose('cancel')
    expect(await last()).toContain('Cancelled: connecting a channel')
    expect(await waiting()).toEqual([])
    await chat.press(id, offer?.content.buttons?.[0]?.[0]?.data ?? '')
    expect(chat.telegram.of('answerCallbackQuery').at(-1)?.text).toContain('has ended')
    expect(await connected()).toEqual([])
  })

  it('is forgotten when another wizard is begun, which takes no token for an answer', async () => {
    await askedForToken()
    await chat.write(id, secret)
    await chat.write(id, '/invite')
    expect(await chat.told(id)).toContainEqual(expect.stringContaining('Ended first: connecting a channel'))
    expect(await waiting()).toEqual([])
    await choose('agent')
    await chat.write(id, token)
    expect(await last()).toContain('looks like an access token')
    expect(JSON.stringify(await test.desk.ask(admin, 'readWizard', {}))).not.toContain(token)
    await chat.write(id, 'Omar')
    expect((await chat.told(id)).join('\n')).toContain('start=invite_')
  })

  it('is forgotten when its member loses the right to connect it', async () => {
    await askedForToken()
    await chat.write(id, secret)
    await test.rows(`update member set role = 'agent' where id = $1`, [admin.memberId])
    await chat.write(id, 'well?')
    expect(await last()).toContain('Your role does not allow this any more')
    expect(await waiting()).toEqual([])
  })
})
