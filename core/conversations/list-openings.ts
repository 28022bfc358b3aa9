import type { IdentityKind, Network } from '../channels/inbound-item.ts'
import type { Sql } from '../database/sql.ts'

/** An account through which a conversation with a person can be begun by us, with a template. */
export interface Opening {
  channelAccountId: string
  network: Network
  /** Where the first message goes, and to which of the person's threads it belongs. */
  identityId: string
  threadId: string
}

/** The networks on which a business may write first, to people whom it knows by such an identity. */
const firstWords: Partial<Record<Network, IdentityKind>> = { whatsapp: 'phone' }

/**
 * The accounts that could write to a contact first and have not: working ones with approved templates. An identity that
 * somebody proved comes before one that was only said, a newer before an older.
 */
export async function listOpenings(sql: Sql, organizationId: string, contactId: string): Promise<Opening[]> {
  return sql.query<Opening & Record<string, unknown>>(
    `select distinct on (a.id) a.id as "channelAccountId", a.network, i.id as "identityId", i.thread_id as "threadId"
     from unnest($3::text[], $4::text[]) as w(network, kind)
     join channel_account a on a.organization_id = $1 and a.network = w.network and a.state = 'active'
     join contact_identity i on i.organization_id = $1 and i.contact_id = $2 and i.kind = w.kind
       and i.valid_until is null
     where exists (select 1 from message_template t where t.organization_id = $1 and t.channel_account_id = a.id
         and t.status = 'APPROVED')
       and not exists (select 1 from conversation c where c.organization_id = $1 and c.contact_id = $2
         and c.channel_account_id = a.id)
     order by a.id, i.claimed, i.valid_from desc`,
    [organizationId, contactId, Object.keys(firstWords), Object.values(firstWords)],
  )
}
