import type { Referral } from '../channels/inbound-item.ts'
import { visibleLeads } from '../team/visible-leads.ts'
import type { Looking } from './read-masks.ts'

/** What brought a person to a lead at a moment. */
export interface TouchOfLead {
  leadId: string
  at: Date
  source: string
  attribution: Referral
}

/** What brought a person first and last, over all his leads that the actor sees: they keep it, so a merge or its undoing needs no more. */
export async function readTouches(
  { actor, sql, organizationId }: Looking,
  contactId: string,
): Promise<{ firstTouch: TouchOfLead | null; lastTouch: TouchOfLead | null }> {
  const values: unknown[] = [organizationId, contactId]
  const visible = visibleLeads(actor, values, 'lead')
  const touches = await sql.query<TouchOfLead & Record<string, unknown>>(
    `select t.* from (
       (select 1 as place, id as "leadId", coalesce(attributed_at, created_at) as at, source, attribution from lead
        where organization_id = $1 and contact_id = $2 and ${visible} order by 3 limit 1)
       union all
       (select 2, id, coalesce(last_attributed_at, attributed_at, created_at), coalesce(last_source, source),
          coalesce(last_attribution, attribution)
        from lead where organization_id = $1 and contact_id = $2 and ${visible}
        order by last_attributed_at is null, 3 desc limit 1)) t order by t.place`,
    values,
  )
  const [firstTouch, lastTouch] = touches.map(({ leadId, at, source, attribution }) => ({
    leadId,
    at,
    source,
    attribution,
  }))
  return { firstTouch: firstTouch ?? null, lastTouch: lastTouch ?? null }
}
