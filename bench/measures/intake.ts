import { join } from 'node:path'
import type { Benchmark } from '../benchmark.ts'
import type { LoadOutcome, LoadPlan } from '../load/load-plan.ts'
import { prepareLoad, runLoad } from '../load/run-load.ts'
import { latency, perSecond, range } from '../report/words.ts'
import { appSecret, startDesk, surround, webhookOf } from '../workbench/desk.ts'
import { checkStored } from '../workbench/inbox.ts'
import type { BenchDatabase, Workbench } from '../workbench/open-workbench.ts'
import { intakeFigures, rates } from './intake-figures.ts'

const rounds = 3
const people = 5_000
const yardstick = join(import.meta.dirname, '../yardsticks/plain-intake.ts')

const closedLoop = (url: string, run: string): LoadPlan => ({
  url,
  secret: appSecret,
  traffic: { kind: 'messages', run, people },
  connections: 64,
  requests: 240_000,
  seconds: 12,
  warmUpSeconds: 2,
})

/** How many signed webhook calls are answered with 200, each after its commit. */
export const intake: Benchmark = {
  name: 'intake',
  title: 'Taking calls in: signed WhatsApp webhooks answered 200 after their commit',
  async run(bench) {
    const here = await surround(bench)
    const app = await startDesk(bench, here, 'web')
    const plainDatabase = await bench.database()
    const plainOptions = { databaseUrl: plainDatabase.url, secret: appSecret }
    const plain = await bench.child(yardstick, { ...plainOptions, prepared: false })

    const ours: LoadOutcome[] = []
    const theirs: LoadOutcome[] = []
    for (let round = 1; round <= rounds; round += 1) {
      await here.database.rows('checkpoint')
      ours.push(await runLoad(bench, closedLoop(webhookOf(app), `A${round}`)))
      await here.database.rows('checkpoint')
      theirs.push(await runLoad(bench, closedLoop(String(plain.ready), `B${round}`)))
    }
    await here.database.rows('checkpoint')
    const steady = await runLoad(bench, {
      ...closedLoop(webhookOf(app), 'C0'),
      connections: 128,
      rate: 1_000,
      requests: 12_000,
    })
    await checkStored(here.database, sum([...ours, steady]))
    await plain.stop()
    const better = await bench.child(yardstick, { ...plainOptions, prepared: true })
    await plainDatabase.rows('checkpoint')
    const prepared = await runLoad(bench, closedLoop(String(better.ready), 'B9'))
    await better.stop()
    await checkPlain(plainDatabase, sum([...theirs, prepared]))
    const complaints = app.complaints()
    await app.stop()

    const both = await withBothRoles(bench)
    const ceiling = await generatorsCeiling(bench)
    return {
      figures: intakeFigures({ ours, theirs, prepared, steady, both, ceiling }),
      notes: [
        `Runs: ${range(rates(ours), perSecond)} against ${range(rates(theirs), perSecond)}. Rows were counted: as ` +
          `many as 200s, ${sum([...ours, steady])} here and ${sum([...theirs, prepared])} in the yardstick's table.`,
        `At 64 connections, from sending to answer: ${latency(middle(ours).latency)}; yardstick: ` +
          `${latency(middle(theirs).latency)}.`,
        ...(complaints.count > 0
          ? [`The app logged ${complaints.count} warnings, first: ${complaints.first}`]
          : []),
      ],
    }
  },
}

/** One run with everything in one process: what was taken in is also read and told to staff, on the same cores. */
async function withBothRoles(bench: Workbench): Promise<LoadOutcome> {
  const here = await surround(bench)
  const app = await startDesk(bench, here, 'web,worker')
  const outcome = await runLoad(bench, closedLoop(webhookOf(app), 'D0'))
  await checkStored(here.database, outcome.accepted)
  await app.stop()
  return outcome
}

async function generatorsCeiling(bench: Workbench): Promise<LoadOutcome> {
  const server = await bench.child(join(import.meta.dirname, '../yardsticks/ceiling.ts'), {})
  const plan = { ...closedLoop(String(server.ready), 'E0'), seconds: 4, warmUpSeconds: 1, requests: 400_000 }
  const load = await prepareLoad(bench, plan)
  const outcome = await load.run()
  await server.stop()
  return outcome
}

async function checkPlain(database: BenchDatabase, accepted: number): Promise<void> {
  const [row] = await database.rows<{ stored: number }>('select count(*)::int as stored from plain_call')
  if (row?.stored !== accepted) {
    throw new Error(`The yardstick answered ${accepted} calls with 200, but stored ${row?.stored}.`)
  }
}

const sum = (outcomes: LoadOutcome[]) => outcomes.reduce((total, { accepted }) => total + accepted, 0)

/** The run whose rate is the median one. */
function middle(outcomes: LoadOutcome[]): LoadOutcome {
  const [first, ...rest] = outcomes.toSorted((a, b) => a.perSecond - b.perSecond)
  if (!first) throw new Error('There was no run.')
  return rest[Math.floor((outcomes.length - 1) / 2) - 1] ?? first
}
