import { askerOf } from '#core/actor.ts'
import type { OutputOf } from '#core/desk.ts'
import type { LeadCard } from '#core/leads/lead-card.ts'
import { canManageChannels, canReleaseLead, canWorkLeads } from '#core/policy.ts'
import type { queries } from '#core/queries.ts'
import { canSee } from '#core/team/sight.ts'
import type { BotTools } from '../context.ts'
import { botActor } from '../posts/show-posts.ts'

export type Colleague = OutputOf<(typeof queries)['listMembers']>[number]

export const readColleagues = (tools: BotTools, organizationId: string): Promise<Colleague[]> =>
  tools.desk.ask(botActor(organizationId), 'listMembers', {})

const isReachable = ({ unreachable }: Colleague) => !unreachable

/** As much of a lead as says who sees it. */
type Whose = Pick<LeadCard, 'owner' | 'closedAt'>

/** Whether a lead is among those that a member sees at all. */
export const seesLead = ({ sees, permissions }: Colleague, { owner, closedAt }: Whose): boolean =>
  permissions.includes('leads.read') && canSee(sees, { ownerId: owner?.id ?? null, closedAt })

/** Those who work leads, see this one and can be reached. */
export const workersOf = (team: Colleague[], card: Whose): Colleague[] =>
  team.filter((member) => canWorkLeads(askerOf(member)) && isReachable(member) && seesLead(member, card))

/** Those who can be reached and hear of what is amiss with channels. */
export const channelKeepersOf = (team: Colleague[]): Colleague[] =>
  team.filter((member) => canManageChannels(askerOf(member)) && isReachable(member))

/** Those who can be reached, see this lead and may take leads from colleagues: owners, admins and the like. */
export const leadersOf = (team: Colleague[], card: Whose): Colleague[] =>
  team.filter(
    (member) => canReleaseLead(askerOf(member), '') && isReachable(member) && seesLead(member, card),
  )

/**
 * Whom news of a lead concerns: its owner; everybody who works leads and sees it while nobody has it; who leads when its
 * owner cannot be reached or has left.
 */
export function audienceOf(team: Colleague[], card: Whose): Colleague[] {
  const { owner } = card
  if (!owner) return workersOf(team, card)
  const member = team.find(({ id }) => id === owner.id)
  return member && isReachable(member) ? [member] : leadersOf(team, card)
}
