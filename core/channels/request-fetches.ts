import type { Addressed } from '../conversations/receive/receive-messages.ts'
import type { Sql } from '../database/sql.ts'
import type { NewEvent } from '../events.ts'
import { putTasks } from '../tasks/put-tasks.ts'
import type { FetchRequest } from './inbound-item.ts'

/** Asks, apart from the inbox, for what a network only named; what was fetched already is not fetched again. */
export async function requestFetches(
  sql: Sql,
  organizationId: string,
  requests: Addressed<FetchRequest>[],
): Promise<NewEvent[]> {
  const wanted = new Map(
    requests.map(({ accountId, item }) => [
      `${accountId}/${item.what}/${item.externalId}`,
      { channelAccountId: accountId, kind: item.what, key: item.externalId, data: item.data },
    ]),
  )
  await putTasks(sql, organizationId, [...wanted.values()], { again: false })
  return []
}
