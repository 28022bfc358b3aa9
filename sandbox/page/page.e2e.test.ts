import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openSandbox, type Sandbox } from '../open-sandbox.ts'
import { openBrowser } from './testing/open-browser.ts'

const token = `10001:${'A'.repeat(35)}`
const numberId = '106540352242922'
const hostile = '<img src=x onerror="window.hurt=1"><b>Bob</b>'

let sandbox: Sandbox
let product: Server
let browser: Browser
let page: Page
let complaints: string[]
let foreign: string[]

/**
 * A desk of a few lines: what a customer writes becomes a card for the staff, a staff person's reply goes
 * back to them.
 */
function openProduct(staffId: () => number): Server {
  const post = (path: string, body: unknown) =>
    fetch(sandbox.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer access' },
      body: JSON.stringify(body),
    })
  let lastCustomer = ''
  return createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://product')
    response.end(url.searchParams.get('hub.challenge') ?? 'ok')
    let raw = ''
    for await (const part of request) raw += part
    if (raw === '') return
    const update = JSON.parse(raw)
    const value = update.entry?.[0]?.changes?.[0]?.value
    for (const message of value?.messages ?? []) {
      lastCustomer = message.from ?? lastCustomer
      const text = `${value.contacts?.[0]?.profile?.name}\n${message.text?.body}`
      await post(`/telegram/bot${token}/sendMessage`, { chat_id: staffId(), text })
    }
    if (update.message?.reply_to_message) {
      const text = { body: update.message.text }
      const body = { messaging_product: 'whatsapp', to: lastCustomer, type: 'text', text }
      await post(`/graph/v26.0/${numberId}/messages`, body)
    }
  })
}

async function control(method: string, path: string, body: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(`${sandbox.url}/playground/api${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
  return text === '' ? {} : JSON.parse(text)
}

async function visit(width = 1440, height = 900): Promise<void> {
  complaints = []
  foreign = []
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' })
  page = await context.newPage()
  page.setDefaultTimeout(8000)
  page.on('console', (line) => ['error', 'warning'].includes(line.type()) && complaints.push(line.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => request.url().startsWith(`${sandbox.url}/`) || foreign.push(request.url()))
  await page.goto(sandbox.url)
  await page.locator('.phones .strip-item').first().waitFor()
}

async function writeAsCustomer(text: string): Promise<void> {
  await page.locator('.phones .composer-input').fill(text)
  await page.keyboard.press('Enter')
}

describe('the playground page', { timeout: 30_000 }, () => {
  let staffId = 0

  beforeAll(async () => {
    sandbox = await openSandbox({ port: 0 })
    product = openProduct(() => staffId)
    await new Promise<void>((resolve) => product.listen(0, '127.0.0.1', resolve))
    const webhookUrl = `http://127.0.0.1:${(product.address() as AddressInfo).port}/webhook`
    await control('PUT', '/telegram/bots', { token, username: 'parley_desk_bot', firstName: 'Parley' })
    await fetch(`${sandbox.url}/telegram/bot${token}/setWebhook?url=${encodeURIComponent(webhookUrl)}`)
    staffId = Number((await control('POST', '/staff', { firstName: hostile, languageCode: 'en' })).id)
    await control('POST', `/staff/${staffId}/chats/bot:parley_desk_bot/messages`, { text: '/start' })
    await control('PUT', '/meta/app', {
      appId: '1',
      appSecret: 'secret',
      verifyToken: 'verify',
      webhookUrl,
      phoneNumberId: numberId,
      wabaId: '204',
      displayPhoneNumber: '+33639980000',
      accessToken: 'access',
    })
    browser = await openBrowser()
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    product?.closeAllConnections()
    product?.close()
    await sandbox?.close()
  })

  beforeEach(async () => {
    await page?.context().close()
  })

  test('a stranger writes as a customer and sees the message with a tick', async () => {
    await visit()
    await writeAsCustomer('Are you open on Saturday?')
    const bubble = page.locator('.phones .row.mine', { hasText: 'Are you open on Saturday?' })
    await bubble.locator('.ticks[aria-label="Sent"]').waitFor()
    expect(complaints).toEqual([])
  })

  test('the lead reaches the staff, the reply the customer, and the guide ticks itself off', async () => {
    await visit()
    await writeAsCustomer('How much is it?')
    const card = page.locator('.staff .row.theirs', { hasText: 'How much is it?' })
    await card.hover()
    await card.getByRole('button', { name: 'Reply' }).click()
    await page.locator('.staff .composer-input').fill('Ten euros')
    await page.keyboard.press('Enter')
    const answer = page.locator('.phones .row.theirs', { hasText: 'Ten euros' })
    await answer.locator('.ticks[aria-label="Delivered"]').waitFor()
    await page.getByRole('button', { name: 'Read now' }).click()
    await answer.locator('.ticks[aria-label="Read"]').waitFor()
    await page.locator('.guide.complete').waitFor()
    await page.locator('.call', { hasText: 'messages' }).first().waitFor()
    expect(complaints).toEqual([])
  })

  test('hostile names and messages stay words and never become HTML', async () => {
    const { id } = await control('POST', '/phones', { name: hostile })
    await visit()
    await page.locator('.phones .strip-item', { hasText: '<img src=x' }).click()
    await writeAsCustomer(`${hostile} wrote this`)
    await page.locator('.phones .row.mine', { hasText: 'wrote this' }).waitFor()
    await page.locator('.staff .row', { hasText: 'wrote this' }).waitFor()
    expect(await page.locator('.columns img').count()).toBe(0)
    expect(await page.locator('.phones b, .strip b').count()).toBe(0)
    expect(await page.evaluate(() => 'hurt' in window)).toBe(false)
    expect(id).toBeDefined()
  })

  test('formatted text keeps only the tags and addresses a chat message may have', async () => {
    await visit()
    const wild =
      '<b onclick="x()">a</b><script>b()</script><a href="javascript:c()">c</a>' +
      '<span class="spoiler big" style="top:0">d</span><svg onload="e()"></svg><u>f<img src=x></u>'
    // As text, because the test runner rewrites import() in functions it compiles.
    const kept = await page.evaluate(`import('/playground/assets/sanitize.js').then(({ sanitized }) => {
      const place = document.createElement('div')
      place.append(sanitized(${JSON.stringify(wild)}))
      return place.innerHTML
    })`)
    expect(kept).toBe('<b>a</b>c<span class="spoiler">d</span><u>f</u>')
  })

  test('a fault is set from the menu, shown with its end, and cleared', async () => {
    await visit()
    await page.getByRole('button', { name: 'Make things go wrong' }).click()
    await page.getByRole('button', { name: 'Everything three times' }).click()
    await page.locator('.fault-active li', { hasText: /until \d\d:\d\d:\d\d/ }).waitFor()
    expect(sandbox.kernel.faults()).toMatchObject([{ target: 'meta-webhook', kind: 'duplicate', copies: 3 }])
    await page.getByRole('button', { name: 'Clear all' }).click()
    await page.locator('.calm').waitFor()
    expect(sandbox.kernel.faults()).toEqual([])
  })

  test('nothing scrolls sideways on a phone of 390 pixels, in any of the three parts', async () => {
    await control('POST', '/phones', { name: 'W'.repeat(200) })
    await visit(390, 844)
    await writeAsCustomer('longword'.repeat(80))
    for (const part of ['Customers', 'Staff', 'Calls']) {
      await page.locator('.tab', { hasText: part }).click()
      const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
      expect(content, part).toBeLessThanOrEqual(screen ?? 0)
    }
  })

  test('the page asks nobody but its own server for anything', async () => {
    await visit()
    await writeAsCustomer('Hello')
    await page.locator('.staff .row', { hasText: 'Hello' }).first().waitFor()
    expect(foreign).toEqual([])
    expect(complaints).toEqual([])
  })
})
