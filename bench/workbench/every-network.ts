import { directAccounts } from '../load/direct-bodies.ts'
import { formsToken, googleKey } from '../load/lead-bodies.ts'
import { customerBotToken, telegramSecret } from '../load/telegram-bodies.ts'

/** What the environment of an app needs beside WhatsApp's settings so that it takes every part of the mix. */
export const everyNetwork: Record<string, string> = {
  INSTAGRAM_ACCOUNT_ID: directAccounts.instagram,
  INSTAGRAM_ACCESS_TOKEN: 'an-instagram-token-of-the-benchmarks-only',
  MESSENGER_PAGE_ID: directAccounts.messenger,
  MESSENGER_PAGE_ACCESS_TOKEN: 'a-page-token-of-the-benchmarks-only',
  TELEGRAM_CUSTOMER_BOT_TOKEN: customerBotToken,
  TELEGRAM_WEBHOOK_SECRET: telegramSecret,
  // Customers' updates come by webhook only where the desk has an address; nobody calls this one.
  PUBLIC_URL: 'https://desk.bench.test',
  GOOGLE_LEADS_KEY: googleKey,
  FORMS_TOKEN: formsToken,
}
