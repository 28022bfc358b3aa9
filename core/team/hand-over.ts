import { giveLead } from '../assignment/give-lead.ts'
import { settleRequestsOf } from '../assignment/settle-requests.ts'
import type { Work } from '../command.ts'
import { Lead } from '../leads/lead.ts'

/** What is told of many leads names so many of them. */
export const namedLeads = 8

/** Who gets what somebody had. */
export interface Successor {
  memberId: string
  name: string
}

/**
 * Takes all open leads from members: to a colleague, who is reminded of them from now on too, or back to where everybody
 * finds them; reminders of those come to whoever takes the lead.
 *
 * @returns the leads, those of which something was heard last first
 */
export async function handOver(
  work: Work,
  memberIds: readonly string[],
  to: Successor | undefined,
): Promise<string[]> {
  const { actor, em, sql, organizationId, record, remember } = work
  // In one order, so that two who hand over at once wait for each other and never both ways.
  const leads = await sql.query<{ id: string; ownerId: string; heardAt: Date | null }>(
    `select id, owner_id as "ownerId", last_inbound_at as "heardAt" from lead
     where organization_id = $1 and owner_id = any($2) and closed_at is null order by id for update`,
    [organizationId, memberIds],
  )
  const ids = leads
    .toSorted((one, other) => (other.heardAt?.getTime() ?? 0) - (one.heardAt?.getTime() ?? 0))
    .map(({ id }) => id)
  if (to) {
    const owned = await em.find(Lead, { organizationId, id: { $in: leads.map(({ id }) => id) } })
    for (const lead of owned) {
      await giveLead(work, lead, to, 'hand', leads.length)
      await settleRequestsOf(sql, organizationId, lead.id)
    }
    await sql.query(
      `update reminder set member_id = $3, version = version + 1
       where organization_id = $1 and member_id = any($2) and done_at is null and cancelled_at is null`,
      [organizationId, memberIds, to.memberId],
    )
    return ids
  }
  await sql.query(
    `update lead set owner_id = null, claimed_at = null where organization_id = $1 and id = any($2)`,
    [organizationId, leads.map(({ id }) => id)],
  )
  for (const { id, ownerId: previousOwnerId } of leads) {
    const byId = actor.kind === 'member' ? actor.memberId : previousOwnerId
    remember(id, 'lead.released', { previousOwnerId })
    record({
      type: 'lead.released',
      data: {
        leadId: id,
        previousOwnerId,
        byId,
        ...(leads.length > 1 ? { together: leads.length } : {}),
      },
      lane: id,
    })
  }
  return ids
}
