import { statesAmong } from '../../load/mix.ts'
import type { Traffic } from '../../load/traffic.ts'
import { type Known, mixedCrowd, whatsappCrowd } from '../../workbench/crowd.ts'
import { everyNetwork } from '../../workbench/every-network.ts'
import { checkMessages, checkStates } from '../../workbench/inbox.ts'
import type { BenchDatabase } from '../../workbench/open-workbench.ts'
import { seedLeads, seedOutbound } from '../../workbench/seed.ts'

/** What is worked off. */
export interface Scene {
  /** In front of a figure. */
  title: string
  /** In front of a sentence. */
  name: string
  env: Record<string, string>
  /** The sources of the inbox that its calls are of. */
  sources: string[]
  traffic(run: string, people: number, requests: number): Traffic
  /** Makes the desk know the given share of the people, and what else the calls speak of. */
  seed(database: BenchDatabase, load: { people: number; share: number; requests: number }): Promise<void>
  /** @throws when something is missing or doubled after so many calls */
  check(database: BenchDatabase, requests: number): Promise<void>
}

const seedCrowd = (database: BenchDatabase, crowd: Known[]) => seedLeads(database, crowd, false)

export const whatsapp: Scene = {
  title: '',
  name: 'WhatsApp alone',
  env: {},
  sources: ['whatsapp'],
  traffic: (run, people) => ({ kind: 'messages', run, people }),
  seed: (database, { people, share }) => seedCrowd(database, whatsappCrowd(Math.round(people * share))),
  check: checkMessages,
}

/** Of the calls of the mix, a tenth are delivery states of messages that the desk has sent. */
export const mix: Scene = {
  title: 'all networks mixed: ',
  name: 'All networks mixed',
  env: everyNetwork,
  sources: ['whatsapp', 'instagram', 'messenger', 'telegram_customer', 'google_leads'],
  traffic: (run, people, requests) => ({
    kind: 'mix',
    run,
    people,
    messages: outboundOf(requests),
    forms: false,
  }),
  async seed(database, { people, share, requests }) {
    await seedCrowd(database, mixedCrowd(people, share))
    await seedOutbound(database, outboundOf(requests))
  },
  async check(database, requests) {
    await checkMessages(database, requests - statesAmong(requests))
    await checkStates(database, outboundOf(requests))
  },
}

/** Each message of ours is told of three times. */
const outboundOf = (requests: number): number => statesAmong(requests) / 3
