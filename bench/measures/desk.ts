import { setTimeout as sleep } from 'node:timers/promises'
import type { Benchmark } from '../benchmark.ts'
import { type Latency, percentiles } from '../load/percentiles.ts'
import { runLoad } from '../load/run-load.ts'
import { count, ms } from '../report/words.ts'
import { whatsappCrowd } from '../workbench/crowd.ts'
import { type Surroundings, startDesk, surround, webhookOf } from '../workbench/desk.ts'
import { seedLeads, seedTeam } from '../workbench/seed.ts'
import { planTaps, type Verb, verbs } from './desk/plan-taps.ts'
import { liveLoad } from './notice/team-desk.ts'
import { toldOf } from './notice/told.ts'

const agents = 20
/** Customers whose first message brings their card; 10 a second to twenty chats stay within Telegram's pace. */
const cards = 300
const cardsPerSecond = 10
const taps = 400
const tapsPerSecond = 20
const cardTarget = 100
const tapTarget = 50

/** What twenty agents feel: how soon a customer's card is there, and how soon a pressed button stops waiting. */
export const desk: Benchmark = {
  name: 'desk',
  title: 'The desk in Telegram: cards of customers, and presses of buttons',
  async run(bench) {
    const here = await surround(bench)
    const app = await startDesk(bench, here, 'web,worker')
    await seedTeam(here.database, agents)
    await seedLeads(here.database, whatsappCrowd(cards), true)
    const load = liveLoad(
      webhookOf(app),
      { kind: 'messages', run: 'D', people: cards },
      cards,
      cardsPerSecond,
    )
    const told = await toldOf(here.telegram, await runLoad(bench, load), cardsPerSecond)
    const card = percentiles(told.map(({ took }) => took))
    await sleep(3_000)
    const pressed = await measureTaps(here)
    const complaints = app.complaints()
    return {
      figures: [
        {
          what: `a customer's card, ${cardsPerSecond}/s to ${agents} agents: p50`,
          value: ms(card.p50),
        },
        { what: 'p95', value: ms(card.p95), target: `< ${cardTarget} ms`, met: card.p95 < cardTarget },
        { what: 'longest', value: ms(card.max) },
        ...[...pressed].flatMap(([verb, latency]) => [
          {
            what: `a press of ${verbs[verb]}, ${tapsPerSecond}/s by ${agents} agents, to its answer: p50`,
            value: ms(latency.p50),
          },
          { what: 'p95', value: ms(latency.p95), target: `< ${tapTarget} ms`, met: latency.p95 < tapTarget },
          { what: 'longest', value: ms(latency.max) },
        ]),
      ],
      notes: [
        `All ${count(cards)} cards arrived at the pretended Telegram, and all ${count(taps)} presses were answered there.`,
        ...(complaints.count > 0
          ? [`The app logged ${complaints.count} warnings, first: ${complaints.first}`]
          : []),
      ],
    }
  },
}

/** @throws when a press was not answered */
async function measureTaps({ telegram }: Surroundings): Promise<Map<Verb, Latency>> {
  const plan = planTaps(await telegram.keyboards(), taps)
  const outcomes = await telegram.tap({
    taps: plan.map(({ tap }) => tap),
    rate: tapsPerSecond,
    firstUpdate: 900_000_000,
  })
  const byVerb = new Map<Verb, number[]>()
  for (const [index, took] of outcomes.entries()) {
    const verb = plan[index]?.verb
    if (took === null || verb === undefined) {
      throw new Error(`Press ${index} (${verb}) was not answered within 10 s.`)
    }
    byVerb.set(verb, [...(byVerb.get(verb) ?? []), took])
  }
  return new Map([...byVerb].map(([verb, all]) => [verb, percentiles(all)]))
}
