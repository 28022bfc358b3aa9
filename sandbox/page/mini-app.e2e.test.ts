import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPage } from './testing/open-page.ts'

/** A Mini App that writes down what it is told, and says what is written on its buttons. */
const appPage = `<!doctype html><title>app</title><pre id="told"></pre><p id="address"></p>
<button>web_app_ready</button><button>web_app_expand</button><button>web_app_request_theme</button>
<button>web_app_close</button><button>web_app_setup_back_button</button><button>web_app_setup_main_button</button>
<button>web_app_open_tg_link</button>
<script>
  document.getElementById('address').textContent = location.href
  const data = { is_visible: true, text: 'Save', path_full: '/desk_bot?start=lead_x' }
  addEventListener('message', ({ data }) => { told.textContent += data + '\\n' })
  for (const button of document.querySelectorAll('button'))
    button.onclick = () => parent.postMessage(JSON.stringify({ eventType: button.textContent, eventData: data }), '*')
</script>`

const token = `10001:${'A'.repeat(35)}`
const app = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html' })
  response.end(appPage)
})
let world: Awaited<ReturnType<typeof openPage>>
let page: Page
let frame: FrameLocator

const panel = () => page.locator('.mini-app')
const open = async (label: string) => {
  await page.locator('.staff .inline-button', { hasText: label }).last().click()
  await panel().waitFor()
}
const said = (words: string) => frame.locator('#told', { hasText: words }).waitFor()

describe('a Mini App in the playground', { timeout: 30_000 }, () => {
  beforeAll(async () => {
    app.listen(0, '127.0.0.1')
    await once(app, 'listening')
    const url = `http://127.0.0.1:${(app.address() as AddressInfo).port}/miniapp/`
    world = await openPage()
    await world.control('PUT', '/telegram/bots', {
      token,
      username: 'desk_bot',
      firstName: 'Desk',
      mainWebApp: url,
    })
    const nadia = Number((await world.control('POST', '/staff', { firstName: 'Nadia' })).id)
    await world.control('POST', `/staff/${nadia}/chats/bot:desk_bot/messages`, { text: '/start' })
    const keyboard = [
      [{ text: 'By button', web_app: { url: `${url}?lead=x` } }],
      [{ text: 'By link', url: 'https://t.me/desk_bot?startapp=lead_x' }],
    ]
    await world.api('sendMessage', {
      chat_id: nadia,
      text: 'card',
      reply_markup: { inline_keyboard: keyboard },
    })
    page = await world.visit()
    frame = page.frameLocator('.mini-app iframe')
  }, 60_000)

  afterAll(async () => {
    await world?.close()
    app.close()
  })

  test('opens by a button over the chat, takes its colours and its room from there, and leads back to it', async () => {
    await open('By button')
    const address = String(await frame.locator('#address', { hasText: 'tgWebAppData' }).textContent())
    expect(address).toContain('/miniapp/?lead=x#tgWebAppData=')
    const text = frame.locator('button')
    await text.getByText('web_app_ready').click()
    await page.locator('.mini-app-cover').waitFor({ state: 'detached' })
    await text.getByText('web_app_expand').click()
    await said('"is_expanded":true')
    await text.getByText('web_app_request_theme').click()
    await said('"bg_color":"#ffffff"')
    await page.locator('.top-actions .icon-button').click()
    await said('"bg_color":"#17212b"')
    await text.getByText('web_app_setup_back_button').click()
    await panel().getByRole('button', { name: 'Back inside' }).click()
    await said('back_button_pressed')
    await text.getByText('web_app_setup_main_button').click()
    await panel().getByRole('button', { name: 'Save' }).click()
    await said('main_button_pressed')
    await text.getByText('web_app_close').click()
    await panel().waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('By button')
  })

  test('opens by a link too, closes by Escape and by its own button, and leads to chats', async () => {
    await open('By link')
    const address = await frame.locator('#address', { hasText: 'tgWebAppData' }).textContent()
    expect(address).toContain('tgWebAppStartParam=lead_x')
    expect(decodeURIComponent(String(address))).toContain('start_param=lead_x')
    await panel().getByRole('button', { name: 'Close the Mini App' }).press('Escape')
    await panel().waitFor({ state: 'detached' })
    await open('By button')
    await panel().getByRole('button', { name: 'Close the Mini App' }).click()
    await panel().waitFor({ state: 'detached' })
    await open('By button')
    await frame.locator('button').getByText('web_app_open_tg_link').click()
    await page.locator('.dialog h2', { hasText: 'Open @desk_bot' }).waitFor()
    expect(await panel().count()).toBe(0)
    await page.keyboard.press('Escape')
  })

  test('fills a narrow phone', async () => {
    await page.setViewportSize({ width: 390, height: 780 })
    await page.locator('.tab', { hasText: 'Staff' }).click()
    const row = page.locator('.staff .chat-row').first()
    if (await row.isVisible()) await row.click()
    await open('By button')
    const [around, within] = await Promise.all([page.locator('.staff').boundingBox(), panel().boundingBox()])
    expect(within?.width).toBeGreaterThan(360)
    expect(within?.height).toBeGreaterThanOrEqual((around?.height ?? 0) - 4)
    expect(world.complaints).toEqual([])
  })
})
