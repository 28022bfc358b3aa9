import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase } from '../../core/testing/clone-database.ts'
import { openBrowser } from '../page/testing/open-browser.ts'
import { type App, startApp } from './testing/run-app.ts'

let database: Awaited<ReturnType<typeof cloneDatabase>>
let dataDir: string
let playground: App
let browser: Browser

beforeAll(async () => {
  database = await cloneDatabase()
  dataDir = await mkdtemp(join(tmpdir(), 'parley-playground-'))
  const starting = startApp({ PORT: '0', DATABASE_URL: database.url, DATA_DIR: dataDir })
  browser = await openBrowser()
  playground = await starting
}, 90_000)

afterAll(async () => {
  await browser?.close()
  playground?.signal('SIGTERM')
  await playground?.ended
  await database?.drop()
  await rm(dataDir, { recursive: true, force: true })
})

test('in the playground a lead’s card leads to its page in the Mini App, and an Escape there back to the card', async () => {
  const page = await browser.newPage()
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(playground.url)
  const staff = page.locator('.staff')
  const button = (words: string) => staff.locator('.inline-button', { hasText: words }).last()
  await staff.locator('.composer-input').fill('/lead 3')
  await page.keyboard.press('Enter')
  const card = staff.locator('.row.theirs', { hasText: '#3' }).last()
  await button('More').click()
  await button('Open in Mini App').click()

  const app = page.frameLocator('.mini-app iframe')
  const name = (await card.locator('.bubble b').first().textContent())?.replace(/[\u2066-\u2069]/g, '') ?? ''
  await app.getByText(name).first().waitFor()
  await app.getByText('#3').first().waitFor()
  await app.locator('body').press('Escape')
  await page.locator('.mini-app').waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
})
