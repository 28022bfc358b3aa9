import type { Sql } from '../database/sql.ts'
import { unfoldDrafts } from '../drafts/fold-drafts.ts'
import type { Fold } from './fold-lead.ts'

/**
 * Opens a folded lead again and gives it back its notes and drafts, its tags were never taken; the older lead gets back what it had before, as far as nobody
 * has changed it since. Messages are the caller's to part: they go with their conversations.
 *
 * @param into where given, the younger lead stays closed and is folded into this one instead
 */
export async function unfoldLead(
  sql: Sql,
  organizationId: string,
  { younger, older, leads, notes, tags = [], drafts, before, after }: Fold,
  into?: string,
): Promise<void> {
  await sql.query(
    `update lead set merged_into = $3, closed_at = case when $3::uuid is null then
         case when status in ('converted', 'lost') then closed_at end else closed_at end
     where organization_id = $1 and id = $2`,
    [organizationId, younger, into ?? null],
  )
  const home = into ?? younger
  await sql.query(`update lead set merged_into = $2 where organization_id = $1 and id = any($3)`, [
    organizationId,
    home,
    leads,
  ])
  await sql.query(
    `update note set lead_id = $2 where organization_id = $1 and lead_id = $3 and id = any($4)`,
    [organizationId, home, older, notes],
  )
  await sql.query(`delete from lead_tag where organization_id = $1 and lead_id = $2 and tag_id = any($3)`, [
    organizationId,
    older,
    tags,
  ])
  if (drafts) await unfoldDrafts(sql, organizationId, older, home, drafts)
  const was = 'jsonb_populate_record(null::lead, $3::jsonb)'
  const became = 'jsonb_populate_record(null::lead, $4::jsonb)'
  const isTouchedSince = (...columns: string[]) =>
    columns.map((column) => `l.${column} is distinct from a.${column}`).join(' or ')
  const back = (since: string, ...columns: string[]) =>
    columns.map((column) => `${column} = case when ${since} then l.${column} else b.${column} end`).join(', ')
  await sql.query(
    `update lead l set
       ${back(isTouchedSince('status'), 'status')},
       ${back(isTouchedSince('owner_id', 'claimed_at'), 'owner_id', 'claimed_at')},
       ${back(isTouchedSince('imported'), 'imported')},
       ${back(isTouchedSince('attributed_at', 'source'), 'source', 'attribution', 'attributed_at')},
       ${back(isTouchedSince('last_attributed_at', 'last_source'), 'last_source', 'last_attribution', 'last_attributed_at')}
     from ${was} b, ${became} a where l.organization_id = $1 and l.id = $2`,
    [organizationId, older, JSON.stringify(before), JSON.stringify(after)],
  )
}
