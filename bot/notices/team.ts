import type { OutputOf } from '#core/desk.ts'
import type { LeadCard } from '#core/leads/lead-card.ts'
import type { queries } from '#core/queries.ts'
import type { BotTools } from '../context.ts'
import { botActor } from '../posts/show-posts.ts'

export type Colleague = OutputOf<(typeof queries)['listMembers']>[number]

export const readColleagues = (tools: BotTools, organizationId: string): Promise<Colleague[]> =>
  tools.desk.ask(botActor(organizationId), 'listMembers', {})

const isReachable = ({ unreachable }: Colleague) => !unreachable

/** Those who work leads and can be reached. */
export const workersOf = (team: Colleague[]): Colleague[] =>
  team.filter((member) => member.role !== 'viewer' && isReachable(member))

/** Owners and admins who can be reached. */
export const leadersOf = (team: Colleague[]): Colleague[] =>
  team.filter((member) => (member.role === 'owner' || member.role === 'admin') && isReachable(member))

/**
 * Whom news of a lead concerns: its owner; everybody who works leads while nobody has it; owners and admins when its
 * owner cannot be reached or has left.
 */
export function audienceOf(team: Colleague[], { owner }: Pick<LeadCard, 'owner'>): Colleague[] {
  if (!owner) return workersOf(team)
  const member = team.find(({ id }) => id === owner.id)
  return member && isReachable(member) ? [member] : leadersOf(team)
}
