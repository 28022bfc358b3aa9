import { join } from 'node:path'
import type { Benchmark } from '../benchmark.ts'
import type { LoadOutcome } from '../load/load-plan.ts'
import { prepareLoad, runLoad } from '../load/run-load.ts'
import { startDesk, surround, webhookOf } from '../workbench/desk.ts'
import { everyNetwork } from '../workbench/every-network.ts'
import { checkStored } from '../workbench/inbox.ts'
import type { Workbench } from '../workbench/open-workbench.ts'
import { compareIntake } from './intake/compare.ts'
import { intakeFigures, intakeNotes } from './intake/figures.ts'
import { closedLoop, traffics } from './intake/plans.ts'

/** How many signed webhook calls are answered with 200, each after its commit. */
export const intake: Benchmark = {
  name: 'intake',
  title: 'Taking calls in: signed webhooks answered 200 after their commit',
  async run(bench) {
    const whatsapp = await compareIntake(bench, traffics.whatsapp, { env: {}, prepares: true })
    const both = await withBothRoles(bench)
    await bench.clear()
    const mix = await compareIntake(bench, traffics.mix, { env: everyNetwork, prepares: false })
    const ceiling = await generatorsCeiling(bench)
    return {
      figures: intakeFigures({ whatsapp, mix, both, ceiling }),
      notes: [...intakeNotes('WhatsApp alone', whatsapp), ...intakeNotes('All networks mixed', mix)],
    }
  },
}

/** One run with everything in one process: what was taken in is also read and told to staff, on the same cores. */
async function withBothRoles(bench: Workbench): Promise<LoadOutcome> {
  const here = await surround(bench)
  const app = await startDesk(bench, here, 'web,worker')
  const outcome = await runLoad(bench, closedLoop(webhookOf(app), traffics.whatsapp('D0')))
  await checkStored(here.database, outcome.accepted)
  await app.stop()
  return outcome
}

async function generatorsCeiling(bench: Workbench): Promise<LoadOutcome> {
  const server = await bench.child(join(import.meta.dirname, '../yardsticks/ceiling.ts'), {})
  const plan = {
    ...closedLoop(String(server.ready), traffics.whatsapp('E0')),
    seconds: 4,
    warmUpSeconds: 1,
    requests: 400_000,
  }
  const load = await prepareLoad(bench, plan)
  const outcome = await load.run()
  await server.stop()
  return outcome
}
