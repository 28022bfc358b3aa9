import { connectionKey } from '../../channels/connection-key.ts'
import type { InboundItem, Network } from '../../channels/inbound-item.ts'
import { kept } from '../../database/kept-plans.ts'
import type { Sql } from '../../database/sql.ts'

/** A channel account as the receiving side needs it. */
export interface KnownAccount {
  id: string
  organizationId: string
}

/** Gives the account that a network's id names, or undefined where nobody has connected it. */
export type AccountFinder = (network: Network, externalId: string) => KnownAccount | undefined

/**
 * Finds the channel accounts that items, or the accounts they name as their parents, belong to. The transaction must
 * have the relay scope: organizations are not known yet.
 */
export async function findAccounts(sql: Sql, items: { item: InboundItem }[]): Promise<AccountFinder> {
  const wanted = items.flatMap(({ item }) => [
    ...('account' in item && item.account !== undefined
      ? [{ network: item.network, account: item.account }]
      : []),
    ...('parent' in item && item.parent !== undefined ? [item.parent] : []),
  ])
  if (wanted.length === 0) return () => undefined
  const rows = await sql.query<{ network: string; external_id: string; id: string; organization_id: string }>(
    kept(`select a.network, a.external_id, a.id, a.organization_id from channel_account a
     join (select distinct * from unnest($1::text[], $2::text[]) as w(network, external_id)) w
       on w.network = a.network and w.external_id = a.external_id`),
    [wanted.map(({ network }) => network), wanted.map(({ account }) => account)],
  )
  const known = new Map(
    rows.map((row) => [
      `${row.network}:${row.external_id}`,
      { id: row.id, organizationId: row.organization_id },
    ]),
  )
  const byConnection = wanted.filter(({ network }) => network === 'telegram_business')
  if (byConnection.length > 0) {
    for (const row of await findByConnection(sql, byConnection)) {
      known.set(`telegram_business:${row.connection}`, { id: row.id, organizationId: row.organization_id })
    }
  }
  return (network, externalId) => known.get(`${network}:${externalId}`)
}

/** Messages in an owner's own account name its connection and nothing else. */
function findByConnection(sql: Sql, wanted: { account: string }[]) {
  return sql.query<{ connection: string; id: string; organization_id: string }>(
    `select w.connection, a.id, a.organization_id from channel_account a
     join (select distinct * from unnest($1::text[], $2::text[]) as w(connection, key)) w on a.settings ? w.key
     where a.network = 'telegram_business'`,
    [wanted.map(({ account }) => account), wanted.map(({ account }) => connectionKey(account))],
  )
}
