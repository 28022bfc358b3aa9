import type { Findings } from '../../benchmark.ts'
import { runLoad } from '../../load/run-load.ts'
import { count, ms, perSecond, seconds } from '../../report/words.ts'
import { whatsappCrowd } from '../../workbench/crowd.ts'
import { appSecret, startDesk, surround, webhookOf } from '../../workbench/desk.ts'
import { backlogOf, checkStates, checkStored, untilEmpty } from '../../workbench/inbox.ts'
import type { Workbench } from '../../workbench/open-workbench.ts'
import { seedLeads, seedOutbound } from '../../workbench/seed.ts'

const rate = 3_300
const loadSeconds = 20
const messages = (rate * loadSeconds) / 3
const leads = 1_000

/** What a campaign brings back: three delivery states for each message of ours. */
export async function measureStatuses(bench: Workbench): Promise<Findings> {
  const here = await surround(bench)
  const app = await startDesk(bench, here, 'web,worker')
  await seedLeads(here.database, whatsappCrowd(leads), false)
  await seedOutbound(here.database, messages)
  const outcome = await runLoad(bench, {
    url: webhookOf(app),
    secret: appSecret,
    traffic: { kind: 'states', messages },
    connections: 128,
    rate,
    requests: rate * loadSeconds,
    warmUpSeconds: 0,
  })
  const backlog = await backlogOf(here.database)
  const empty = await untilEmpty(here.database, 120, app)
  await checkStored(here.database, outcome.accepted)
  await checkStates(here.database, messages)
  return {
    figures: [
      {
        what: `${perSecond(rate)} delivery states for ${loadSeconds} s: worked off meanwhile`,
        value: perSecond((outcome.accepted - backlog) / loadSeconds),
      },
      {
        what: 'waiting in the inbox at the end, and until it was empty',
        value: `${count(backlog)}, ${seconds(empty / 1000)}`,
        target: 'empty ≤ 60 s later',
        met: empty <= 60_000,
      },
      { what: 'answering the calls, p99 from the intended time', value: ms(outcome.latency.p99) },
    ],
    notes: [
      `All ${count(messages)} messages of the status flood ended as read, with the time of their delivery.`,
    ],
  }
}
