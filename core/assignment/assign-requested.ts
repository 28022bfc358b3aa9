import { z } from 'zod'
import { defineCommand, type Work } from '../command.ts'
import { findLeadForChange } from '../leads/find-lead-for-change.ts'
import { isOfBlocked } from '../leads/resting.ts'
import { isSystem } from '../policy.ts'
import { chooseAssignee } from './choose-assignee.ts'
import { giveLead } from './give-lead.ts'
import { readFacts } from './read-facts.ts'
import { holdAssignments } from './read-situation.ts'
import { settleRequest } from './settle-requests.ts'

/** Gives a lead that has waited for somebody to whoever is available now; where nobody is, it goes on waiting. */
export const assignRequested = defineCommand({
  input: z.object({ requestId: z.uuid() }),
  allowed: isSystem,
  async run(work, { requestId }) {
    await fulfilRequest(work, requestId)
  },
})

/** Does what a request asks for, once, however often and by how many processes it is done at the same time. */
export async function fulfilRequest(work: Work, requestId: string): Promise<void> {
  const { sql, organizationId } = work
  await holdAssignments(sql, organizationId)
  const [request] = await sql.query<{ leadId: string; fromId: string | null; ofBlocked: boolean }>(
    `select r.lead_id as "leadId", r.from_id as "fromId", ${isOfBlocked} as "ofBlocked" from assignment_request r
     join lead l on l.organization_id = $1 and l.id = r.lead_id
     where r.organization_id = $1 and r.id = $2 and r.settled_at is null for update of r`,
    [organizationId, requestId],
  )
  if (!request) return
  const settle = (outcome: 'assigned' | 'claim' | 'moot') =>
    settleRequest(sql, organizationId, requestId, outcome)
  // Nobody is given work with whom the team does not talk to.
  if (request.ofBlocked) return settle('moot')
  const [facts] = await readFacts(sql, organizationId, [request])
  if (!facts || facts.ownerId !== null) return settle('moot')
  const choice = await chooseAssignee(work, facts)
  if (choice.kind === 'wait') return
  if (choice.kind === 'claim') return settle('claim')
  const lead = await findLeadForChange(work, request.leadId)
  if (lead.ownerId || lead.closedAt) return settle('moot')
  await giveLead(work, lead, choice.member, 'rule')
  await settle('assigned')
}
