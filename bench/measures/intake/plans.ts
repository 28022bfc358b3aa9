import type { LoadPlan } from '../../load/load-plan.ts'
import { statesAmong } from '../../load/mix.ts'
import type { Traffic } from '../../load/traffic.ts'
import { appSecret } from '../../workbench/desk.ts'

const people = 5_000
const requests = 240_000

/** WhatsApp alone, and all networks at once; `run` makes the ids of a load its own. */
export const traffics = {
  whatsapp: (run: string): Traffic => ({ kind: 'messages', run, people }),
  mix: (run: string): Traffic => ({
    kind: 'mix',
    run,
    people,
    messages: statesAmong(requests) / 3,
    forms: false,
  }),
}

/** As much as a server takes: 64 connections, ten seconds after two of warm-up. */
export const closedLoop = (url: string, traffic: Traffic): LoadPlan => ({
  url,
  secret: appSecret,
  traffic,
  connections: 64,
  requests,
  seconds: 12,
  warmUpSeconds: 2,
})

/** A thousand calls a second at their times. */
export const steadyLoop = (url: string, traffic: Traffic): LoadPlan => ({
  ...closedLoop(url, traffic),
  connections: 128,
  rate: 1_000,
  requests: 12_000,
})
