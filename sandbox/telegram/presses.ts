import { randomInt } from 'node:crypto'
import { badRequest } from './api-error.ts'

export interface PressAnswer {
  text?: string
  showAlert?: boolean
  url?: string
}

/** What people did and wait for a bot to answer, once and soon: presses of buttons, and what is asked while typing. */
export interface Presses<Answer = PressAnswer> {
  /**
   * Opens one and gives the id of its query; `answered` resolves with undefined when nobody answers
   * in `waitMs`.
   */
  open(botId: number, waitMs: number): { id: string; answered: Promise<Answer | undefined> }
  /** Throws 400 when the id is unknown, another bot's, too old, or answered before. */
  answer(botId: number, id: string, answer: Answer): void
}

/** Creates a register of them; an id can be answered once and for `expiryMs`. */
export function createPresses<Answer = PressAnswer>(expiryMs: number): Presses<Answer> {
  const open = new Map<string, { botId: number; at: number; resolve: (answer?: Answer) => void }>()
  return {
    open(botId, waitMs) {
      for (const [id, press] of open) if (press.at + expiryMs < Date.now()) open.delete(id)
      const id = `${randomInt(1e9, 9e9)}${randomInt(1e8, 9e8)}`
      const { promise, resolve } = Promise.withResolvers<Answer | undefined>()
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
