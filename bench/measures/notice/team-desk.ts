import { setTimeout as sleep } from 'node:timers/promises'
import type { LoadPlan } from '../../load/load-plan.ts'
import { runLoad } from '../../load/run-load.ts'
import type { Traffic } from '../../load/traffic.ts'
import type { Known } from '../../workbench/crowd.ts'
import { appSecret, type Surroundings, startDesk, surround, webhookOf } from '../../workbench/desk.ts'
import type { Workbench } from '../../workbench/open-workbench.ts'
import { seedLeads, seedTeam } from '../../workbench/seed.ts'
import type { App } from '../../workbench/start-app.ts'

/** So many members, and so many customers, each of whom one member has. */
export const members = 60

/** Twenty messages a second to sixty members stay below Telegram's own limit of one a second and chat. */
export const messagesPerSecond = 20

/** Each customer's first message also brings his card: these are not measured, and 12 a second stay within the pace. */
const first = { rate: 12, messages: members }

/** A load of customers' messages, sent at their times. */
export const liveLoad = (
  url: string,
  traffic: Traffic,
  messages: number,
  rate = messagesPerSecond,
): LoadPlan => ({
  url,
  secret: appSecret,
  traffic,
  connections: 16,
  rate,
  requests: messages,
  warmUpSeconds: 0,
})

/** A desk with both roles in one process whose members know their customers, and have every customer's card. */
export async function openTeamDesk(
  bench: Workbench,
  env: Record<string, string>,
  crowd: Known[],
  traffic: Traffic,
): Promise<{ here: Surroundings; app: App; messages: number }> {
  const here = await surround(bench, env)
  const app = await startDesk(bench, here, 'web,worker')
  await seedTeam(here.database, members)
  await seedLeads(here.database, crowd, true)
  await runLoad(bench, liveLoad(webhookOf(app), traffic, first.messages, first.rate))
  await sleep(4_000)
  await here.telegram.arrivals()
  return { here, app, messages: first.messages }
}
