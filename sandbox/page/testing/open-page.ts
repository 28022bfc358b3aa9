import type { Page } from 'playwright-core'
import { openSandbox } from '../../open-sandbox.ts'
import { openBrowser } from './open-browser.ts'

type Json = Record<string, unknown>

const token = `10001:${'A'.repeat(35)}`

/** A sandbox with one staff bot (`desk_bot`), a browser, and the page in it. */
export async function openPage() {
  const sandbox = await openSandbox({ telegram: { rates: { enabled: false } } })
  const browser = await openBrowser()
  const post = async (path: string, body: Json, method = 'POST'): Promise<Json> => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(sandbox.url + path, { method, headers, body: JSON.stringify(body) })
    const text = await response.text()
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`)
    return text === '' ? {} : JSON.parse(text)
  }
  const control = (method: string, path: string, body: Json = {}) =>
    post(`/playground/api${path}`, body, method)
  await control('PUT', '/telegram/bots', { token, username: 'desk_bot', firstName: 'Desk' })
  /** What the browser complained of since the start; a good test leaves it empty. */
  const complaints: string[] = []
  return {
    control,
    complaints,
    /** Calls a method of the Bot API as the bot; gives its result. */
    api: async (method: string, body: Json = {}) =>
      (await post(`/telegram/bot${token}/${method}`, body)).result as Json,
    /** The page in a window of this size, in a context of its own. */
    async visit(width = 1440, height = 900): Promise<Page> {
      const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' })
      const page = await context.newPage()
      page.setDefaultTimeout(8_000)
      page.on('console', (line) => ['error', 'warning'].includes(line.type()) && complaints.push(line.text()))
      page.on('pageerror', (error) => complaints.push(String(error)))
      await page.goto(sandbox.url)
      return page
    },
    async close() {
      await browser.close()
      await sandbox.close()
    },
  }
}
