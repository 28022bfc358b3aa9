import { randomInt } from 'node:crypto'
import { badRequest } from './api-error.ts'

export interface PressAnswer {
  text?: string
  showAlert?: boolean
  url?: string
}

/** The button presses that wait for answerCallbackQuery. */
export interface Presses {
  /**
   * Opens a press and gives its callback query id; `answered` resolves with undefined when nobody answers
   * in `waitMs`.
   */
  open(botId: number, waitMs: number): { id: string; answered: Promise<PressAnswer | undefined> }
  /** Throws 400 when the id is unknown, another bot's, too old, or answered before. */
  answer(botId: number, id: string, answer: PressAnswer): void
}

/** Creates the register of presses; an id can be answered once and for `expiryMs`. */
export function createPresses(expiryMs: number): Presses {
  const open = new Map<string, { botId: number; at: number; resolve: (answer?: PressAnswer) => void }>()
  return {
    open(botId, waitMs) {
      for (const [id, press] of open) if (press.at + expiryMs < Date.now()) open.delete(id)
      const id = `${randomInt(1e9, 9e9)}${randomInt(1e8, 9e8)}`
      const { promise, resolve } = Promise.withResolvers<PressAnswer | undefined>()
      open.set(id, { botId, at: Date.now(), resolve })
      const timer = setTimeout(() => resolve(undefined), waitMs)
      timer.unref()
      return { id, answered: promise.finally(() => clearTimeout(timer)) }
    },
    answer(botId, id, answer) {
      const press = open.get(id)
      if (!press || press.botId !== botId || press.at + expiryMs <= Date.now()) {
        throw badRequest('query is too old and response timeout expired or query ID is invalid')
      }
      open.delete(id)
      press.resolve(answer)
    },
  }
}
