import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openSandbox, type Sandbox } from '../open-sandbox.ts'
import { openBrowser } from './testing/open-browser.ts'

const staffToken = `10001:${'A'.repeat(35)}`
const token = `10002:${'B'.repeat(35)}`

type Json = Record<string, unknown>

let sandbox: Sandbox
let browser: Browser
let page: Page
let complaints: string[]
let phone: Locator
let customer: number
let owner: number

async function post(path: string, body: Json, method = 'POST'): Promise<Json> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(sandbox.url + path, { method, headers, body: JSON.stringify(body) })
  const text = await response.text()
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`)
  return text === '' ? {} : JSON.parse(text)
}

const control = (method: string, path: string, body: Json) => post(`/playground/api${path}`, body, method)
const api = async (method: string, body: Json) => (await post(`/telegram/bot${token}/${method}`, body)).result

/** What the bot has heard since it last asked. */
async function heard(): Promise<Json[]> {
  const updates = (await api('getUpdates', {})) as Json[]
  const last = updates.at(-1)
  if (last) await api('getUpdates', { offset: Number(last.update_id) + 1 })
  return updates
}

async function visit(name: string, width = 1440, height = 900): Promise<void> {
  complaints = []
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' })
  page = await context.newPage()
  page.setDefaultTimeout(8000)
  page.on('console', (line) => ['error', 'warning'].includes(line.type()) && complaints.push(line.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(sandbox.url)
  phone = page.locator('.telegram-place')
  await page.locator('.phones .strip-item', { hasText: name }).click()
}

async function write(text: string): Promise<void> {
  await phone.locator('.composer-input').fill(text)
  await page.keyboard.press('Enter')
  await phone.locator('.row.mine', { hasText: text }).waitFor()
}

describe('the phones of Telegram customers', { timeout: 30_000 }, () => {
  beforeAll(async () => {
    sandbox = await openSandbox({ port: 0 })
    await control('PUT', '/telegram/bots', { token: staffToken, username: 'desk_bot', firstName: 'Desk' })
    const bot = { token, username: 'gym_bot', firstName: 'Gym', forCustomers: true }
    await control('PUT', '/telegram/bots', bot)
    owner = Number((await control('POST', '/staff', { firstName: 'Nadia' })).id)
    customer = Number((await control('POST', '/telegram/customers', { name: '<b>Yasmine</b>' })).id)
    await control('POST', '/telegram/business', { ownerId: owner, enabled: false })
    browser = await openBrowser()
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await sandbox?.close()
  })

  beforeEach(async () => {
    await page?.context().close()
    await heard()
  })

  test('a customer starts the bot, writes, and answers with the keyboard it shows', async () => {
    await visit('Yasmine')
    await phone.getByRole('button', { name: 'Start the bot' }).click()
    await write('Are you open?')
    const keyboard = [[{ text: 'Share my number', request_contact: true }]]
    const ask = {
      chat_id: customer,
      text: 'Your number?',
      reply_markup: { keyboard, one_time_keyboard: true },
    }
    await api('sendMessage', ask)
    await phone.getByRole('button', { name: 'Share my number' }).click()
    await phone.locator('.row.mine .plate').waitFor()
    await phone.getByRole('button', { name: 'Share my number' }).waitFor({ state: 'detached' })
    expect((await heard()).map(({ message }) => message)).toMatchObject([
      { text: '/start' },
      { text: 'Are you open?' },
      { contact: { user_id: customer } },
    ])
    expect(await phone.locator('b').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  test('everything in the attach menu can be sent, and is shown', async () => {
    await control('POST', `/telegram/customers/${customer}/messages`, { kind: 'start' })
    await visit('Yasmine')
    await heard()
    const attach = async (name: string) => {
      const before = await phone.locator('.row.mine').count()
      await phone.getByRole('button', { name: 'Attach' }).click()
      await page.getByRole('menuitem', { name, exact: true }).click()
      const dialog = page.locator('.dialog')
      if (await dialog.isVisible()) await dialog.getByRole('button', { name: 'Send' }).click()
      await phone.locator('.row.mine').nth(before).waitFor()
    }
    const names = [
      'Photo',
      'Album of three',
      'Video',
      'Video note',
      'Voice note',
      'Audio',
      'Document',
      'Sticker',
      'Animation',
      'Location',
      'Venue',
      'Their own number',
      'Somebody’s contact',
      'Poll',
      'Dice',
      'Forwarded message',
      'A kind nobody knows yet',
    ]
    for (const name of names) await attach(name)
    // An album is one: its parts side by side, and its only caption below them all.
    const album = phone.getByRole('group', { name: 'Album of 3' })
    expect(await album.locator('.row.mine .picture').count()).toBe(3)
    expect(await album.locator('.row').getByText('Which of these?').count()).toBe(0)
    expect(await album.getByText('Which of these?').count()).toBe(1)
    expect(await heard()).toHaveLength(names.length + 2)
    expect(complaints).toEqual([])
  })

  test('a customer blocks the bot, and unblocks it', async () => {
    await visit('Yasmine')
    await phone.getByRole('button', { name: 'More about this phone' }).click()
    await page.getByRole('menuitem', { name: 'Block the bot' }).click()
    await phone.getByText('This customer blocked the bot.').waitFor()
    await phone.getByRole('button', { name: 'Unblock the bot' }).click()
    await phone.locator('.composer-input').waitFor()
    const members = (await heard()).map((update) => update.my_chat_member)
    expect(members).toMatchObject([{ new_chat_member: { status: 'kicked' } }, {}])
    expect(complaints).toEqual([])
  })

  test('an owner connects the bot on their own phone, answers by hand, and deletes', async () => {
    await visit('Yasmine')
    await phone.locator('.chat-tab', { hasText: 'Nadia' }).click()
    await write('Hello Nadia')
    await page.locator('.phones .strip-item', { hasText: 'Nadia' }).click()
    await phone.locator('.row.theirs', { hasText: 'Hello Nadia' }).waitFor()
    await phone.getByRole('switch').click()
    await phone.locator('[role=switch][aria-checked=true]').waitFor()
    await write('Hello yourself')
    const mine = phone.locator('.row.mine', { hasText: 'Hello yourself' })
    await mine.hover()
    await mine.getByRole('button', { name: 'Delete' }).click()
    await mine.waitFor({ state: 'detached' })
    expect(await heard()).toMatchObject([
      { business_connection: { user: { id: owner }, is_enabled: true } },
      { business_message: { from: { id: owner }, text: 'Hello yourself' } },
      { deleted_business_messages: { chat: { id: customer } } },
    ])
    expect(complaints).toEqual([])
  })

  test('a new customer can be one of Telegram’s, and fits a narrow screen', async () => {
    await visit('Yasmine', 390, 800)
    await page.getByRole('button', { name: 'New customer' }).click()
    await page.locator('.dialog input[name=name]').fill('Tom Fischer')
    await page.locator('.dialog input[value=telegram]').check()
    await page.getByRole('button', { name: 'Add customer' }).click()
    await phone.locator('.device-name', { hasText: 'Tom Fischer' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(complaints).toEqual([])
  })
})
