import type { Work } from '../command.ts'
import { lostReasons } from '../leads/lead.ts'

/**
 * Takes from leads what speaks of their person: notes, drafts, words of reminders, tags, where he came from, reasons in somebody's
 * own words. Open ones are lost. The person is marked as erased by now: of others nothing is taken.
 *
 * @returns how many notes there were
 */
export async function emptyLeads({ sql, organizationId }: Work, leadIds: string[]): Promise<number> {
  const key = [organizationId, leadIds]
  const notes = await sql.query<{ id: string }>('select forget_written($1, $2) as id', [leadIds, lostReasons])
  await sql.query(
    `update reminder set text = '', version = version + 1,
       cancelled_at = case when done_at is null then coalesce(cancelled_at, now()) else cancelled_at end
     where organization_id = $1 and lead_id = any($2) and (text <> '' or done_at is null and cancelled_at is null)`,
    key,
  )
  await sql.query('delete from reply_draft where organization_id = $1 and lead_id = any($2)', key)
  await sql.query('delete from lead_tag where organization_id = $1 and lead_id = any($2)', key)
  await sql.query(
    `update lead set attribution = '{}', last_attribution = null, snoozed_until = null, snoozed_by = null,
       lost_reason = case when lost_reason = any($3) then lost_reason end,
       status = case when closed_at is null then 'lost' else status end, closed_at = coalesce(closed_at, now())
     where organization_id = $1 and id = any($2)`,
    [...key, lostReasons],
  )
  // At once: what is indexed anew comes to the same a little later.
  await sql.query(
    `delete from search_document where organization_id = $1
       and (part = 4 and id = any($2) or part = 3 and id = any($3))`,
    [...key, notes.map(({ id }) => id)],
  )
  return notes.length
}
