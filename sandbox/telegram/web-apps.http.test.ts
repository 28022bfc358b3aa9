import { createHmac, verify } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStand, type Stand, token } from './testing/open-stand.ts'
import { signingKey } from './web-apps/sign-init-data.ts'

let stand: Stand
beforeAll(async () => {
  stand = await openStand()
  await stand.write('/start')
})
afterAll(() => stand.close())

const app = 'https://desk.example.com/miniapp/?lead=abc'
const theme = { bg_color: '#17212b' }
const markup = (url: string) => ({ inline_keyboard: [[{ text: 'Open', web_app: { url } }]] })
const send = (chat_id: number, url: string) =>
  stand.api('sendMessage', { chat_id, text: 'card', reply_markup: markup(url) })
const opens = (body: object, chat = 'bot:desk_bot') =>
  stand.control('POST', `/staff/${stand.ana}/chats/${chat}/web-app`, { theme, ...body })
const setUp = (mainWebApp: string) =>
  stand.control('PUT', '/telegram/bots', { token, username: 'desk_bot', firstName: 'Desk', mainWebApp })

/** What stands behind the `#`, and the init data in it. */
function read(url: unknown) {
  const address = new URL(String(url))
  const behind = new URLSearchParams(address.hash.slice(1))
  const data = new URLSearchParams(behind.get('tgWebAppData') ?? '')
  return { address, behind, data, user: JSON.parse(data.get('user') ?? '{}') }
}

const linesOf = (data: URLSearchParams, ...without: string[]) =>
  [...data]
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('\n')

it('a button opens its address, and says who opened it in words that the bot can check', async () => {
  const { message_id } = (await send(stand.ana, app)).result
  const { status, body } = await opens({ messageId: message_id, url: app })
  expect(status).toBe(200)
  expect(body.title).toBe('Desk')
  const { address, behind, data, user } = read(body.url)
  expect(address.href.split('#')[0]).toBe(app)
  expect(JSON.parse(behind.get('tgWebAppThemeParams') ?? '')).toEqual(theme)
  expect([behind.get('tgWebAppVersion'), behind.get('tgWebAppPlatform')]).toEqual(['10.3', 'web'])
  expect(user).toMatchObject({ id: stand.ana, first_name: 'Ana', username: 'ana', language_code: 'fr' })
  expect(data.get('query_id')).toBeTruthy()
  expect(Math.abs(Number(data.get('auth_date')) - Date.now() / 1000)).toBeLessThan(60)

  const secret = createHmac('sha256', 'WebAppData').update(token).digest()
  const hash = createHmac('sha256', secret).update(linesOf(data, 'hash')).digest('hex')
  expect(data.get('hash')).toBe(hash)
  const words = Buffer.from(`${token.split(':')[0]}:WebAppData\n${linesOf(data, 'hash', 'signature')}`)
  const signature = Buffer.from(data.get('signature') ?? '', 'base64url')
  expect(verify(null, words, signingKey, signature)).toBe(true)
})

it('nothing opens that no button has', async () => {
  const { message_id } = (await send(stand.ana, app)).result
  expect((await opens({ messageId: message_id, url: 'https://elsewhere.example.com/' })).status).toBe(400)
  await stand.api('deleteMessage', { chat_id: stand.ana, message_id })
  expect((await opens({ messageId: message_id, url: app })).status).toBe(404)
})

it('a group takes no such button, neither with a message nor with a change of one', async () => {
  const group = await stand.forum()
  expect((await send(group, app)).description).toBe('Bad Request: BUTTON_TYPE_INVALID')
  const { message_id } = (await stand.api('sendMessage', { chat_id: group, text: 'card' })).result
  const change = { chat_id: group, message_id, text: 'card 2', reply_markup: markup(app) }
  expect((await stand.api('editMessageText', change)).description).toBe('Bad Request: BUTTON_TYPE_INVALID')
})

it('only https addresses are taken, and http ones of this machine', async () => {
  const refused = "Bad Request: inline keyboard button Web App URL 'http://desk.example.com/' is invalid"
  expect((await send(stand.ana, 'http://desk.example.com/')).description).toContain(refused)
  expect((await send(stand.ana, 'http://127.0.0.1.example.com/')).ok).toBe(false)
  for (const url of ['http://127.0.0.1:3000/miniapp/', 'http://localhost:3000/miniapp/'])
    expect((await send(stand.ana, url)).ok).toBe(true)
  const menu = (url: string) => ({ menu_button: { type: 'web_app', text: 'Open', web_app: { url } } })
  expect((await stand.api('setChatMenuButton', menu('http://desk.example.com/'))).description).toBe(
    "Bad Request: menu button Web App URL 'http://desk.example.com/' is invalid: Only HTTPS links are allowed",
  )
  expect((await stand.api('setChatMenuButton', menu(app))).ok).toBe(true)
})

it('a link opens the main Mini App where the bot has one, with its word and the kind of chat', async () => {
  expect((await stand.api('getMe')).result).toMatchObject({ has_main_web_app: false })
  expect((await opens({ bot: 'desk_bot', startParam: 'lead_x' })).status).toBe(404)
  expect((await setUp('http://desk.example.com/')).status).toBe(400)
  expect((await setUp('https://desk.example.com/miniapp/')).status).toBe(200)
  expect((await stand.api('getMe')).result).toMatchObject({ has_main_web_app: true })

  const group = await stand.forum()
  const { body } = await opens({ bot: 'desk_bot', startParam: 'lead_x' }, String(group))
  const { address, data } = read(body.url)
  expect(address.href.split('#')[0]).toBe('https://desk.example.com/miniapp/?tgWebAppStartParam=lead_x')
  expect(Object.fromEntries(data)).toMatchObject({ start_param: 'lead_x', chat_type: 'supergroup' })
  expect(data.get('query_id')).toBeNull()
  expect((await opens({ bot: 'desk_bot', startParam: 'a b' })).status).toBe(400)
  await setUp('')
  expect((await stand.api('getMe')).result).toMatchObject({ has_main_web_app: false })
})
