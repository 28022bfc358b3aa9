import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openSandbox, type Sandbox } from '../open-sandbox.ts'
import { openBrowser } from './testing/open-browser.ts'

interface Heard {
  path: string
  body: string
}

let sandbox: Sandbox
let product: Server
let browser: Browser
let page: Page
let complaints: string[]
let heard: Heard[]

/** A product that only listens. */
function openProduct(): Server {
  return createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://product')
    let body = ''
    for await (const part of request) body += part
    if (request.method === 'POST') heard.push({ path: url.pathname, body })
    response.end(url.searchParams.get('hub.challenge') ?? '{}')
  })
}

async function control(method: string, path: string, body: unknown): Promise<Record<string, unknown>> {
  const init = { method, body: JSON.stringify(body) }
  const response = await fetch(`${sandbox.url}/playground/api${path}`, init)
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`)
  return response.json() as Promise<Record<string, unknown>>
}

async function visit(name: string, width = 1440, height = 900): Promise<void> {
  complaints = []
  heard = []
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' })
  page = await context.newPage()
  page.setDefaultTimeout(8000)
  page.on('console', (line) => ['error', 'warning'].includes(line.type()) && complaints.push(line.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(sandbox.url)
  await page.locator('.phones .strip-item', { hasText: name }).click()
}

const mine = () => page.locator('.phones .row.mine')

async function attach(name: string): Promise<void> {
  const before = heard.length
  await page.locator('.phones').getByRole('button', { name: 'Attach' }).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
  const dialog = page.locator('.dialog')
  if (await dialog.isVisible()) await dialog.getByRole('button', { name: 'Send' }).click()
  await expect.poll(() => heard.length, { message: name }).toBeGreaterThan(before)
}

async function write(text: string): Promise<void> {
  await page.locator('.phones .composer-input').fill(text)
  await page.keyboard.press('Enter')
  await mine().filter({ hasText: text }).waitFor()
}

describe('the phones of Instagram and Messenger, and lead forms', { timeout: 40_000 }, () => {
  beforeAll(async () => {
    heard = []
    sandbox = await openSandbox({ port: 0 })
    product = openProduct()
    await new Promise<void>((resolve) => product.listen(0, '127.0.0.1', resolve))
    const appUrl = `http://127.0.0.1:${(product.address() as AddressInfo).port}`
    await control('PUT', '/meta/app', {
      appId: '1',
      appSecret: 'secret',
      verifyToken: 'verify',
      webhookUrl: `${appUrl}/webhooks/meta`,
      phoneNumberId: '106540352242922',
      wabaId: '204',
      displayPhoneNumber: '+33639980000',
      accessToken: 'access',
    })
    await control('PUT', '/meta/instagram', { instagramAccountId: '301', accessToken: 'ig' })
    await control('PUT', '/meta/page', { pageId: '401', pageAccessToken: 'page' })
    await control('PUT', '/leads/settings', { appUrl, googleKey: 'key', formsToken: 'token' })
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

  test('everything in the attach menu of Instagram reaches the desk', async () => {
    await visit('Inès')
    await write('Bonjour')
    const names = [
      'Photo',
      'Video',
      'Voice note',
      'Document',
      'Share a post',
      'Share a reel',
      'Answer a story',
    ]
    const more = [
      'Mention in a story',
      'Comment under a post',
      'Mention in a comment',
      'Tap an opening question',
    ]
    const rest = [
      'Come by an ig.me link',
      'Five messages in one webhook',
      'Unsupported message',
      'A kind nobody knows yet',
    ]
    for (const name of [...names, ...more, ...rest]) await attach(name)
    expect(complaints).toEqual([])
  })

  test('everything in the attach menu of Messenger reaches the desk', async () => {
    await visit('Tom')
    await page.locator('.phones .starter', { hasText: 'Come from an ad' }).click()
    await write('I saw your ad')
    await page.locator('.phones .ad-card').waitFor()
    expect(JSON.parse(heard[0]?.body ?? '{}')).toMatchObject({
      object: 'page',
      entry: [{ messaging: [{ message: { referral: { source: 'ADS', ref: 'spring-offer' } } }] }],
    })
    const names = [
      'Photo',
      'Video',
      'Voice note',
      'Document',
      'Sticker',
      'Share a post',
      'Comment under a post',
    ]
    const more = [
      'Tap Get Started',
      'Come by an m.me link',
      'Allow regular messages',
      'Two photos in one message',
      'Tick a box on the website',
      'Fill in a form in Messenger',
    ]
    for (const name of [...names, ...more, 'Unsupported message']) await attach(name)
    expect(complaints).toEqual([])
  })

  test('a customer changes a message and takes it back', async () => {
    await visit('Inès')
    await write('Twelve oclock')
    const row = mine().filter({ hasText: 'Twelve oclock' })
    await row.hover()
    await row.getByRole('button', { name: 'Change the words' }).click()
    await page.locator('.dialog textarea').fill('Noon')
    await page.locator('.dialog').getByRole('button', { name: 'Change', exact: true }).click()
    const changed = mine().filter({ hasText: 'Noon' })
    await changed.filter({ hasText: 'edited' }).waitFor()
    await changed.hover()
    await changed.getByRole('button', { name: 'Take back' }).click()
    await mine().filter({ hasText: 'Taken back' }).waitFor()
    await expect.poll(() => heard.length).toBe(3)
    expect(complaints).toEqual([])
  })

  test('the business answers past the desk, and another app takes the conversation over and gives it back', async () => {
    await visit('Tom')
    const more = async (name: string) => {
      await page.getByRole('button', { name: 'More about this phone' }).click()
      await page.getByRole('menuitem', { name }).click()
    }
    await more('Answer in Meta’s own inbox')
    await page.locator('.dialog textarea').fill('From the inbox')
    await page.locator('.dialog').getByRole('button', { name: 'Send' }).click()
    await page.locator('.phones .row.theirs', { hasText: 'From the inbox' }).waitFor()
    await more('Another app takes over')
    await page.getByText('Another app holds this conversation').waitFor()
    await more('Give the conversation back')
    await page.getByText('Another app holds this conversation').waitFor({ state: 'hidden' })
    await expect.poll(() => heard.map(({ body }) => body).join()).toContain('pass_thread_control')
    expect(complaints).toEqual([])
  })

  test('a new customer may write on Instagram, where the business sees no number', async () => {
    await visit('Inès')
    await page.getByRole('button', { name: 'New customer' }).click()
    await page.locator('.dialog input[name=name]').fill('Léa Petit')
    await page.locator('.dialog input[value=instagram]').check()
    expect(await page.locator('.dialog input[name=phone]').isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Add customer' }).click()
    await page.locator('.device-name', { hasText: 'Léa Petit' }).waitFor()
    expect(await page.locator('.device[data-network=instagram] .network-badge').innerText()).toBe('Instagram')
  })

  test.each([
    ['Facebook or Instagram ad', '/webhooks/meta', 'leadgen_id'],
    ['Google ad', '/webhooks/google-ads', 'Ada Martin'],
    ['Website', '/webhooks/forms/token', 'Ada+Martin'],
    ['Any JSON', '/webhooks/pabbly/token', 'What plan?'],
  ])('a lead form of %s is filled in from the page', async (source, path, word) => {
    await visit('Inès')
    await page.getByRole('button', { name: 'Lead form' }).click()
    await page.locator('.dialog .choice', { hasText: source }).click()
    await page.getByRole('button', { name: 'Submit the form' }).click()
    await page.locator('.dialog').waitFor({ state: 'detached' })
    await expect.poll(() => heard).toHaveLength(1)
    expect(heard[0]?.path).toBe(path)
    expect(heard[0]?.body).toContain(word)
    expect(complaints).toEqual([])
  })

  test('Meta tells about the account, and old conversations are handed over', async () => {
    await visit('Inès')
    const account = async (name: string) => {
      await page.getByRole('button', { name: 'The business’s accounts at Meta' }).click()
      await page.getByRole('menuitem', { name }).click()
    }
    await account('Meta tells about the account')
    await page.locator('.dialog select[name=field]').selectOption('account_update')
    await page.locator('.dialog select[name=event]').selectOption('ACCOUNT_VIOLATION')
    await page.locator('.dialog').getByRole('button', { name: 'Send' }).click()
    await expect.poll(() => heard.map(({ body }) => body).join()).toContain('ACCOUNT_VIOLATION')
    await account('Hand over old conversations')
    await page.locator('.dialog').getByRole('button', { name: 'Send' }).click()
    await expect.poll(() => heard.filter(({ body }) => body.includes('"history"')).length).toBeGreaterThan(3)
    expect(complaints).toEqual([])
  })

  test('nothing scrolls sideways on a phone of 390 pixels, dialogs and menus included', async () => {
    await visit('Tom', 390, 844)
    const width = () => page.evaluate(() => document.documentElement.scrollWidth)
    expect(await width()).toBeLessThanOrEqual(390)
    await page.locator('.phones').getByRole('button', { name: 'Attach' }).click()
    expect(await width()).toBeLessThanOrEqual(390)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Lead form' }).click()
    const box = await page.locator('.dialog').boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390)
    expect(complaints).toEqual([])
  })
})
