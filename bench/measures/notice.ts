import type { Benchmark, Figure } from '../benchmark.ts'
import { count, latency, ms } from '../report/words.ts'
import { mixedCrowd, whatsappCrowd } from '../workbench/crowd.ts'
import { everyNetwork } from '../workbench/every-network.ts'
import { members, messagesPerSecond } from './notice/team-desk.ts'
import { measuredSeconds, measureTelling, type Scene, type Telling } from './notice/tell.ts'

const whatsapp: Scene = {
  env: {},
  crowd: whatsappCrowd(members),
  traffic: (run) => ({ kind: 'messages', run, people: members }),
}

const mix: Scene = {
  env: everyNetwork,
  crowd: mixedCrowd(members, 1),
  traffic: (run) => ({ kind: 'mix', run, people: members, messages: 0, forms: true }),
}

/** From the moment at which a customer's message should be sent, to its arrival at Telegram. */
export const notice: Benchmark = {
  name: 'notice',
  title: "Telling staff: from the customer's webhook to the sendMessage that shows it",
  async run(bench) {
    const alone = await measureTelling(bench, whatsapp)
    await bench.clear()
    const mixed = await measureTelling(bench, mix)
    const load = `${messagesPerSecond} messages/s over ${members} chats, ${measuredSeconds} s`
    return {
      figures: [...figuresOf(`at ${load}`, alone), ...figuresOf(`of all networks mixed, at ${load}`, mixed)],
      notes: [
        ...notesOf('WhatsApp alone', alone),
        ...notesOf('All networks mixed, website forms included', mixed),
      ],
    }
  },
}

const figuresOf = (load: string, { ours, theirs }: Telling): Figure[] => [
  {
    what: `p50 ${load}`,
    value: ms(ours.p50),
    yardstick: `${ms(theirs.p50)} (nothing kept)`,
    target: '< 30 ms',
    met: ours.p50 < 30,
  },
  { what: 'p95', value: ms(ours.p95), yardstick: ms(theirs.p95), target: '< 100 ms', met: ours.p95 < 100 },
  { what: 'p99', value: ms(ours.p99), yardstick: ms(theirs.p99) },
  { what: 'longest', value: ms(ours.max), yardstick: ms(theirs.max) },
]

const notesOf = (title: string, { theirs, complaints }: Telling): string[] => [
  `${title}: all ${count(messagesPerSecond * measuredSeconds)} messages were stored once and arrived at the pretended ` +
    `Telegram; the yardstick, which keeps nothing, ${latency(theirs)}.`,
  ...(complaints.count > 0
    ? [`The app logged ${complaints.count} warnings, first: ${complaints.first}`]
    : []),
]
