import type { Findings } from '../../benchmark.ts'
import { runLoad } from '../../load/run-load.ts'
import { count, megabytes, ms, perSecond, seconds } from '../../report/words.ts'
import { appSecret, startDesk, surround, webhookOf } from '../../workbench/desk.ts'
import { backlogOf, checkStored, untilEmpty } from '../../workbench/inbox.ts'
import type { Workbench } from '../../workbench/open-workbench.ts'
import { watchMemory } from '../../workbench/process-usage.ts'
import type { Scene } from './scenes.ts'

const loadSeconds = 20
const people = 5_000
/** Half of the people are known: a desk that is not new, whose tables PostgreSQL knows. */
const knownShare = 1 / 2

/** One process that takes calls in and works them off at the same time, at a rate that the networks may reach. */
export async function measureSustained(bench: Workbench, rate: number, scene: Scene): Promise<Findings> {
  const requests = rate * loadSeconds
  const here = await surround(bench, scene.env)
  const app = await startDesk(bench, here, 'web,worker')
  await scene.seed(here.database, { people, share: knownShare, requests })
  const memory = watchMemory(app.pid)
  const outcome = await runLoad(bench, {
    url: webhookOf(app),
    secret: appSecret,
    traffic: scene.traffic('S0', people, requests),
    connections: 128,
    rate,
    requests,
    warmUpSeconds: 0,
  })
  const backlog = await backlogOf(here.database)
  const empty = await untilEmpty(here.database, 120, app)
  const most = await memory.stop()
  await checkStored(here.database, outcome.accepted)
  await scene.check(here.database, outcome.accepted)
  const worked = (outcome.accepted - backlog) / loadSeconds
  const what = `${scene.title}${perSecond(rate)} for ${loadSeconds} s, both roles in one process`
  return {
    figures: [
      { what: `${what}: worked off meanwhile`, value: perSecond(worked) },
      {
        what: 'waiting in the inbox at the end, and until it was empty',
        value: `${count(backlog)}, ${seconds(empty / 1000)}`,
        target: 'empty ≤ 60 s later',
        met: empty <= 60_000,
      },
      { what: 'answering the calls, p99 from the intended time', value: ms(outcome.latency.p99) },
      {
        what: 'most memory of the process',
        value: megabytes(most),
        target: '< 350 MB',
        met: most < 350 * 2 ** 20,
      },
    ],
    notes: [],
  }
}
