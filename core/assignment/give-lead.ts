import { type KnownMember, memberIdOf } from '../actor.ts'
import type { Work } from '../command.ts'
import type { Lead } from '../leads/lead.ts'

export const assignmentReasons = ['hand', 'rule', 'absence', 'shift'] as const
/** Why somebody got a lead: by hand, by the rules, or because its owner did not answer or his shift was over. */
export type AssignmentReason = (typeof assignmentReasons)[number]

/**
 * Gives a lead, locked by the caller, to a member, whoever had it before, and tells of it.
 *
 * @param together how many he is given at once
 */
export async function giveLead(
  work: Work,
  lead: Lead,
  { memberId, name }: Pick<KnownMember, 'memberId' | 'name'>,
  reason: AssignmentReason,
  together = 1,
): Promise<void> {
  const { actor, sql, organizationId, now, record, remember } = work
  const previousOwnerId = lead.ownerId ?? null
  lead.ownerId = memberId
  lead.claimedAt = now
  await sql.query(
    `insert into presence (organization_id, member_id, last_assigned_at) values ($1, $2, clock_timestamp())
     on conflict (organization_id, member_id) do update set last_assigned_at = excluded.last_assigned_at`,
    [organizationId, memberId],
  )
  remember(lead.id, 'lead.assigned', { ownerId: memberId, owner: name, previousOwnerId, reason })
  record({
    type: 'lead.assigned',
    data: {
      leadId: lead.id,
      ownerId: memberId,
      previousOwnerId,
      byId: memberIdOf(actor),
      reason,
      ...(together > 1 ? { together } : {}),
    },
    lane: lead.id,
  })
}
