import type { Sql } from '../database/sql.ts'

/**
 * How many people in a row have lost a lead because they did not answer, since anybody last answered its customer or put
 * the lead away. What is kept of the lead says it, so that nothing has to be counted on the way.
 */
export async function countAbsences(sql: Sql, organizationId: string, leadId: string): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    `select count(*)::int as count from activity a
     join lead l on l.organization_id = $1 and l.id = a.lead_id
     where a.organization_id = $1 and a.lead_id = $2 and a.kind in ('lead.assigned', 'lead.released')
       and a.data->>'reason' = 'absence'
       and a.created_at > coalesce(greatest(l.last_outbound_at, l.handled_through), '-infinity')`,
    [organizationId, leadId],
  )
  return row?.count ?? 0
}
