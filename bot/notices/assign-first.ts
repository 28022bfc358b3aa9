import type { BotTools } from '../context.ts'
import { botActor } from '../posts/show-posts.ts'

/**
 * A lead that the rules give to somebody is his before anybody is told of it, so that nobody else is disturbed. Core does
 * the same by itself; whoever comes second finds it done.
 */
export const assignFirst = ({ desk }: BotTools, organizationId: string, leadId: string): Promise<void> =>
  desk.perform(botActor(organizationId), 'requestAssignment', { requestId: leadId, leadId })
