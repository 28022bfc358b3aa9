import { join } from 'node:path'
import { type Latency, percentiles } from '../../load/percentiles.ts'
import { runLoad } from '../../load/run-load.ts'
import type { Traffic } from '../../load/traffic.ts'
import type { Known } from '../../workbench/crowd.ts'
import { appSecret, type Surroundings, webhookOf } from '../../workbench/desk.ts'
import { checkMessages } from '../../workbench/inbox.ts'
import type { Workbench } from '../../workbench/open-workbench.ts'
import { liveLoad, messagesPerSecond, openTeamDesk } from './team-desk.ts'
import { toldOf } from './told.ts'

export const measuredSeconds = 30

/** What is sent, and by whom. */
export interface Scene {
  env: Record<string, string>
  crowd: Known[]
  traffic: (run: string) => Traffic
}

export interface Telling {
  ours: Latency
  theirs: Latency
  complaints: { count: number; first: string }
}

/** Tells staff of thirty seconds of messages, then lets the yardstick do so. @throws when one did not arrive */
export async function measureTelling(bench: Workbench, { env, crowd, traffic }: Scene): Promise<Telling> {
  const requests = messagesPerSecond * measuredSeconds
  const { here, app, messages } = await openTeamDesk(bench, env, crowd, traffic('A'))
  const ours = await tell(bench, here, webhookOf(app), traffic('B'), requests)
  await checkMessages(here.database, messages + requests)
  const complaints = app.complaints()
  await app.stop()

  const relay = join(import.meta.dirname, '../../yardsticks/direct-relay.ts')
  const direct = await bench.child(relay, { telegram: here.telegram.url, secret: appSecret })
  const theirs = await tell(bench, here, String(direct.ready), traffic('C'), requests)
  return { ours, theirs, complaints }
}

/** @throws when a message did not arrive */
export async function tell(
  bench: Workbench,
  { telegram }: Surroundings,
  url: string,
  traffic: Traffic,
  messages: number,
): Promise<Latency> {
  const outcome = await runLoad(bench, liveLoad(url, traffic, messages))
  const told = await toldOf(telegram, outcome, messagesPerSecond)
  return percentiles(told.map(({ took }) => took))
}
