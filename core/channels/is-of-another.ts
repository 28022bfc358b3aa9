import type { Sql } from '../database/sql.ts'
import { withinRelay } from '../inbox/within-relay.ts'

/** Whether another organization has connected this account. Which one, nobody learns. */
export function isOfAnother(
  sql: Sql,
  { organizationId, network, externalId }: { organizationId: string; network: string; externalId: string },
): Promise<boolean> {
  return withinRelay(sql, async () => {
    const rows = await sql.query(
      `select 1 from channel_account where network = $1 and external_id = $2 and organization_id <> $3`,
      [network, externalId, organizationId],
    )
    return rows.length > 0
  })
}
