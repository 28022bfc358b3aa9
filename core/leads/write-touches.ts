import type { Sql } from '../database/sql.ts'
import type { Touches } from './decide-touches.ts'

/**
 * Writes what a batch found out about where leads came from. The times are compared again with the rows, since another
 * batch may have written meanwhile.
 */
export async function writeTouches(
  sql: Sql,
  organizationId: string,
  touches: ReadonlyMap<string, Touches>,
): Promise<void> {
  if (touches.size === 0) return
  const rows = [...touches].map(([id, { first, last }]) => ({ id, first, last }))
  await sql.query(
    `update lead l set
       source = case when t.earlier then t.first->>'source' else l.source end,
       attribution = case when t.earlier then t.first->'attribution' else l.attribution end,
       attributed_at = case when t.earlier then t.first_at else l.attributed_at end,
       last_source = case when t.later then t.last->>'source' else l.last_source end,
       last_attribution = case when t.later then t.last->'attribution' else l.last_attribution end,
       last_attributed_at = case when t.later then t.last_at else l.last_attributed_at end
     from (
       select o.id, w.first, w.last, w.first_at, w.last_at,
         coalesce(w.first_at < coalesce(o.attributed_at, o.created_at), false) as earlier,
         coalesce(w.last_at > coalesce(o.last_attributed_at, '-infinity'), false) as later
       from (select id, first, last, (first->>'at')::timestamptz as first_at, (last->>'at')::timestamptz as last_at
         from jsonb_to_recordset($2::jsonb) as r(id uuid, first jsonb, last jsonb)) w
       join lead o on o.organization_id = $1 and o.id = w.id and o.id = any($3)
       order by o.id for update of o) t
     where l.organization_id = $1 and l.id = any($3) and l.id = t.id`,
    [organizationId, JSON.stringify(rows), rows.map(({ id }) => id)],
  )
}
