import { applyNotices } from '../channels/apply-notices.ts'
import { keepNotices } from '../channels/keep-notices.ts'
import { settleAccounts } from '../channels/settle-accounts.ts'
import { findAccounts } from '../conversations/receive/accounts.ts'
import type { ScopedSql } from '../database/sql.ts'
import type { Queue } from '../loops/wake.ts'
import { recordEvents, type Subscriptions } from '../outbox/record-events.ts'
import { putAside } from './put-aside.ts'
import { type ReadItem, sortItems } from './sort-items.ts'
import { takeLot } from './take-lot.ts'
import { takeUpAwaiting } from './take-up-awaiting.ts'
import { wakesOf } from './wakes-of.ts'

/**
 * Takes the items of a batch of calls in, whatever organizations they belong to, in the caller's transaction. What
 * belongs to nobody here is put aside, with its reason, and is taken up again when somebody connects its account.
 *
 * @returns the queues that may have work after the commit
 */
export async function takeItems(
  sql: ScopedSql,
  subscriptions: Subscriptions,
  items: ReadItem[],
): Promise<Set<Queue>> {
  const wakes = new Set<Queue>()
  // First, since what else came may be about an account that is connected by it.
  const settled = await settleAccounts(sql, items)
  await sql.enter({ relay: true })
  for (const queue of await takeUpAwaiting(sql, settled.connected)) wakes.add(queue)
  const find = await findAccounts(sql, items)
  const { lots, notices, aside } = sortItems(items, find)
  const heard = await keepNotices(sql, notices, find)
  await putAside(sql, [...settled.aside, ...aside])
  for (const organizationId of new Set([...settled.events.keys(), ...lots.keys(), ...heard.keys()])) {
    const lot = lots.get(organizationId) ?? {}
    await sql.enter({ organizationId })
    const events = [
      ...(settled.events.get(organizationId) ?? []),
      ...(await takeLot(sql, organizationId, lot)),
      ...(await applyNotices(sql, organizationId, heard.get(organizationId) ?? [])),
    ]
    await recordEvents(sql, organizationId, subscriptions, events)
    for (const queue of wakesOf(lot, events)) wakes.add(queue)
  }
  await sql.enter({ relay: true })
  return wakes
}
