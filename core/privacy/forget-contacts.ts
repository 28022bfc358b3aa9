import type { Work } from '../command.ts'

/**
 * Takes from people what they are called and known by, what they wished, and what was kept to part them again. The rows
 * stay, marked.
 *
 * @returns whether any of them was not erased before
 */
export async function forgetContacts(
  { sql, organizationId }: Work,
  contactIds: string[],
  byId: string,
): Promise<boolean> {
  const key = [organizationId, contactIds]
  await sql.query(
    `delete from network_task where organization_id = $1 and kind in ('profile', 'seen') and key in (
       select id::text from conversation where organization_id = $1 and contact_id = any($2))`,
    key,
  )
  await sql.query(
    'update conversation set identity_id = null where organization_id = $1 and contact_id = any($2)',
    key,
  )
  await sql.query('delete from contact_identity where organization_id = $1 and contact_id = any($2)', key)
  await sql.query(
    'delete from contact_merge where organization_id = $1 and (kept_id = any($2) or merged_id = any($2))',
    key,
  )
  await sql.query(
    'delete from merge_suggestion where organization_id = $1 and (contact_id = any($2) or other_id = any($2))',
    key,
  )
  for (const table of ['contact_preference', 'contact_reachability', 'contact_import_row']) {
    await sql.query(`delete from ${table} where organization_id = $1 and contact_id = any($2)`, key)
  }
  const erased = await sql.query<{ isNew: boolean }>(
    `with before as (select id, erased_at from contact where organization_id = $1 and id = any($2))
     update contact c set name = null, name_source = null, name_at = null, language = null, blocked_at = null,
       blocked_by = null, erased_at = coalesce(c.erased_at, now()), erased_by = coalesce(c.erased_by, $3)
     from before where c.organization_id = $1 and c.id = before.id returning before.erased_at is null as "isNew"`,
    [...key, byId],
  )
  await sql.query('delete from search_document where organization_id = $1 and part = 1 and id = any($2)', key)
  return erased.some(({ isNew }) => isNew)
}
