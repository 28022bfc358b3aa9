import type { Sql } from '../database/sql.ts'
import { type FoldedDrafts, foldDrafts } from '../drafts/fold-drafts.ts'

/** What undoing a fold needs to know of before. Columns are kept as JSON under their own names. */
export interface Fold {
  younger: string
  older: string
  /** Leads that had been folded into the younger one. */
  leads: string[]
  notes: string[]
  /** Tags that the older one has from the younger; absent in what was written before there were tags. */
  tags?: string[]
  /** Absent in what was written before there were drafts. */
  drafts?: FoldedDrafts
  before: Record<string, unknown>
  after: Record<string, unknown>
}

/** What the older lead takes over. */
const taken = `status, owner_id, claimed_at, imported, source, attribution, attributed_at, last_source,
  last_attribution, last_attributed_at`

/**
 * Folds a lead into an older one, both locked by the caller: its messages, notes and drafts are the older one's from now on, and
 * what is said to it is refused with the older one's number. The older one takes over what it lacks: an owner, the
 * first answer, the earlier first and the later last touch.
 */
export async function foldLead(
  sql: Sql,
  organizationId: string,
  younger: string,
  older: string,
): Promise<Fold> {
  const pair = [organizationId, younger, older]
  const state = async () => {
    const [row] = await sql.query<{ state: Record<string, unknown> }>(
      `select to_jsonb(s) as state from (select ${taken} from lead where organization_id = $1 and id = $2) s`,
      [organizationId, older],
    )
    return row?.state ?? {}
  }
  const before = await state()
  await sql.query(
    `update lead o set
       status = case when o.status = 'new' and y.status in ('contacted', 'follow_up') then y.status else o.status end,
       owner_id = coalesce(o.owner_id, y.owner_id),
       claimed_at = case when o.owner_id is null then y.claimed_at else o.claimed_at end,
       imported = o.imported and y.imported,
       source = case when y.earlier then y.source else o.source end,
       attribution = case when y.earlier then y.attribution else o.attribution end,
       attributed_at = case when y.earlier then y.first_at else o.attributed_at end,
       last_source = case when y.later then y.last_source else o.last_source end,
       last_attribution = case when y.later then y.last_attribution else o.last_attribution end,
       last_attributed_at = case when y.later then y.last_attributed_at else o.last_attributed_at end,
       last_message_at = greatest(o.last_message_at, y.last_message_at),
       last_inbound_at = greatest(o.last_inbound_at, y.last_inbound_at),
       last_outbound_at = greatest(o.last_outbound_at, y.last_outbound_at)
     from (
       select a.*, coalesce(a.attributed_at, a.created_at) as first_at,
         coalesce(a.attributed_at, a.created_at) < coalesce(b.attributed_at, b.created_at) as earlier,
         coalesce(a.last_attributed_at > coalesce(b.last_attributed_at, '-infinity'), false) as later
       from lead a join lead b on b.organization_id = $1 and b.id = $3 where a.organization_id = $1 and a.id = $2) y
     where o.organization_id = $1 and o.id = $3`,
    pair,
  )
  await sql.query(
    `update lead set merged_into = $3, closed_at = coalesce(closed_at, now())
     where organization_id = $1 and id = $2`,
    pair,
  )
  const leads = await sql.query<{ id: string }>(
    `update lead set merged_into = $3 where organization_id = $1 and merged_into = $2 returning id`,
    pair,
  )
  // In the order in which delivery states lock them.
  await sql.query(
    `select id from message where organization_id = $1 and lead_id = $2 order by id for update`,
    pair.slice(0, 2),
  )
  await sql.query(`update message set lead_id = $3 where organization_id = $1 and lead_id = $2`, pair)
  const notes = await sql.query<{ id: string }>(
    `update note set lead_id = $3 where organization_id = $1 and lead_id = $2 returning id`,
    pair,
  )
  await sql.query(`update conversation set lead_id = $3 where organization_id = $1 and lead_id = $2`, pair)
  const tags = await sql.query<{ id: string }>(
    `insert into lead_tag (organization_id, lead_id, tag_id, by_id, created_at)
     select organization_id, $3, tag_id, by_id, created_at from lead_tag where organization_id = $1 and lead_id = $2
     on conflict do nothing returning tag_id as id`,
    pair,
  )
  const drafts = await foldDrafts(sql, organizationId, younger, older)
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
  return {
    younger,
    older,
    leads: ids(leads),
    notes: ids(notes),
    tags: ids(tags),
    drafts,
    before,
    after: await state(),
  }
}
