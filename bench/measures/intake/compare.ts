import { join } from 'node:path'
import type { LoadOutcome } from '../../load/load-plan.ts'
import { runLoad } from '../../load/run-load.ts'
import type { Traffic } from '../../load/traffic.ts'
import { appSecret, startDesk, surround, webhookOf } from '../../workbench/desk.ts'
import { checkStored } from '../../workbench/inbox.ts'
import type { BenchDatabase, Workbench } from '../../workbench/open-workbench.ts'
import { closedLoop, steadyLoop } from './plans.ts'

export interface Compared {
  ours: LoadOutcome[]
  theirs: LoadOutcome[]
  /** The yardstick with a prepared statement; absent where it was not asked for. */
  prepared: LoadOutcome | undefined
  steady: LoadOutcome
  complaints: { count: number; first: string }
}

const rounds = 3
const yardstick = join(import.meta.dirname, '../../yardsticks/plain-intake.ts')

/**
 * The app and the yardstick in turns, on one PostgreSQL, each after a checkpoint; then the app at a steady rate.
 *
 * @throws when a call was refused, or when the rows are not as many as the 200s
 */
export async function compareIntake(
  bench: Workbench,
  traffic: (run: string) => Traffic,
  { env, prepares }: { env: Record<string, string>; prepares: boolean },
): Promise<Compared> {
  const here = await surround(bench, env)
  const app = await startDesk(bench, here, 'web')
  const plainDatabase = await bench.database()
  const plainOptions = { databaseUrl: plainDatabase.url, secret: appSecret }
  const plain = await bench.child(yardstick, { ...plainOptions, prepared: false })

  const ours: LoadOutcome[] = []
  const theirs: LoadOutcome[] = []
  for (let round = 1; round <= rounds; round += 1) {
    await here.database.rows('checkpoint')
    ours.push(await runLoad(bench, closedLoop(webhookOf(app), traffic(`A${round}`))))
    await here.database.rows('checkpoint')
    theirs.push(await runLoad(bench, closedLoop(String(plain.ready), traffic(`B${round}`))))
  }
  await here.database.rows('checkpoint')
  const steady = await runLoad(bench, steadyLoop(webhookOf(app), traffic('C0')))
  await checkStored(here.database, acceptedOf([...ours, steady]))
  await plain.stop()
  const prepared = prepares ? await runPrepared() : undefined
  await checkPlain(plainDatabase, acceptedOf([...theirs, ...(prepared ? [prepared] : [])]))
  const complaints = app.complaints()
  await app.stop()
  return { ours, theirs, prepared, steady, complaints }

  async function runPrepared(): Promise<LoadOutcome> {
    const better = await bench.child(yardstick, { ...plainOptions, prepared: true })
    await plainDatabase.rows('checkpoint')
    const outcome = await runLoad(bench, closedLoop(String(better.ready), traffic('B9')))
    await better.stop()
    return outcome
  }
}

async function checkPlain(database: BenchDatabase, accepted: number): Promise<void> {
  const [row] = await database.rows<{ stored: number }>('select count(*)::int as stored from plain_call')
  if (row?.stored !== accepted) {
    throw new Error(`The yardstick answered ${accepted} calls with 200, but stored ${row?.stored}.`)
  }
}

export const acceptedOf = (outcomes: LoadOutcome[]): number =>
  outcomes.reduce((total, { accepted }) => total + accepted, 0)
