import type { IdentityClaim } from '../channels/inbound-item.ts'
import type { Sql } from '../database/sql.ts'
import { newId } from '../new-id.ts'

/**
 * Keeps the names by which the network knows the person that it has just sent to, such as the user id behind a phone:
 * what he writes next is recognised by them. A name that somebody else has now is left to him.
 */
export async function learnRecipient(
  sql: Sql,
  organizationId: string,
  conversationId: string,
  recipient: IdentityClaim[],
): Promise<void> {
  const known = recipient.filter(({ claimed }) => !claimed)
  if (known.length === 0) return
  const rows = known.map(({ kind, value, address }) => ({
    id: newId(),
    kind,
    value,
    address: address ?? null,
  }))
  await sql.query(
    // Locked, so that a merge at the same moment is waited for, and its contact taken.
    `insert into contact_identity (organization_id, id, contact_id, thread_id, kind, value, address)
     select $1, i.id, c.contact_id, c.thread_id, i.kind, i.value, i.address
     from jsonb_to_recordset($3::jsonb) as i(id uuid, kind text, value text, address text)
     join conversation c on c.organization_id = $1 and c.id = $2 for share of c
     on conflict (organization_id, kind, value) where valid_until is null do nothing`,
    [organizationId, conversationId, JSON.stringify(rows)],
  )
}
