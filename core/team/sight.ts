import type { Rights } from './rights.ts'

/** Whose leads somebody sees: everybody's, or those of some members, with or without the open ones that nobody has. */
export type Sight = 'all' | { ownerIds: readonly string[]; unclaimed: boolean }

/** What must be known of a lead to say who sees it. */
export interface Seen {
  ownerId: string | null
  closedAt: Date | null
}

/** Whether a lead is among those that somebody sees; `visible-leads.ts` says the same in SQL. */
export const canSee = (sees: Sight, { ownerId, closedAt }: Seen): boolean =>
  sees === 'all' || (ownerId === null ? sees.unclaimed && closedAt === null : sees.ownerIds.includes(ownerId))

/** A member as far as teams go. */
interface InTeam {
  id: string
  teamId: string | null
}

/**
 * Whose leads a member sees.
 *
 * @param team the active members, or as many of them as are in his team; whoever is in none is a team of his own
 */
export function sightIn(member: InTeam, { scope, unclaimed }: Rights, team: readonly InTeam[]): Sight {
  if (scope === 'all') return 'all'
  if (scope === 'own' || member.teamId === null) return { ownerIds: [member.id], unclaimed }
  return { ownerIds: team.filter(({ teamId }) => teamId === member.teamId).map(({ id }) => id), unclaimed }
}
