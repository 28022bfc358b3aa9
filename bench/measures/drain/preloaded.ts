import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Findings } from '../../benchmark.ts'
import { clock } from '../../load/clock.ts'
import { runLoad } from '../../load/run-load.ts'
import { count, perSecond } from '../../report/words.ts'
import { appSecret, startDesk, surround, webhookOf } from '../../workbench/desk.ts'
import { backlogOf, checkMessages, checkStored, untilEmpty } from '../../workbench/inbox.ts'
import type { BenchDatabase, Workbench } from '../../workbench/open-workbench.ts'

const calls = { ours: 30_000, yardstick: 5_000 }
/** A third of the messages is from somebody new, and each person writes three times. */
const messagesPerPerson = 3

/** A worker that finds a full inbox. */
export async function measurePreloaded(bench: Workbench): Promise<Findings> {
  const here = await filled(bench, calls.ours)
  await startDesk(bench, here, 'worker')
  const ours = await timed(here.database, calls.ours, 0)
  await checkMessages(here.database, calls.ours)
  const told = await here.database.rows<{ left: number }>('select count(*)::int as left from event_delivery')
  await bench.clear()

  const there = await filled(bench, calls.yardstick)
  const file = join(import.meta.dirname, '../../yardsticks/one-at-a-time.ts')
  const plain = await bench.child(file, { databaseUrl: there.database.url })
  const finished = plain.ask('begin')
  const theirs = await timed(there.database, calls.yardstick, calls.yardstick)
  await finished
  await checkMessages(there.database, calls.yardstick)
  return {
    figures: [
      {
        what: `a full inbox of ${count(calls.ours)} messages of ${count(calls.ours / messagesPerPerson)} people`,
        value: perSecond(ours),
        yardstick: `${perSecond(theirs)} (one transaction per message, ten at once)`,
        target: '≥ 1,000/s, aim 3,300/s',
        met: ours >= 1_000,
      },
    ],
    notes: [
      `A third of the messages opened a lead. When the inbox of ${count(calls.ours)} was empty, ` +
        `${count(calls.ours - (told[0]?.left ?? 0))} of its events had also reached the staff bot, on the same cores.`,
    ],
  }
}

async function filled(bench: Workbench, requests: number) {
  const here = await surround(bench)
  const app = await startDesk(bench, here, 'web')
  const { accepted } = await runLoad(bench, {
    url: webhookOf(app),
    secret: appSecret,
    traffic: { kind: 'messages', run: 'P0', people: Math.round(requests / messagesPerPerson) },
    connections: 64,
    requests,
    warmUpSeconds: 0,
  })
  await checkStored(here.database, accepted)
  await app.stop()
  await here.database.rows('analyze')
  await here.database.rows('checkpoint')
  return here
}

/** Calls per second, from the first that was worked off to the last: starting a process is another benchmark. */
async function timed(database: BenchDatabase, calls: number, startsAt: number): Promise<number> {
  let left = await backlogOf(database)
  while (startsAt === 0 && left === calls) {
    await sleep(10)
    left = await backlogOf(database)
  }
  const beganAt = clock()
  await untilEmpty(database, 120)
  return (left * 1000) / (clock() - beganAt)
}
