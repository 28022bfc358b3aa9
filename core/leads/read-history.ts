import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { readMasks } from '../contacts/read-masks.ts'
import { canReadLeads } from '../policy.ts'
import { mustSeeLead } from './must-see-lead.ts'

/** One line of a lead's history. `kind` is a message kind's, `note`, or an activity's such as `lead.claimed`. */
export interface HistoryLine {
  type: 'message' | 'note' | 'activity'
  at: Date
  kind: string
  body: string | null
  data: Record<string, unknown>
  direction: 'inbound' | 'outbound' | null
  status: string | null
  /** The member who wrote or did it. */
  by: string | null
}

/**
 * What was said, noted and done on a lead and on those folded into it: the newest `limit` lines, in order of time.
 *
 * @throws DeskError lead-not-found
 */
export const readHistory = defineQuery({
  input: z.object({ leadId: z.uuid(), limit: z.number().int().min(1).max(200).default(30) }),
  allowed: canReadLeads,
  async run(work, { leadId, limit }) {
    const { sql, organizationId } = work
    const { contactId } = await mustSeeLead(work, leadId)
    const mask = (await readMasks(work, [contactId]))(contactId)
    const lines = await sql.query<HistoryLine & Record<string, unknown>>(
      `select h.*, m.name as by from (
         select 'message' as type, sent_at as at, kind, body, data, direction, status, author_id as author, id
         from message where organization_id = $1 and lead_id = $2 and twin_of is null
         union all
         select 'note', created_at, 'note', body, '{}', null, null, author_id, id
         from note where organization_id = $1 and lead_id = $2
         union all
         select 'activity', created_at, kind, null, data, null, null, actor_id, id
         from activity where organization_id = $1 and kind <> 'note.added' and lead_id in (select id from lead
           where organization_id = $1 and (id = $2 or merged_into = $2))
         order by at desc, id desc limit $3) h
       left join member m on m.organization_id = $1 and m.id = h.author
       order by h.at, h.id`,
      [organizationId, leadId, limit],
    )
    return lines.map(
      ({ type, at, kind, body, data, direction, status, by }): HistoryLine => ({
        type,
        at,
        kind,
        body: mask(body),
        data: mask(data),
        direction,
        status,
        by,
      }),
    )
  },
})
