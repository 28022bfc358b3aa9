import { afterEach, expect, it, vi } from 'vitest'
import { createAppLinks } from './create-app-links.ts'

afterEach(() => vi.restoreAllMocks())

const telegram = 'https://api.telegram.org'
const simulated = 'http://127.0.0.1:3010/telegram'

function linksOf(publicUrl: string, apiRoot = telegram, hasMain = true) {
  const askAgain = vi.fn()
  const me = { username: 'desk_bot', has_main_web_app: hasMain }
  return {
    me,
    askAgain,
    find: createAppLinks({ publicUrl: () => publicUrl, apiRoot, me: () => me, askAgain }),
  }
}

it('opens in private chats as a Mini App, in groups by the link to the one of the bot', () => {
  const { find } = linksOf('https://desk.example.com')
  expect(find('lead_abc-_1', false)).toEqual({
    web_app: { url: 'https://desk.example.com/miniapp/?lead=abc-_1' },
  })
  expect(find('', false)).toEqual({ web_app: { url: 'https://desk.example.com/miniapp/' } })
  expect(find('lead_abc-_1', true)).toEqual({ url: 'https://t.me/desk_bot?startapp=lead_abc-_1' })
  expect(linksOf('https://example.com/desk').find('', false)).toEqual({
    web_app: { url: 'https://example.com/desk/miniapp/' },
  })
})

it.each([
  ['', telegram],
  ['http://127.0.0.1:3000', telegram],
  ['http://desk.example.com', telegram],
  ['https://192.168.1.4', telegram],
  ['https://desk.local', telegram],
  ['http://192.168.1.4:3000', simulated],
])('opens nowhere from %s by %s: a telephone does not get there', (publicUrl, apiRoot) => {
  const { find } = linksOf(publicUrl, apiRoot)
  expect([find('lead_a', false), find('lead_a', true)]).toEqual([undefined, undefined])
})

it('opens pages of this machine in a Telegram that is simulated on it', () => {
  expect(linksOf('http://127.0.0.1:3000', simulated).find('lead_a', false)).toEqual({
    web_app: { url: 'http://127.0.0.1:3000/miniapp/?lead=a' },
  })
})

it('opens in no group while the bot has no main Mini App, and sees within minutes when it has one', () => {
  const begun = Date.now()
  const { find, me, askAgain } = linksOf('https://desk.example.com', telegram, false)
  const inGroupAt = (ms: number) => {
    vi.spyOn(Date, 'now').mockReturnValue(begun + ms)
    return find('lead_a', true)
  }
  expect(inGroupAt(30_000)).toBeUndefined()
  expect(askAgain).not.toHaveBeenCalled()
  expect(inGroupAt(120_000)).toBeUndefined()
  inGroupAt(121_000)
  expect(askAgain).toHaveBeenCalledTimes(1)
  me.has_main_web_app = true
  expect(inGroupAt(122_000)).toEqual({ url: 'https://t.me/desk_bot?startapp=lead_a' })
  expect(find('lead_a', false)).toMatchObject({ web_app: {} })
})
