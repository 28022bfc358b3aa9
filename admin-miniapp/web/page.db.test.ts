import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId, shortId } from '#core/new-id.ts'
import { inboundMessage, somePerson, writeIn } from '#core/testing/write-in.ts'
import { darkTheme, openBrowser } from '../testing/open-browser.ts'
import { openMiniApp } from '../testing/open-mini-app.ts'
import { launchOf } from '../testing/sign-launch.ts'

const hostile = '<img src=x onerror="window.hit=1"><b>Bold</b> \u202Egnp.exe'

let app: Awaited<ReturnType<typeof openMiniApp>>
let browser: Awaited<ReturnType<typeof openBrowser>>
let house: Awaited<ReturnType<typeof app.makeOrganization>>
let karim: Awaited<ReturnType<typeof house.join>>
let leadId: string
beforeAll(async () => {
  app = await openMiniApp()
  browser = await openBrowser(app.url)
  house = await app.makeOrganization('Atlas', '300001')
  karim = await house.join('Karim')
  const person = somePerson(hostile)
  const written = await writeIn(app, [
    inboundMessage('300001', { person, body: 'Good morning' }),
    inboundMessage('300001', {
      person,
      kind: 'image',
      body: '<script>window.hit=1</script> السلام عليكم',
      attachments: [{ kind: 'image', mediaId: newId(), fileName: '"><svg onload=window.hit=1>.png' }],
    }),
  ])
  leadId = written.leadId
  await app.rows(
    `update attachment set state = 'stored', stored_mime = 'image/png', size = 78, width = 8, height = 8`,
  )
  await app.desk.perform(karim, 'claimLead', { leadId })
  await app.desk.perform(karim, 'tagLead', { leadId, name: '<i>vip</i>' })
  await app.desk.perform(karim, 'addNote', { leadId, body: '{{7*7}} <u>rich</u>', idempotencyKey: newId() })
})
afterAll(async () => {
  await browser.close()
  await app.close()
})

const launch = (language = 'en', more: Record<string, string> = {}) =>
  launchOf(karim.person.telegramUserId, {
    user: JSON.stringify({ id: karim.person.telegramUserId, first_name: 'Karim', language_code: language }),
    ...more,
  })

const ways = [
  { name: 'light', language: 'en', dir: 'ltr', ground: 'rgb(255, 255, 255)', theme: undefined },
  {
    name: 'dark, in Telegram’s colours',
    language: 'fr',
    dir: 'ltr',
    ground: 'rgb(23, 33, 43)',
    theme: darkTheme,
  },
  { name: 'Arabic', language: 'ar', dir: 'rtl', ground: 'rgb(255, 255, 255)', theme: undefined },
] as const

describe.each(ways)('the page, $name', ({ language, dir, ground, theme }) => {
  it('goes from the list to a lead and back, and what people wrote is text', async () => {
    const page = await browser.visit({ initData: launch(language), ...(theme ? { theme } : {}) })
    const row = page.locator('.row').first()
    await row.waitFor()
    expect(await page.locator('html').getAttribute('dir')).toBe(dir)
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(ground)
    expect(page.url()).toBe(`${app.url}/miniapp/`)
    expect(await row.innerText()).toContain('<img src=x onerror="window.hit=1">')
    // The sideways scroll of a page on a phone is a fault.
    const width = () => page.evaluate(() => document.documentElement.scrollWidth)
    expect(await width()).toBe(390)

    await row.click()
    await page.locator('.bubble').nth(2).waitFor()
    expect(await page.locator('.talk').innerText()).toContain('<script>window.hit=1</script>')
    expect(await page.locator('.bubble.note').innerText()).toContain('{{7*7}} <u>rich</u>')
    await expect
      .poll(() => page.locator('.picture img').evaluate((it) => (it as HTMLImageElement).naturalWidth))
      .toBe(8)
    expect(await width()).toBe(390)
    await page.getByRole('tab').nth(1).click()
    expect(await page.locator('.details').innerText()).toContain('<i>vip</i>')
    expect(page.url()).toBe(`${app.url}/miniapp/?lead=${leadId}`)
    await page.locator('.round').click()
    await row.waitFor()
    expect(page.url()).toBe(`${app.url}/miniapp/`)
    expect(await page.evaluate(() => (window as { hit?: number }).hit)).toBeUndefined()
    await page.context().close()
  })
})

describe('the page', () => {
  it('opens the lead that a link asked for, by either way', async () => {
    const short = shortId(leadId)
    for (const visit of [
      { initData: launch('en', { start_param: `lead_${short}` }) },
      { initData: launch(), query: `?lead=${short}` },
      { initData: launch(), query: `?tgWebAppStartParam=lead_${short}` },
    ]) {
      const page = await browser.visit(visit)
      await page.locator('.bubble').first().waitFor()
      expect(page.url()).toBe(`${app.url}/miniapp/?lead=${short}`)
      await page.context().close()
    }
  })

  it("uses Telegram's own button back where it has one", async () => {
    const page = await browser.visit({ initData: launch(), telegram: 'answers' })
    await page.locator('.row').first().click()
    await page.locator('.bubble').first().waitFor()
    await expect.poll(() => page.locator('.round').count()).toBe(0)
    await page.evaluate(() => (window as unknown as { pressBack(): void }).pressBack())
    await page.locator('.row').first().waitFor()
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { told: string[] }).told))
      .toEqual(expect.arrayContaining(['ready', 'expand', 'show', 'hide']))
    await page.context().close()
  })

  it('is used by keyboard', async () => {
    const page = await browser.visit({ initData: launch() })
    await page.locator('.row').first().waitFor()
    for (let step = 0; step < 8; step += 1) {
      await page.keyboard.press('Tab')
      if (await page.evaluate(() => document.activeElement?.matches('.row'))) break
    }
    await page.keyboard.press('Enter')
    await page.locator('.bubble').first().waitFor()
    await page.getByRole('tab', { selected: true }).focus()
    await page.keyboard.press('ArrowRight')
    await page.locator('.details').waitFor()
    await page.context().close()
  })

  it('says how to open it again when its session is over, and when it was never in Telegram', async () => {
    const page = await browser.visit({
      initData: launch('en', { auth_date: String(Math.floor(Date.now() / 1_000) - 3_590) }),
    })
    await page.locator('.row').first().waitFor()
    await app.rows(`update staff_session set expires_at = now()`)
    await app.rows(`update member set state = 'removed' where id = $1`, [karim.memberId])
    await page.locator('.row').first().click()
    await page.getByText('open it again from the chat with the bot').waitFor()
    await app.rows(`update member set state = 'active' where id = $1`, [karim.memberId])
    await page.context().close()

    const outside = await browser.visit({ context: { locale: 'fr-FR' } })
    await outside.getByText('Ouvrez cette page depuis Telegram').waitFor()
    await outside.context().close()
  })

  it('can be loaded again while its session lasts, and not once it was signed out', async () => {
    const page = await browser.visit({ initData: launch() })
    await page.locator('.row').first().waitFor()
    await page.reload({ waitUntil: 'commit' })
    await page.locator('.row').first().waitFor()
    await page.locator('.foot button').click()
    await page.getByText('Signed out').waitFor()
    await page.reload({ waitUntil: 'commit' })
    await page.getByText('Open this page from Telegram').waitFor()
    await page.context().close()
  })

  it('never had anything of a session in an address, nor a complaint of the browser but for refusals', () => {
    expect(browser.addresses.length).toBeGreaterThan(50)
    expect(
      browser.addresses.filter((address) =>
        /hash=|tgWebAppData|auth_date|Bearer|%22first_name/i.test(address),
      ),
    ).toEqual([])
    // The one refused request of the session that was over, and the exchange that was tried after it.
    const others = browser.complaints.filter((line) => !/status of 40[13]/.test(line))
    expect(others).toEqual([])
  })
})
