import type { IdentityClaim } from '../../channels/inbound-item.ts'
import type { Sql } from '../../database/sql.ts'

/** Who a conversation is with: of a merged person only the thread that this conversation belongs to. */
export interface Thread {
  contactId: string
  threadId: string
  leadId: string
  /** By which the network may know him, the surest first. */
  identities: IdentityClaim[]
}

export async function findThread(
  sql: Sql,
  organizationId: string,
  conversationId: string,
): Promise<Thread | undefined> {
  const [row] = await sql.query<{
    contactId: string
    threadId: string
    leadId: string
    identities: IdentityClaim[] | null
  }>(
    `select c.contact_id as "contactId", c.thread_id as "threadId", c.lead_id as "leadId",
       (select json_agg(json_strip_nulls(json_build_object('kind', i.kind, 'value', i.value, 'address', i.address))
          order by (i.id = c.identity_id) desc nulls last, i.kind = 'phone' desc, i.valid_from desc)
        from contact_identity i where i.organization_id = $1 and i.thread_id = c.thread_id
          and i.valid_until is null and not i.claimed) as identities
     from conversation c where c.organization_id = $1 and c.id = $2`,
    [organizationId, conversationId],
  )
  return row && { ...row, identities: row.identities ?? [] }
}
