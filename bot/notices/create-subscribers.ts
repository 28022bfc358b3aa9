import { DeskError } from '#core/errors.ts'
import type { Subscriber } from '#core/events.ts'
import type { BotTools } from '../context.ts'
import { notices } from './index.ts'

/**
 * The bot as a subscriber: one for all notices, so that what happens to one lead is shown in its order. What is gone
 * by now, such as an erased lead, is not shown: hearing of it again would not bring it back.
 */
export function createSubscribers(tools: BotTools): Subscriber[] {
  const byType = new Map(notices.map((notice) => [notice.type, notice]))
  return [
    {
      name: 'staff-bot',
      types: [...byType.keys()],
      async handle(event) {
        try {
          await byType.get(event.type)?.show(tools, event)
        } catch (error) {
          if (!(error instanceof DeskError) || error.kind !== 'not-found') throw error
          tools.log.info(
            { event: event.id, type: event.type, code: error.code },
            'what an event speaks of is gone',
          )
        }
      },
    },
  ]
}
