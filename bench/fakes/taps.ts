import { setTimeout as sleep } from 'node:timers/promises'
import { clock } from '../load/clock.ts'
import type { Update } from './updates.ts'

export interface Tap {
  /** Who presses, in his private chat with the bot. */
  chatId: number
  messageId: number
  /** What the button carries. */
  data: string
}

export interface TapPlan {
  taps: Tap[]
  /** Presses a second, at fixed times whatever happens. */
  rate: number
  /** Ids of updates go on from here: a bot is never told one twice. */
  firstUpdate: number
}

/** From the time of the press to the answer that ends the button's waiting, in milliseconds; null: none within 10 s. */
export type TapOutcome = number | null

const patienceMs = 10_000

/** What the buttons of a message carry. */
export function buttonsOf(markup: unknown): string[] {
  const { inline_keyboard: rows = [] } = (markup ?? {}) as {
    inline_keyboard?: { callback_data?: string }[][]
  }
  return rows.flat().flatMap(({ callback_data: data }) => (data === undefined ? [] : [data]))
}

/** Presses at the planned times, and waits for the answers. In the order of the plan. */
export async function tapAll(
  { taps, rate, firstUpdate }: TapPlan,
  tell: (update: Update) => void,
  answered: ReadonlyMap<string, number>,
): Promise<TapOutcome[]> {
  const beganAt = clock()
  const dueAt = (index: number) => beganAt + (index * 1000) / rate
  for (const [index, tap] of taps.entries()) {
    const wait = dueAt(index) - clock()
    if (wait > 1) await sleep(wait)
    tell(updateOf(tap, firstUpdate + index))
  }
  const idOf = (index: number) => String(firstUpdate + index)
  const deadline = clock() + patienceMs
  while (clock() < deadline && !taps.every((_, index) => answered.has(idOf(index)))) await sleep(20)
  return taps.map((_, index) => {
    const at = answered.get(idOf(index))
    return at === undefined ? null : at - dueAt(index)
  })
}

/** A press as Telegram tells of it. */
function updateOf({ chatId, messageId, data }: Tap, number: number): Update {
  const person = { id: chatId, first_name: 'Agent', last_name: String(chatId) }
  return {
    update_id: number,
    callback_query: {
      id: String(number),
      from: { ...person, is_bot: false, language_code: 'en' },
      chat_instance: String(chatId),
      data,
      message: {
        message_id: messageId,
        date: Math.floor(Date.now() / 1000),
        chat: { ...person, type: 'private' },
        text: 'A card',
      },
    },
  }
}
