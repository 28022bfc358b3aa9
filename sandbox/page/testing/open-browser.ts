import chromium from '@sparticuz/chromium'
import { type Browser, chromium as driver } from 'playwright-core'

/** A browser without a window. */
export async function openBrowser(): Promise<Browser> {
  const args = chromium.args.filter((argument) => argument !== '--single-process')
  return driver.launch({ executablePath: await chromium.executablePath(), args, headless: true })
}
