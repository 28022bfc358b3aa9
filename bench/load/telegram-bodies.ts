import type { Call } from './call.ts'
import { secondOf, wordsOf } from './turns.ts'

/** The bot that customers of all benchmarks write to, and what Telegram proves itself by. */
export const customerBotToken = '7000000002:benchmarks-only-benchmarks-only-01'
export const telegramSecret = 'a-secret-of-the-benchmarks-only'

export const telegramIdOf = (person: number): number => 800_000_000 + person

/** Ids of one load are apart from those of another: they count for the whole bot. */
const perRun = 10_000_000

/** One update with a customer's message, as Telegram sends it: about 460 bytes. */
export function telegramMessage(run: string, index: number, person: number): Call {
  const number = Number.parseInt(run, 36) * perRun + index
  const user = {
    id: telegramIdOf(person),
    first_name: 'Customer',
    last_name: String(person),
    username: `customer_of_bench_${person}`,
  }
  return {
    path: '/webhooks/telegram/customer',
    headers: { 'Content-Type': 'application/json', 'X-Telegram-Bot-Api-Secret-Token': telegramSecret },
    body: JSON.stringify({
      update_id: number,
      message: {
        message_id: number,
        from: { ...user, is_bot: false, language_code: 'fr' },
        chat: { ...user, type: 'private' },
        date: secondOf(index),
        text: wordsOf(index),
      },
    }),
  }
}
