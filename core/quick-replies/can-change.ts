import type { Asker } from '../actor.ts'
import { canShareQuickReplies, canWorkLeads } from '../policy.ts'

/** One's own, and those of everybody where one may write those. Others' own are seen by nobody else. */
export const canChangeQuickReply = (actor: Asker, { shared }: { shared: boolean }): boolean =>
  shared ? canShareQuickReplies(actor) : canWorkLeads(actor)
