import type { Burst, Stream } from '#core/assignment/read-burst.ts'
import type { BotTools } from '../context.ts'
import { botActor } from '../posts/show-posts.ts'

/** So many leads that change hands at once are told one by one; of more, one message tells (`member-removed.ts`). */
const mostAlone = 3

/** Whether a lead is one of many that changed hands at once, so that nothing is told of it alone. */
export const isToldTogether = ({ together = 1 }: { together?: number }): boolean => together > mostAlone

/** Whether so many leads went the same way within a minute before this one that it is told with what follows (`tell-burst.ts`). */
export const isInFlood = ({ place }: Stream): boolean => place > mostAlone

/** With how many others a lead changed hands, by the event that tells of it. */
export const readBurst = ({ desk }: BotTools, organizationId: string, eventId: string): Promise<Burst> =>
  desk.ask(botActor(organizationId), 'readBurst', { eventId })
