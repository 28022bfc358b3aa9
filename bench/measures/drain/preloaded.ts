import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Findings } from '../../benchmark.ts'
import { clock } from '../../load/clock.ts'
import { runLoad } from '../../load/run-load.ts'
import { count, perSecond } from '../../report/words.ts'
import { appSecret, type Surroundings, startDesk, surround, webhookOf } from '../../workbench/desk.ts'
import { backlogOf, checkStored, untilEmpty } from '../../workbench/inbox.ts'
import type { BenchDatabase, Workbench } from '../../workbench/open-workbench.ts'
import type { App } from '../../workbench/start-app.ts'
import type { Scene } from './scenes.ts'

const calls = { ours: 30_000, yardstick: 6_000 }
/** Each person writes three times; every second person is known already. */
const messagesPerPerson = 3
const knownShare = 1 / 2

/** A worker that finds a full inbox. */
export async function measurePreloaded(bench: Workbench, scene: Scene): Promise<Findings> {
  const here = await filled(bench, scene, calls.ours)
  const app = await startDesk(bench, here, 'worker')
  const ours = await timed(here.database, app)
  await scene.check(here.database, calls.ours)
  const [left] = await here.database.rows<{ count: number }>(
    'select count(*)::int as count from event_delivery',
  )
  await bench.clear()

  const there = await filled(bench, scene, calls.yardstick)
  const file = join(import.meta.dirname, '../../yardsticks/one-at-a-time.ts')
  const plain = await bench.child(file, { databaseUrl: there.database.url, sources: scene.sources })
  const finished = plain.ask('begin')
  const theirs = await timed(there.database)
  await finished
  await scene.check(there.database, calls.yardstick)
  return {
    figures: [
      {
        what: `${scene.title}a full inbox of ${count(calls.ours)} calls of ${count(calls.ours / messagesPerPerson)} people`,
        value: perSecond(ours),
        yardstick: `${perSecond(theirs)} (one transaction per message, ten at once)`,
        target: '≥ 1,000/s, aim 3,300/s',
        met: ours >= 1_000,
      },
    ],
    notes: [
      `${scene.name}: every second person was new and opened a lead. When the inbox of ${count(calls.ours)} was empty, ` +
        `${count(left?.count ?? 0)} pieces of news were still to be told to staff, on the same cores.`,
    ],
  }
}

/** Surroundings with a full inbox, on a desk that is not new: it knows people, and PostgreSQL knows its tables. */
async function filled(bench: Workbench, scene: Scene, requests: number): Promise<Surroundings> {
  const here = await surround(bench, scene.env)
  const app = await startDesk(bench, here, 'web')
  const people = Math.round(requests / messagesPerPerson)
  await scene.seed(here.database, { people, share: knownShare, requests })
  const { accepted } = await runLoad(bench, {
    url: webhookOf(app),
    secret: appSecret,
    traffic: scene.traffic('P0', people, requests),
    connections: 64,
    requests,
    warmUpSeconds: 0,
  })
  await checkStored(here.database, accepted)
  await app.stop()
  await here.database.rows('checkpoint')
  return here
}

/** Calls per second, from the first that was worked off to the last: starting a process is another benchmark. */
async function timed(database: BenchDatabase, app?: App): Promise<number> {
  const full = await backlogOf(database)
  let left = full
  while (left === full) {
    app?.checkAlive()
    await sleep(10)
    left = await backlogOf(database)
  }
  const beganAt = clock()
  await untilEmpty(database, 120, app)
  return (left * 1000) / (clock() - beganAt)
}
