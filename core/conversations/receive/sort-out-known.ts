import type { InboundMessage } from '../../channels/inbound-item.ts'
import type { Sql } from '../../database/sql.ts'
import type { Addressed } from './receive-messages.ts'

/** A batch of messages beside what is stored already. */
export interface SortedOut {
  /** Those that are not stored, each once. */
  fresh: Addressed<InboundMessage>[]
  /** Of the fresh ones: those of which a change came before they did. */
  changedEarly: Addressed<InboundMessage>[]
  /** Ids of stored messages that an import brought, and that now come as news of the customer. */
  imported: string[]
}

/** Looks a batch up by the networks' own ids, in one statement. */
export async function sortOutKnown(
  sql: Sql,
  organizationId: string,
  messages: Addressed<InboundMessage>[],
): Promise<SortedOut> {
  const rows = await sql.query<{
    account_id: string
    external_id: string
    id: string | null
    imported: boolean | null
    changed: boolean
  }>(
    `select w.account_id, w.external_id, m.id, m.imported, e.changed
     from unnest($2::uuid[], $3::text[]) as w(account_id, external_id)
     left join lateral (select id, source = 'history' and direction = 'inbound' as imported from message
       where organization_id = $1 and channel_account_id = w.account_id and external_id = w.external_id limit 1) m
       on true
     cross join lateral (select exists (select from early_change where organization_id = $1
       and channel_account_id = w.account_id and external_id = w.external_id) as changed) e
     where m.id is not null or e.changed`,
    [organizationId, messages.map(({ accountId }) => accountId), messages.map(({ item }) => item.externalId)],
  )
  const known = new Map(rows.map((row) => [`${row.account_id}/${row.external_id}`, row]))
  const seen = new Set<string>()
  const imported = new Set<string>()
  const fresh: Addressed<InboundMessage>[] = []
  const changedEarly: Addressed<InboundMessage>[] = []
  for (const message of messages) {
    const { accountId, item } = message
    const key = `${accountId}/${item.externalId}`
    const row = known.get(key)
    if (row?.id) {
      if (row.imported && !item.history && !item.echo) imported.add(row.id)
      continue
    }
    if (seen.has(key)) continue
    seen.add(key)
    fresh.push(message)
    if (row?.changed) changedEarly.push(message)
  }
  return { fresh, changedEarly, imported: [...imported] }
}
