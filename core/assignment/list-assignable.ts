import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { isSystem } from '../policy.ts'
import { decideAssignment } from './decide-assignment.ts'
import { readFacts } from './read-facts.ts'
import { readSituation } from './read-situation.ts'

const requestsAtOnce = 500

/**
 * The requests for somebody to be given a lead that can be settled now, the oldest first: looked through together, since
 * of a night's leads most go on waiting.
 */
export const listAssignable = defineQuery({
  input: z.object({}),
  allowed: isSystem,
  async run({ sql, organizationId, now }): Promise<string[]> {
    const requests = await sql.query<{ id: string; leadId: string; fromId: string | null }>(
      `select id, lead_id as "leadId", from_id as "fromId" from assignment_request
       where organization_id = $1 and settled_at is null order by created_at, id limit ${requestsAtOnce}`,
      [organizationId],
    )
    if (requests.length === 0) return []
    const { plan, situation } = await readSituation(sql, organizationId, now)
    const team = situation.team.map((member) => ({ ...member }))
    const facts = new Map(
      (await readFacts(sql, organizationId, requests)).map((known) => [known.leadId, known]),
    )
    return requests.flatMap(({ id, leadId }) => {
      const lead = facts.get(leadId)
      if (!lead || lead.ownerId !== null) return [id]
      const decision = decideAssignment(lead, plan, { ...situation, team })
      if (decision.kind === 'wait') return []
      const chosen = decision.kind === 'assign' ? team.find((one) => one.id === decision.memberId) : undefined
      if (chosen) chosen.open += 1
      return [id]
    })
  },
})
