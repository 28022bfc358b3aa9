import { setTimeout as sleep } from 'node:timers/promises'
import { clock } from '../../load/clock.ts'
import { runLoad } from '../../load/run-load.ts'
import { whatsappCrowd } from '../../workbench/crowd.ts'
import { type Surroundings, startDesk, surround, webhookOf } from '../../workbench/desk.ts'
import { checkMessages } from '../../workbench/inbox.ts'
import type { Workbench } from '../../workbench/open-workbench.ts'
import { seedLeads, seedTeam } from '../../workbench/seed.ts'
import { liveLoad } from '../notice/team-desk.ts'
import { busiestMinute } from './busiest-minute.ts'

export interface Plan {
  plane: 'group' | 'lobby'
  agents: number
  /** Each has a lead that belongs to an agent. */
  customers: number
  perMinute: number
  minutes: number
}

export interface Carried {
  /** Customers' messages shown within the time of the load, per minute. */
  perMinute: number
  /** From the end of the load until all were shown. */
  lateMs: number
  /** What was sent and changed in the busiest minute of the busiest chat. */
  busiest: number
  told: number
  /** Messages of Telegram's that it took. */
  posts: number
}

const groupId = -1_001_000_000_001
const patienceMs = 180_000

/**
 * Runs a team with a group under a load, and waits until everything has been shown. First each customer writes once, so
 * that topics and cards are there.
 *
 * @throws when a message was not shown within three minutes
 */
export async function carry(bench: Workbench, plan: Plan): Promise<Carried> {
  const { agents, customers, perMinute, minutes } = plan
  const here = await surround(bench)
  const app = await startDesk(bench, here, 'web,worker')
  await seedTeam(here.database, agents)
  await seedLeads(here.database, whatsappCrowd(customers), true)
  await here.database.rows(
    `with d as (insert into team_desk (organization_id, chat_id, title, plane, connected_by)
       select organization_id, $1, 'The team', $2, id from member limit 1 returning organization_id)
     insert into staff_chat (organization_id, id, kind) select organization_id, $1, 'group' from d`,
    [String(groupId), plan.plane],
  )
  const traffic = (run: string) => ({ kind: 'messages', run, people: customers }) as const
  await runLoad(bench, liveLoad(webhookOf(app), traffic('A'), customers, 5))
  await heardAll(here, customers)
  await untilQuiet(here)
  const before = (await callsOf(here)).flat().length

  const requests = perMinute * minutes
  const running = runLoad(bench, liveLoad(webhookOf(app), traffic('B'), requests, perMinute / 60))
  const { beganAt } = await running
  const endsAt = beganAt + minutes * 60_000
  const heard = await heardAll(here, requests)
  await checkMessages(here.database, customers + requests)
  const calls = await callsOf(here)
  return {
    perMinute: heard.filter((at) => at <= endsAt).length / minutes,
    lateMs: Math.max(0, Math.max(...heard) - endsAt),
    busiest: Math.max(...calls.map(busiestMinute)),
    told: requests,
    posts: calls.flat().length - before,
  }
}

/** When each of so many marked messages was first shown. */
async function heardAll({ telegram }: Surroundings, messages: number): Promise<number[]> {
  const heard = new Map<number, number>()
  const deadline = clock() + patienceMs
  while (heard.size < messages) {
    if (clock() > deadline) throw new Error(`Of ${messages} messages, ${heard.size} were shown.`)
    for (const [mark, at] of await telegram.arrivals()) heard.set(mark, at)
    await sleep(100)
  }
  return [...heard.values()]
}

/** Waits until nothing is shown for as long as a group has to wait for its next message, and the last minute is forgotten. */
async function untilQuiet(here: Surroundings): Promise<void> {
  const quietMs = 65_000
  for (;;) {
    const last = Math.max(...(await callsOf(here)).flat())
    const left = last + quietMs - clock()
    if (left <= 0) return
    await sleep(left)
  }
}

const callsOf = async ({ telegram }: Surroundings): Promise<number[][]> =>
  (await telegram.shown()).map(([, at]) => at)
