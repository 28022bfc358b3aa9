import type { DomainEvent, EventType } from '#core/events.ts'
import type { BotTools } from '../context.ts'

export type EventOf<Type extends EventType> = Extract<DomainEvent, { type: Type }>

/** What staff are shown when something has happened. Adding one is a file here and a line in index.ts. */
export interface Notice {
  type: EventType
  show(tools: BotTools, event: DomainEvent): Promise<void>
}

/**
 * Must bear to hear the same event twice: every post it asks for has a key that comes from the event or from what the
 * event speaks of.
 */
export function noticeOf<Type extends EventType>(
  type: Type,
  show: (tools: BotTools, event: EventOf<Type>) => Promise<void>,
): Notice {
  return {
    type,
    async show(tools, event) {
      if (isOfType(event, type)) await show(tools, event)
    },
  }
}

const isOfType = <Type extends EventType>(event: DomainEvent, type: Type): event is EventOf<Type> =>
  event.type === type
