import { setTimeout as sleep } from 'node:timers/promises'
import { clock } from '../load/clock.ts'
import type { BenchDatabase } from './open-workbench.ts'
import type { App } from './start-app.ts'

/** The staff bot's own updates are no part of any load; old chats are counted apart. */
const live = `source not in ('telegram_staff', 'whatsapp_history')`

/** How many calls wait to be read, but for old chats. */
export async function backlogOf(database: BenchDatabase): Promise<number> {
  const [row] = await database.rows<{ count: number }>(
    `select count(*)::int as count from inbound_event where state = 'pending' and ${live}`,
  )
  return row?.count ?? 0
}

/** @throws unless the inbox holds exactly as many calls as were answered with 200, and none of them is dead */
export async function checkStored(database: BenchDatabase, accepted: number): Promise<void> {
  const [row] = await database.rows<{ stored: number; dead: number; aside: number }>(
    `select count(*)::int as stored, count(*) filter (where state = 'dead')::int as dead,
       (select count(*)::int from quarantined_item) as aside
     from inbound_event where ${live}`,
  )
  if (row?.stored !== accepted) {
    throw new Error(`${accepted} calls were answered with 200, but ${row?.stored} are in the inbox.`)
  }
  if (row.dead > 0 || row.aside > 0) {
    throw new Error(
      `${row.dead} calls are dead and ${row.aside} items were put aside: the load was not understood.`,
    )
  }
  await checkAccounts(database)
}

/** @throws unless there is exactly one live message for each call with one that was answered with 200 */
export async function checkMessages(database: BenchDatabase, accepted: number): Promise<void> {
  const [row] = await database.rows<{ messages: number; ids: number }>(
    `select count(*)::int as messages, count(distinct (channel_account_id, external_id))::int as ids from message
     where direction = 'inbound' and source <> 'history'`,
  )
  if (row?.messages !== accepted || row.ids !== accepted) {
    throw new Error(
      `${accepted} messages were accepted, but ${row?.messages} are stored, with ${row?.ids} ids.`,
    )
  }
  await checkAccounts(database)
}

/** @throws when the app has stopped an account: a desk whose networks are not well does less */
async function checkAccounts(database: BenchDatabase): Promise<void> {
  const [stopped] = await database.rows<{ network: string; why: string }>(
    `select network, stopped_reason ->> 'title' as why from channel_account where state <> 'active'`,
  )
  if (stopped) throw new Error(`The app has stopped the account on ${stopped.network}: ${stopped.why}.`)
}

/** @throws unless every message of ours of which three states came is read, with the time of its delivery */
export async function checkStates(database: BenchDatabase, messages: number): Promise<void> {
  const [row] = await database.rows<{ read: number }>(
    `select count(*)::int as read from message where direction = 'outbound' and status = 'read'
       and delivered_at is not null`,
  )
  if (row?.read !== messages) throw new Error(`Of ${messages} messages that were read, ${row?.read} say so.`)
}

/**
 * Waits until nothing waits in the inbox.
 *
 * @returns the milliseconds from now until then, to about 20 ms
 * @throws when it is not empty after the given number of seconds
 */
export async function untilEmpty(database: BenchDatabase, patience: number, app?: App): Promise<number> {
  const beganAt = clock()
  for (;;) {
    app?.checkAlive()
    const waiting = await backlogOf(database)
    const ms = clock() - beganAt
    if (waiting === 0) return ms
    if (ms > patience * 1000) throw new Error(`After ${patience} s still ${waiting} calls wait in the inbox.`)
    await sleep(20)
  }
}
