import chromium from '@sparticuz/chromium'
import { type BrowserContextOptions, chromium as driver, type Page } from 'playwright-core'

export const darkTheme = {
  bg_color: '#17212b',
  secondary_bg_color: '#0e1621',
  text_color: '#f5f5f5',
  hint_color: '#708499',
  link_color: '#6ab3f3',
  button_color: '#5288c1',
  button_text_color: '#ffffff',
  accent_text_color: '#6ab2f2',
}

/** A script that stands in for Telegram's: it remembers what it is told, and its button back can be pressed. */
const telegramScript = `
  window.told = []
  const tell = (name) => (...values) => { window.told.push([name, ...values.filter((value) => typeof value !== 'function')].join(' ')) }
  window.Telegram = { WebApp: {
    initData: '', themeParams: {}, isVersionAtLeast: () => true, ready: tell('ready'), expand: tell('expand'),
    onEvent: tell('onEvent'), setHeaderColor: tell('header'), setBackgroundColor: tell('background'),
    disableVerticalSwipes: tell('swipes'),
    BackButton: { show: tell('show'), hide: tell('hide'), offClick: tell('off'), onClick(back) { window.pressBack = back } },
  } }`

interface Visit {
  initData?: string
  theme?: Record<string, string>
  query?: string
  /** What comes of Telegram's script: nothing ever, or a stand-in. */
  telegram?: 'hangs' | 'answers'
  context?: BrowserContextOptions
}

/** A browser on the Mini App at an address, as Telegram opens it. */
export async function openBrowser(url: string) {
  const args = chromium.args.filter((argument) => argument !== '--single-process')
  const browser = await driver.launch({
    executablePath: await chromium.executablePath(),
    args,
    headless: true,
  })
  /** What the browser complained of, breaches of the page's policy among them; a good test leaves it empty. */
  const complaints: string[] = []
  /** Every address that was asked for. */
  const addresses: string[] = []
  return {
    complaints,
    addresses,
    async visit({ initData, theme, query = '', telegram = 'hangs', context = {} }: Visit): Promise<Page> {
      const opened = await browser.newContext({
        viewport: { width: 390, height: 780 },
        reducedMotion: 'reduce',
        ...context,
      })
      const page = await opened.newPage()
      page.setDefaultTimeout(15_000)
      page.on('console', (line) => ['error', 'warning'].includes(line.type()) && complaints.push(line.text()))
      page.on('pageerror', (error) => complaints.push(String(error)))
      page.on('request', (request) => {
        addresses.push(request.url())
        const { referer } = request.headers()
        if (referer) addresses.push(referer)
      })
      await page.route('https://telegram.org/**', (route) =>
        telegram === 'answers'
          ? route.fulfill({ contentType: 'text/javascript', body: telegramScript })
          : undefined,
      )
      const fragment = new URLSearchParams({
        ...(initData === undefined ? {} : { tgWebAppData: initData, tgWebAppVersion: '8.0' }),
        ...(theme ? { tgWebAppThemeParams: JSON.stringify(theme) } : {}),
      })
      // A script that never comes also keeps the page from ever having loaded.
      await page.goto(`${url}/miniapp/${query}#${fragment}`, { waitUntil: 'commit' })
      return page
    },
    close: () => browser.close(),
  }
}
