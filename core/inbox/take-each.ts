import { findAccounts } from '../conversations/receive/accounts.ts'
import type { ScopedSql } from '../database/sql.ts'
import { messageOf } from '../log.ts'
import type { Queue } from '../loops/wake.ts'
import type { Subscriptions } from '../outbox/record-events.ts'
import { attempt } from './attempt.ts'
import { isMeeting, isOfTheData, isThere, meetings } from './failure-kinds.ts'
import { putAside } from './put-aside.ts'
import type { ReadItem } from './sort-items.ts'
import { takeItems } from './take-items.ts'

/**
 * Takes items in one by one, so that a poisonous one is put aside alone, with its reason: also one that meets a row
 * which is there already, each time that it is tried.
 *
 * @returns the queues that may have work after the commit
 * @throws what is no fault of the items; the transaction stays usable
 */
export async function takeEach(
  sql: ScopedSql,
  subscriptions: Subscriptions,
  items: ReadItem[],
): Promise<Set<Queue>> {
  const wakes = new Set<Queue>()
  for (const [index, read] of items.entries()) {
    const taken = await takeOne(sql, subscriptions, read)
    if (!(taken instanceof Error)) {
      for (const queue of taken) wakes.add(queue)
      continue
    }
    await sql.enter({ relay: true })
    if (!isOfTheData(taken) || (isMeeting(taken) && !isThere(taken))) throw taken
    const { eventId, item } = read
    const find = await findAccounts(sql, [read])
    const account =
      'account' in item && item.account !== undefined ? find(item.network, item.account) : undefined
    await putAside(sql, [
      {
        eventId,
        organizationId: account?.organizationId ?? null,
        path: `item ${index}`,
        reason: messageOf(taken).slice(0, 500),
        item,
      },
    ])
  }
  return wakes
}

async function takeOne(sql: ScopedSql, subscriptions: Subscriptions, read: ReadItem) {
  for (let meeting = 1; ; meeting += 1) {
    const taken = await attempt(sql, () => takeItems(sql, subscriptions, [read]))
    if (!isThere(taken) || meeting >= meetings) return taken
    await sql.enter({ relay: true })
  }
}
