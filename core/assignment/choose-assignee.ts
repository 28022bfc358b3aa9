import type { KnownMember } from '../actor.ts'
import type { Work } from '../command.ts'
import { type AssignmentDecision, decideAssignment, type LeadFacts } from './decide-assignment.ts'
import { holdAssignee } from './hold-assignee.ts'
import { readSituation } from './read-situation.ts'

/**
 * Decides who gets a lead, and holds him against a removal at the same moment. The caller holds the organization's
 * assignments and has locked no lead yet.
 */
export async function chooseAssignee(
  work: Work,
  lead: LeadFacts,
): Promise<{ kind: 'assign'; member: KnownMember } | Exclude<AssignmentDecision, { kind: 'assign' }>> {
  const { plan, situation } = await readSituation(work.sql, work.organizationId, work.now)
  let { team } = situation
  for (;;) {
    const decision = decideAssignment(lead, plan, { ...situation, team })
    if (decision.kind !== 'assign') return decision
    const member = await holdAssignee(work, decision.memberId)
    if (member) return { kind: 'assign', member }
    // He has left, or works no leads any more, since the team was read.
    team = team.filter(({ id }) => id !== decision.memberId)
  }
}
