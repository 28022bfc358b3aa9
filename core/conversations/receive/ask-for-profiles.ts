import type { Network } from '../../channels/inbound-item.ts'
import type { Sql } from '../../database/sql.ts'
import { putTasks } from '../../tasks/put-tasks.ts'
import type { NewMessage } from './insert-messages.ts'

/** Networks whose messages carry a bare id of the person: the name has to be asked for. */
export const namelessNetworks: ReadonlySet<Network> = new Set<Network>(['instagram', 'messenger'])

/**
 * Asks, apart from the message, who the people are that wrote for the first time.
 *
 * @param firsts messages whose conversation begins with them
 */
export async function askForProfiles(sql: Sql, organizationId: string, firsts: NewMessage[]): Promise<void> {
  const wanted = new Map(
    firsts
      .filter(({ item }) => namelessNetworks.has(item.network))
      .map(({ conversationId, accountId }) => [conversationId, accountId]),
  )
  await putTasks(
    sql,
    organizationId,
    [...wanted].map(([key, channelAccountId]) => ({ channelAccountId, kind: 'profile', key })),
    { again: false },
  )
}
