import type { Referral } from '../channels/inbound-item.ts'
import type { Sql } from '../database/sql.ts'

/** What brought a person to a lead at a moment. */
export interface TouchOfLead {
  leadId: string
  at: Date
  source: string
  attribution: Referral
}

/** What brought a person first and last, over all his leads: they keep it, so a merge or its undoing needs no more. */
export async function readTouches(
  sql: Sql,
  organizationId: string,
  contactId: string,
): Promise<{ firstTouch: TouchOfLead | null; lastTouch: TouchOfLead | null }> {
  const touches = await sql.query<TouchOfLead & Record<string, unknown>>(
    `select t.* from (
       (select 1 as place, id as "leadId", coalesce(attributed_at, created_at) as at, source, attribution from lead
        where organization_id = $1 and contact_id = $2 order by 3 limit 1)
       union all
       (select 2, id, coalesce(last_attributed_at, attributed_at, created_at), coalesce(last_source, source),
          coalesce(last_attribution, attribution)
        from lead where organization_id = $1 and contact_id = $2
        order by last_attributed_at is null, 3 desc limit 1)) t order by t.place`,
    [organizationId, contactId],
  )
  const [firstTouch, lastTouch] = touches.map(({ leadId, at, source, attribution }) => ({
    leadId,
    at,
    source,
    attribution,
  }))
  return { firstTouch: firstTouch ?? null, lastTouch: lastTouch ?? null }
}
