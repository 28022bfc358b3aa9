import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Benchmark } from '../benchmark.ts'
import type { LoadOutcome, LoadPlan } from '../load/load-plan.ts'
import { type Latency, percentiles } from '../load/percentiles.ts'
import { runLoad } from '../load/run-load.ts'
import { count, latency, ms } from '../report/words.ts'
import { appSecret, type Surroundings, startDesk, surround, webhookOf } from '../workbench/desk.ts'
import { checkMessages } from '../workbench/inbox.ts'
import type { Workbench } from '../workbench/open-workbench.ts'
import { seedLeads, seedTeam } from '../workbench/seed.ts'

const members = 60
const rate = 20
const measuredSeconds = 30
/** Each customer's first message also brings his card: these are not measured, and 12 a second stay within the pace. */
const first = { rate: 12, messages: members }

const load = (url: string, run: string, rate: number, requests: number): LoadPlan => ({
  url,
  secret: appSecret,
  traffic: { kind: 'messages', run, people: members },
  connections: 16,
  rate,
  requests,
  warmUpSeconds: 0,
})

/** From the moment at which a customer's message should be sent, to its arrival at Telegram. */
export const notice: Benchmark = {
  name: 'notice',
  title: "Telling staff: from the customer's webhook to the sendMessage that shows it",
  async run(bench) {
    const here = await surround(bench)
    const app = await startDesk(bench, here, 'web,worker')
    await seedTeam(here.database, members)
    await seedLeads(here.database, members, true)
    await runLoad(bench, load(webhookOf(app), 'A', first.rate, first.messages))
    await sleep(4_000)
    await here.telegram.arrivals()

    const ours = await told(bench, here, webhookOf(app), 'B')
    await checkMessages(here.database, first.messages + rate * measuredSeconds)
    const complaints = app.complaints()
    await app.stop()

    const relay = join(import.meta.dirname, '../yardsticks/direct-relay.ts')
    const direct = await bench.child(relay, { telegram: here.telegram.url, secret: appSecret })
    const theirs = await told(bench, here, String(direct.ready), 'C')
    return {
      figures: [
        {
          what: `p50 at ${rate} messages/s over ${members} chats, ${measuredSeconds} s`,
          value: ms(ours.p50),
          yardstick: `${ms(theirs.p50)} (nothing kept)`,
          target: '< 30 ms',
          met: ours.p50 < 30,
        },
        {
          what: 'p95',
          value: ms(ours.p95),
          yardstick: ms(theirs.p95),
          target: '< 100 ms',
          met: ours.p95 < 100,
        },
        { what: 'p99', value: ms(ours.p99), yardstick: ms(theirs.p99) },
        { what: 'longest', value: ms(ours.max), yardstick: ms(theirs.max) },
      ],
      notes: [
        `All ${count(rate * measuredSeconds)} messages were stored once and arrived at the pretended Telegram; ` +
          `the yardstick, which keeps nothing, ${latency(theirs)}.`,
        ...(complaints.count > 0
          ? [`The app logged ${complaints.count} warnings, first: ${complaints.first}`]
          : []),
      ],
    }
  },
}

/** @throws when a message did not arrive within 10 s of the last */
async function told(
  bench: Workbench,
  { telegram }: Surroundings,
  url: string,
  run: string,
): Promise<Latency> {
  const messages = rate * measuredSeconds
  const outcome: LoadOutcome = await runLoad(bench, load(url, run, rate, messages))
  const latencies: number[] = []
  for (let waited = 0; waited < 100 && latencies.length < messages; waited += 1) {
    for (const [mark, at] of await telegram.arrivals()) {
      latencies.push(at - (outcome.beganAt + (mark * 1000) / rate))
    }
    await sleep(100)
  }
  if (latencies.length !== messages) {
    throw new Error(`Of ${messages} messages, ${latencies.length} arrived at the pretended Telegram.`)
  }
  return percentiles(latencies)
}
