import type { Network } from '../channels/inbound-item.ts'
import { cleanJson } from '../clean-text.ts'
import type { Sql } from '../database/sql.ts'
import { newId } from '../new-id.ts'

/** An item that could not become ours. */
export interface Aside {
  eventId: string
  organizationId: string | null
  /** Where it stood in its call, where the reader says so. */
  path: string
  reason: string
  item: unknown
  /** The account whose connection would make it ours: the call is taken up again then. */
  awaits?: { network: Network; account: string }
}

/** Puts items aside, each alone, with the reason why it could not become ours. The transaction must have the relay scope. */
export async function putAside(sql: Sql, items: Aside[]): Promise<void> {
  if (items.length === 0) return
  const rows = items.map(({ awaits, ...item }) => ({
    ...item,
    id: newId(),
    item: cleanJson(item.item) ?? null,
    network: awaits?.network,
    account: awaits?.account,
  }))
  await sql.query(
    `insert into quarantined_item (id, inbound_event_id, organization_id, path, reason, item, awaits_network,
       awaits_account)
     select q.id, q."eventId", q."organizationId", q.path, q.reason, q.item, q.network, q.account
     from jsonb_to_recordset($1::jsonb) as q(id uuid, "eventId" uuid, "organizationId" uuid, path text,
       reason text, item jsonb, network text, account text)`,
    [JSON.stringify(rows)],
  )
}
