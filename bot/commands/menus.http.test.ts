import { afterEach, describe, expect, it } from 'vitest'
import { askerOf } from '#core/actor.ts'
import { makeMember, roleFacts } from '../testing/make-lead.ts'
import { openChat, testWords } from '../testing/open-chat.ts'
import { refusal } from '../testing/open-fake-telegram.ts'
import { botCommands } from './index.ts'
import { menuOf, nameOfMenu } from './menu.ts'

let chat: Awaited<ReturnType<typeof openChat>>
afterEach(() => chat.close())

type Role = Parameters<typeof roleFacts>[0]
const membership = (role: Role, menu: string | null, language = 'en') => ({
  organizationId: '01a2b3c4-0000-7000-8000-00000000000c',
  memberId: makeMember('02').id,
  name: 'Amina',
  username: null,
  language,
  unreachable: false,
  menu,
  timeZone: null,
  ...roleFacts(role),
})
const menuFor = (role: Role, language = 'en') =>
  menuOf(botCommands, testWords.in(language), askerOf({ ...makeMember('02', { role }), role }))
const names = (menu: { command: string }[] | undefined) => menu?.map(({ command }) => command)

describe('the menu of a member’s chat', () => {
  it.each([
    ['owner', ['inbox', 'status', 'channels', 'invite'], []],
    ['agent', ['inbox', 'status', 'remind', 'draft'], ['channels', 'invite', 'jobs']],
    [
      'viewer',
      ['inbox', 'find', 'stats', 'help'],
      ['status', 'note', 'draft', 'tag', 'snooze', 'new', 'channels'],
    ],
  ] as const)('of the %s lists what the role may do, and nothing else', async (role, has, lacks) => {
    chat = await openChat(role)
    await chat.write('/help')
    const listed = names(chat.menus()[0])
    expect(listed).toEqual(expect.arrayContaining([...has]))
    for (const name of [...lacks, 'start', 'summary', 'score', 'campaign']) {
      expect(listed).not.toContain(name)
    }
    expect(chat.html().includes('/channels'), 'and /help says the same').toBe(role === 'owner')
    expect(chat.html()).toContain('/stats – ')
  })

  it('is given once, and again when the role or the language is another', async () => {
    chat = await openChat('agent')
    const member = (role: Role, menu: string | null, language?: string) => {
      chat.answers.findMemberships = () => [membership(role, menu, language)]
    }
    member('agent', null)
    await chat.write('hello')
    expect(chat.menus()).toEqual([menuFor('agent')])
    const kept = nameOfMenu(menuFor('agent'))
    member('agent', kept)
    await chat.write('/inbox')
    await chat.press('inbox:all:0')
    expect(chat.menus(), 'nothing new').toHaveLength(1)
    member('admin', kept)
    await chat.write('hello')
    expect(names(chat.menus()[1])).toContain('channels')
    member('agent', kept, 'fr')
    await chat.write('hello')
    expect(chat.menus()[2]).toEqual(menuFor('agent', 'fr'))
    member('agent', kept)
    await chat.press('language:ar')
    expect(chat.menus()[3], 'at once, in the language just chosen').toEqual(menuFor('agent', 'ar'))
    await chat.write('/start')
    expect(chat.menus()[4], 'and to whoever begins anew').toEqual(menuFor('agent'))
    expect(chat.menus()).toHaveLength(5)
  })

  it('is a post, so that it is kept until Telegram takes it', async () => {
    chat = await openChat('agent')
    await chat.write('hello')
    expect(chat.telegram.of('setMyCommands').filter(({ scope }) => typeOf(scope) === 'chat')).toEqual([])
  })

  it.each(testWords.languages)('has names and descriptions that Telegram takes, in %s', (language) => {
    for (const { command, description } of menuFor('owner', language)) {
      expect(command).toMatch(/^[a-z0-9_]{1,32}$/)
      expect(description.length).toBeGreaterThan(2)
      // More is cut on a phone.
      expect([...description].length, description).toBeLessThanOrEqual(56)
    }
  })
})

const typeOf = (scope: unknown) => (scope as { type?: string }).type

describe('the menus of everybody', () => {
  it('are set in every language, once', async () => {
    chat = await openChat('agent')
    const set = () => chat.telegram.of('setMyCommands')
    await expect.poll(() => set().length).toBe(2 * testWords.languages.length)
    const strangers = set().filter(({ scope }) => typeOf(scope) === 'default')
    expect(strangers.map(({ commands }) => names(commands as never))).toEqual(
      testWords.languages.map(() => ['start']),
    )
    const groups = set().find(({ scope }) => typeOf(scope) === 'all_group_chats')
    expect(names(groups?.commands as never)).toEqual(expect.arrayContaining(['note', 'status', 'help']))
    expect(names(groups?.commands as never)).not.toContain('inbox')
  })

  it('are left alone where they stand already, and tried again after a refusal', async () => {
    chat = await openChat('agent')
    await expect.poll(() => chat.telegram.of('setMyCommands').length).toBe(6)
    const stands = new Map(
      chat.telegram
        .of('setMyCommands')
        .map(({ scope, language_code: language, commands }) => [`${typeOf(scope)}:${language}`, commands]),
    )
    await chat.close()
    chat = await openChat('agent')
    let refused = false
    chat.telegram.on('getMyCommands', ({ scope, language_code: language }) => {
      if (!refused) {
        refused = true
        return refusal(500, 'Internal Server Error')
      }
      return { body: { ok: true, result: stands.get(`${typeOf(scope)}:${language}`) ?? [] } }
    })
    await expect.poll(() => chat.telegram.of('getMyCommands').length, { timeout: 8_000 }).toBeGreaterThan(9)
    expect(chat.telegram.of('setMyCommands')).toEqual([])
  })
})
