import { setTimeout as sleep } from 'node:timers/promises'
import { clock } from '../../load/clock.ts'
import { historyPrefix, historySize } from '../../load/history-bodies.ts'
import type { LoadPlan } from '../../load/load-plan.ts'
import type { Latency } from '../../load/percentiles.ts'
import { allAccepted, prepareLoad, runLoad } from '../../load/run-load.ts'
import type { Traffic } from '../../load/traffic.ts'
import { appSecret, type Surroundings, webhookOf } from '../../workbench/desk.ts'
import type { BenchDatabase, Workbench } from '../../workbench/open-workbench.ts'
import { usageOf, watchMemory } from '../../workbench/process-usage.ts'
import type { App } from '../../workbench/start-app.ts'
import { liveLoad, messagesPerSecond } from '../notice/team-desk.ts'
import { type Told, toldOf } from '../notice/told.ts'

/** After so long an import counts as failed. */
const patienceSeconds = 1_200
/** What is sent once more under another time: the last day, which is the first tenth. */
const callsAgain = 10
const sentAt = 1_795_000_000

const historyLoad = (app: App, at: number, requests: number): LoadPlan => ({
  url: webhookOf(app),
  secret: appSecret,
  traffic: { kind: 'history', sentAt: at },
  connections: 4,
  requests,
  warmUpSeconds: 0,
})

export interface Imported {
  /** From the first call to the last stored message, in milliseconds. */
  took: number
  /** How long the calls waited for their 200. */
  answers: Latency
  /** The live messages that should be sent in that time. */
  told: Told[]
  /** How many live messages there were in all. */
  live: number
  /** Of the app, in bytes. */
  memory: { before: number; most: number }
}

/** Sends a whole history in the midst of live messages, and waits until all of it is stored. */
export async function importHistory(
  bench: Workbench,
  { database, telegram }: Surroundings,
  app: App,
  traffic: Traffic,
): Promise<Imported> {
  const live = await prepareLoad(
    bench,
    liveLoad(webhookOf(app), traffic, messagesPerSecond * patienceSeconds),
  )
  const old = await prepareLoad(bench, historyLoad(app, sentAt, historySize.calls))
  const before = (await usageOf(app.pid)).rss
  const memory = watchMemory(app.pid)
  const going = live.run()
  await sleep(1_000)
  const beganAt = clock()
  const { latency: answers } = allAccepted(await old.run())
  await untilImported(database, app)
  const endedAt = clock()
  const most = await memory.stop()
  live.end()
  const outcome = allAccepted(await going)
  const told = await toldOf(telegram, outcome, messagesPerSecond)
  return {
    took: endedAt - beganAt,
    answers,
    told: told.filter(({ dueAt }) => dueAt >= beganAt && dueAt <= endedAt),
    live: outcome.accepted,
    memory: { before, most },
  }
}

/**
 * Sends the same history again: the same bytes, and a part of it as other calls with the same messages.
 *
 * @throws when that added anything
 */
export async function importAgain(
  bench: Workbench,
  { database }: Surroundings,
  app: App,
): Promise<{ calls: number; messages: number; took: number }> {
  await runLoad(bench, historyLoad(app, sentAt, historySize.calls))
  await checkHistory(database, historySize.calls)
  const beganAt = clock()
  await runLoad(bench, historyLoad(app, sentAt + 60, callsAgain))
  await untilImported(database, app)
  const took = clock() - beganAt
  await checkHistory(database, historySize.calls + callsAgain)
  return { calls: callsAgain, messages: (historySize.messages / historySize.calls) * callsAgain, took }
}

/** @throws unless each old message is stored once and nothing beside them, out of so many calls in the inbox */
export async function checkHistory(database: BenchDatabase, calls: number): Promise<void> {
  const [row] = await database.rows<{ messages: number; ids: number; calls: number; aside: number }>(
    `select count(*)::int as messages, count(distinct external_id)::int as ids,
       (select count(*)::int from inbound_event where source = 'whatsapp_history' and state = 'done') as calls,
       (select count(*)::int from quarantined_item) as aside
     from message where source = 'history' and external_id like $1`,
    [`${historyPrefix}%`],
  )
  const { messages } = historySize
  if (row?.messages !== messages || row.ids !== messages || row.calls !== calls || row.aside > 0) {
    throw new Error(
      `Of ${messages} old messages in ${calls} calls, ${row?.messages} are stored, with ${row?.ids} ids, out of ` +
        `${row?.calls} calls; ${row?.aside} items were put aside.`,
    )
  }
}

/** @throws when an import is not over in time, or the app has ended */
async function untilImported(database: BenchDatabase, app: App): Promise<void> {
  const deadline = clock() + patienceSeconds * 1000
  for (;;) {
    app.checkAlive()
    const [row] = await database.rows<{ waiting: number; dead: number }>(
      `select count(*) filter (where state = 'pending')::int as waiting,
         count(*) filter (where state = 'dead')::int as dead
       from inbound_event where source = 'whatsapp_history'`,
    )
    if (row && row.dead > 0) throw new Error(`${row.dead} calls with old chats are dead.`)
    if (row?.waiting === 0) return
    if (clock() > deadline) throw new Error(`After ${patienceSeconds} s still ${row?.waiting} calls wait.`)
    await sleep(100)
  }
}
