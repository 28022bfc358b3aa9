import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { isOfBlocked } from '../leads/resting.ts'
import { isSystem } from '../policy.ts'
import { fulfilRequest } from './assign-requested.ts'
import { givesLeads } from './gives-leads.ts'

/**
 * Gives a lead that nobody has to somebody, after the organization's rules; where nobody is available, the lead waits.
 * Nothing is done where leads are for whoever claims them.
 *
 * `requestId` is the lead's own id when it comes, and that of the event when its owner has left: hearing it twice is once. `fromId`: who had the lead; where he is
 * still on the team he gave it back himself, so that it is for whoever claims it.
 */
export const requestAssignment = defineCommand({
  input: z.object({ requestId: z.uuid(), leadId: z.uuid(), fromId: z.uuid().optional() }),
  allowed: isSystem,
  async run(work, { requestId, leadId, fromId }) {
    const { sql, organizationId } = work
    if (!(await givesLeads(sql, organizationId))) return
    await sql.query(
      `insert into assignment_request (organization_id, id, lead_id, from_id)
       select $1, $2, l.id, $4 from lead l where l.organization_id = $1 and l.id = $3 and l.owner_id is null
         and l.closed_at is null and l.merged_into is null and not ${isOfBlocked}
         and ($4::uuid is null or exists (select from member m
           where m.organization_id = $1 and m.id = $4 and m.state = 'removed'))
       on conflict do nothing`,
      [organizationId, requestId, leadId, fromId ?? null],
    )
    await fulfilRequest(work, requestId)
  },
})
