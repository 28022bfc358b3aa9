import type { KnownActor } from '../actor.ts'
import { canManageTeam, canWorkLeads } from '../policy.ts'

/** One's own, and those of everybody where one leads the team. Others' own are seen by nobody else. */
export const canChangeQuickReply = (actor: KnownActor, { shared }: { shared: boolean }): boolean =>
  shared ? canManageTeam(actor) : canWorkLeads(actor)
